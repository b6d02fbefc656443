"""Kinds of compared cells: what registers say of parks, sums of parks that are one line, both boundaries."""

from typing import Final

from lingtan.synthetic.kind import OF_PARK, YEAR, Kind

_COMPONENT: Final = ("method_code", "scope_code", "scope2_basis_code", "component_code", "gas_group_code")

REGISTER_KINDS: Final = (
    Kind(
        "register",
        "园区的状态、嵌套与沿革",
        "status, nesting and lineage of parks",
        "dim_parks",
        OF_PARK[:2],
        {
            "park_status_code": "register_status",
            "parent_park_code": "register_parent",
            "nesting_level": "register_level",
            "lineage_code": "register_line",
            "lineage_change_code": "register_change",
        },
    ),
    Kind(
        "lineage",
        "沿革组合计",
        "sums of parks that are one line",
        "mart_park_lineage_year",
        (YEAR, "lineage_code", "boundary_code", *_COMPONENT),
        {
            "emission_tco2e": "line_component",
            "not_estimated_count": "line_gaps",
            "park_count": "line_parks",
        },
    ),
    Kind(
        "boundary_bridge",
        "两种边界的桥接",
        "bridge between the boundaries",
        "mart_boundary_bridge",
        (*OF_PARK[:2], *_COMPONENT),
        {
            "physical_tco2e": "boundaries_physical",
            "only_physical_tco2e": "boundaries_only_physical",
            "only_administrative_tco2e": "boundaries_only_administrative",
            "in_both_tco2e": "boundaries_in_both",
            "internal_exchange_tco2e": "boundaries_internal_exchange",
            "boundary_not_reported_tco2e": "boundaries_not_reported",
            "administrative_tco2e": "boundaries_administrative",
            "remainder_tco2e": "boundaries_remainder",
        },
    ),
)
"""In the order a report shows them."""
