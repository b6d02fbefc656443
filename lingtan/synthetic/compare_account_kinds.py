"""Kinds of compared cells: carbon accounts of enterprises, and how they meet their park."""

from typing import Final

from lingtan.synthetic.kind import OF_PARK, Kind

ACCOUNT_KINDS: Final = (
    Kind(
        "enterprise_account",
        "企业碳账户",
        "carbon accounts of enterprises",
        "mart_enterprise_account",
        (*OF_PARK, "unit_code", "account_entry_code"),
        {
            "credit_code": "account_credit",
            "emission_tco2e": "account_amount",
            "not_estimated_count": "account_gaps",
            "account_status_code": "account_status",
            "account_reason_code": "account_reason",
        },
    ),
    Kind(
        "account_bridge",
        "企业碳账户与园区的衔接",
        "accounts against their park",
        "mart_account_bridge",
        (*OF_PARK, "method_code"),
        {
            "account_count": "bridge_count",
            "accounts_tco2e": "bridge_accounts",
            "internal_power_tco2e": "bridge_power",
            "internal_heat_tco2e": "bridge_heat",
            "without_account_tco2e": "bridge_without",
            "without_account_line_count": "bridge_without_lines",
            "park_tco2e": "bridge_park",
            "remainder_tco2e": "bridge_remainder",
        },
    ),
)
