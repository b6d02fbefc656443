"""The carbon account of the one unit of the small release: it burns, and takes power from a neighbour."""

from decimal import Decimal
from typing import Any

from tests.builders.canonical_facts import PARK, eliminated, entry

ACCOUNTS = {"method_code": "ENT-ACCOUNT", "method_version": "1"}
_POWER = {"table_name": "power_heat", "activity_code": "E-GRID/received"}
_AMOUNTS = {
    "opening": "0",
    "direct": "90",
    "indirect": "5",
    "claims": None,
    "removals": None,
    "offsets": None,
    "closing": "95",
}


def account_facts() -> list[dict[str, Any]]:
    """A fuel, and the neighbour's power with what takes it out of the park."""
    power = entry("2", ACCOUNTS, ("POWER", "account", "NA", "indirect"), ("F2", "0.5"), "5") | _POWER
    return [
        entry("1", ACCOUNTS, ("FUEL", "account", "NA", "direct"), ("F1", "2.5"), "90"),
        power,
        eliminated(power, "park", "mass_t", "emission_tco2e"),
    ]


def account_marts() -> dict[str, list[dict[str, Any]]]:
    """Account and bridge."""
    return {
        "mart_enterprise_account": [
            {
                **PARK,
                "unit_code": "U1",
                "account_entry_code": name,
                "account_entry_order": number,
                "method_code": ACCOUNTS["method_code"],
                "credit_code": "91110000SYNTHETIC0",
                "emission_tco2e": None if amount is None else Decimal(amount),
                "account_reason_code": "account_opens" if name == "opening" else None,
            }
            for number, (name, amount) in enumerate(_AMOUNTS.items(), start=1)
        ],
        "mart_account_bridge": [
            {
                **PARK,
                "method_code": ACCOUNTS["method_code"],
                "accounts_tco2e": Decimal(95),
                "internal_power_tco2e": Decimal(-5),
                "internal_heat_tco2e": None,
                "without_account_tco2e": None,
                "park_tco2e": Decimal(90),
                "remainder_tco2e": Decimal(0),
            }
        ],
    }
