"""Marts of the areas around the park of the small release, each the sum of its facts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.builders.canonical_cells import BASES, DIRECT, FUEL, INSIDE, OF_NATION, OF_PARK, VERIFIED
from tests.builders.canonical_facts import COUNTS, FUEL_TOTAL, INVENTORY, NATIONAL, YEAR


def area_marts() -> dict[str, list[dict[str, Any]]]:
    """Rows of every mart of sectors, provinces and the nation."""
    sectors = [
        {name: value for name, value in cell.items() if name != "scope2_basis_code"}
        for cell in (FUEL, *DIRECT)
    ]
    division = {"industry_division_code": "26", "unit_count": 1}
    return {
        "mart_sector_year": [
            {"reference_year": 2025, "province_code": area, **division, **cell}
            for area in ("110000", "CN")
            for cell in sectors
        ],
        "mart_province_year": [{**YEAR, **COUNTS, **cell} for cell in (*INSIDE, *OF_PARK)],
        "mart_national_year": [{"reference_year": 2025, **COUNTS, **cell} for cell in (*INSIDE, *OF_NATION)],
        "mart_production_consumption": [
            {
                "reference_year": 2025,
                "area_code": area,
                "boundary_code": "physical",
                "method_code": INVENTORY,
                "scope2_basis_code": cell["scope2_basis_code"],
                "production_tco2e": Decimal(104),
                "received_tco2e": cell["emission_tco2e"],
                "resold_tco2e": None,
                "own_generation_sent_tco2e": Decimal(-1),
                "consumption_tco2e": 103 + cell["emission_tco2e"],
            }
            for area, cells in (("110000", OF_PARK), ("CN", OF_NATION))
            for cell in cells
        ],
        "mart_flow_matrix": [
            {
                "reference_year": 2025,
                "boundary_code": "physical",
                "commodity_code": "electricity",
                "from_node_code": origin,
                "to_node_code": "P1/U1",
                "from_park_code": park,
                "to_park_code": "P1",
                "flow_state_code": state,
                "difference_quantity": None if difference is None else Decimal(difference),
            }
            for origin, park, state, difference in (
                ("GRID:GRID_NORTH", None, "one_end_outside", None),
                ("P1/U2", "P1", "agree", "0"),
                ("P1/U3", "P1", "differ", "3"),
            )
        ],
        "mart_flow_balance": [
            {
                "reference_year": 2025,
                "area_code": area,
                "boundary_code": "physical",
                "commodity_code": "electricity",
                "sent_inside_quantity": Decimal(13),
                "received_inside_quantity": Decimal(10),
                "asymmetry_quantity": Decimal(3),
                "remainder_quantity": Decimal(0),
            }
            for area in ("110000", "CN")
        ],
        "mart_proof": [row for basis in BASES for row in _proof(basis)],
        "mart_market_location_gap": [
            {
                "reference_year": 2025,
                "area_code": area,
                "boundary_code": "physical",
                "method_code": INVENTORY,
                "gap_part_code": part,
                "location_tco2e": location,
                "market_tco2e": market,
                "market_less_location_tco2e": market - location,
            }
            for area, cells in (("110000", OF_PARK), ("CN", OF_NATION))
            for part, location, market in (
                ("same_on_both", Decimal(103), Decimal(103)),
                ("residual_mix", *(cell["emission_tco2e"] for cell in cells)),
            )
        ],
        "mart_coverage": [
            {
                **YEAR,
                "boundary_code": "physical",
                "method_code": method,
                "park_code": park,
                "term_code": term,
                "reason_code": reason,
                "reason_zh": "原因",
                "reason_en": "reason",
            }
            for park, method, term, reason in (
                ("P2", NATIONAL, "NA", "not_reported"),
                ("P2", INVENTORY, "NA", "not_reported"),
                ("P1", NATIONAL, "PROCESS", "no_factor"),
            )
        ],
        "mart_unverified_year": [
            _part(level, area, park, division, cell)
            for level, area, park, division, cell in (
                ("park", "110000", "P1", "NA", FUEL),
                ("province", "110000", "NA", "NA", FUEL),
                ("nation", "CN", "NA", "NA", FUEL),
                ("sector", "CN", "NA", "26", FUEL),
            )
        ],
        "cmp_uncertainty": [
            {
                "reference_year": 2025,
                "figure_level_code": "nation",
                "area_code": "CN",
                "park_code": "NA",
                "industry_division_code": "NA",
                "boundary_code": "physical",
                "method_code": NATIONAL,
                "scope2_basis_code": "NA",
                "total_code": "result",
                "emission_tco2e": Decimal(FUEL_TOTAL),
                "absolute_tco2e": Decimal(FUEL_TOTAL),
                "known_tco2e": Decimal(0),
                "uncertainty_status_code": "not_quantified",
            }
        ],
        "mart_province_inventory_year": [
            {**YEAR, "method_code": "CEADS-PROV", "emission_tco2e": Decimal("7.5")}
        ],
        "mart_national_inventory_year": [
            {"reference_year": 2025, "method_code": "CEADS-PROV", "emission_tco2e": Decimal("7.5")}
        ],
    }


def _proof(basis: str) -> list[dict[str, Any]]:
    """What the park receives from another one leaves the nation; all else stays."""
    of_park = {"production": Decimal(104), "consumption": 103 + Decimal(BASES[basis])}
    between = {"production": None, "consumption": -Decimal({"location": 2, "market": 3}[basis])}
    return [
        {
            "reference_year": 2025,
            "area_code": area,
            "boundary_code": "physical",
            "method_code": INVENTORY,
            "scope2_basis_code": basis,
            "total_code": total,
            "view_code": view,
            "opening_tco2e": opening,
            "eliminated_agreeing_tco2e": None,
            "eliminated_asymmetric_tco2e": between[total] if view == "nation" else None,
            "eliminated_unconfirmed_tco2e": None,
            "eliminated_nested_tco2e": None,
            "closing_tco2e": opening + (between[total] or 0) if view == "nation" else opening,
            "remainder_tco2e": Decimal(0),
        }
        for area, views in (("110000", ("park", "province")), ("CN", ("park", "province", "nation")))
        for total, opening in of_park.items()
        for view in views
    ]


def _part(level: str, area: str, park: str, division: str, cell: Mapping[str, Any]) -> dict[str, Any]:
    """How much of a cell rests on factors nobody verified: nothing."""
    key = {name: value for name, value in cell.items() if name != "emission_tco2e"}
    return {
        "reference_year": 2025,
        "figure_level_code": level,
        "area_code": area,
        "park_code": park,
        "industry_division_code": division,
        **key,
        "is_memo": False,
        "absolute_tco2e": abs(cell["emission_tco2e"]),
        "unverified_tco2e": Decimal(0),
        **VERIFIED,
    }
