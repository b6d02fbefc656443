"""Kinds of compared cells: flows by both of their ends, and the proof of the totals."""

from typing import Final

from lingtan.synthetic.kind import YEAR, Kind

FLOW_KINDS: Final = (
    Kind(
        "flow_matrix",
        "能流矩阵",
        "flow matrix",
        "mart_flow_matrix",
        (YEAR, "boundary_code", "commodity_code", "from_node_code", "to_node_code"),
        {
            "sent_quantity": "exchange_sent",
            "received_quantity": "exchange_received",
            "difference_quantity": "exchange_difference",
            "flow_state_code": "exchange_state",
            "elimination_view_code": "exchange_level",
        },
    ),
    Kind(
        "flow_balance",
        "往来平衡",
        "balance of flows",
        "mart_flow_balance",
        (YEAR, "area_code", "boundary_code", "commodity_code"),
        {
            "flow_count": "balance_flows",
            "flow_count_asymmetric": "balance_asymmetric",
            "sent_inside_quantity": "balance_sent",
            "received_inside_quantity": "balance_received",
            "asymmetry_quantity": "balance_asymmetry",
            "remainder_quantity": "balance_remainder",
        },
    ),
    Kind(
        "proof",
        "合并抵消验证",
        "proof of the consolidation",
        "mart_proof",
        (YEAR, "area_code", "boundary_code", "method_code", "scope2_basis_code", "total_code", "view_code"),
        {
            "opening_tco2e": "proof_opening",
            "eliminated_agreeing_tco2e": "proof_agreeing",
            "eliminated_asymmetric_tco2e": "proof_asymmetric",
            "eliminated_unconfirmed_tco2e": "proof_unconfirmed",
            "eliminated_nested_tco2e": "proof_nested",
            "closing_tco2e": "proof_closing",
            "remainder_tco2e": "proof_remainder",
        },
    ),
)
"""In the order a report shows them."""
