"""Marts of the small release, each the sum of its facts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.builders.canonical_facts import COUNTS, FUEL_TOTAL, INVENTORY, NATIONAL, PARK, YEAR


def _cell(
    method: str, scope: str, basis: str, component: str, gas: str, emission: str | None
) -> dict[str, Any]:
    return {
        "boundary_code": "physical",
        "method_code": method,
        "scope_code": scope,
        "scope2_basis_code": basis,
        "component_code": component,
        "gas_group_code": gas,
        "emission_tco2e": None if emission is None else Decimal(emission),
    }


def _claim(
    submission: str,
    line: str,
    first: str,
    last: str,
    counted: str,
    outcome: str = "counted",
    *,
    blocked: str = "0",
    collisions: int = 0,
    against: str = "",
) -> dict[str, Any]:
    return {
        **PARK,
        "submission_id": submission,
        "table_name": "instruments",
        "line_id": line,
        "counted_park_code": None,
        "claim_type_code": "green_certificate",
        "serial_first": first,
        "serial_last": last,
        "claimed_quantity": Decimal(10),
        "counted_quantity": Decimal(counted),
        "blocked_quantity": Decimal(blocked),
        "claim_outcome_code": outcome,
        "collision_count": collisions,
        "collides_with": against,
    }


def marts() -> dict[str, list[dict[str, Any]]]:
    fuel = _cell(NATIONAL, "NA", "NA", "fuel", "CO2", FUEL_TOTAL)
    unknown = _cell(NATIONAL, "NA", "NA", "process", "CO2", None)
    direct = [
        _cell(INVENTORY, "1", "NA", "stationary_combustion", "CO2", "90"),
        _cell(INVENTORY, "1", "NA", "stationary_combustion", "CH4", "14"),
    ]
    removed = _cell(INVENTORY, "removal", "NA", "removals", "CO2", "-4")
    of_park = [
        _cell(INVENTORY, "2", basis, "purchased_power", "CO2", value) for basis, value in _BASES.items()
    ]
    of_nation = [
        _cell(INVENTORY, "2", basis, "purchased_power", "CO2", value)
        for basis, value in (("location", "10"), ("market", "12"))
    ]
    inside = [fuel, unknown, *direct, removed]
    power = _cell(NATIONAL, "NA", "NA", "power", "CO2", "0")
    sectors = [
        {name: value for name, value in cell.items() if name != "scope2_basis_code"}
        for cell in (fuel, *direct)
    ]
    division = {"industry_division_code": "26", "unit_count": 1}
    totals = [
        (NATIONAL, "NA", FUEL_TOTAL),
        *((INVENTORY, basis, str(104 + int(of))) for basis, of in _BASES.items()),
    ]
    results = [
        {
            **PARK,
            "method_code": method,
            "scope2_basis_code": basis,
            "emission_tco2e": Decimal(value),
            "is_partial": True,
        }
        for method, basis, value in totals
    ]
    measure = {**PARK, "energy_method_code": "EN-CAL-F", "energy_tce": Decimal(70)}
    return {
        "mart_park_year": results,
        "mart_park_component_year": [{**PARK, **cell} for cell in (*inside, power, *of_park)],
        "mart_park_lineage_year": [
            {
                **{name: value for name, value in PARK.items() if name not in ("park_code", "province_code")},
                **cell,
                "lineage_code": "P1",
                "park_count": 1,
            }
            for cell in (*inside, power, *of_park)
        ],
        "mart_boundary_bridge": [
            {
                **{name: value for name, value in PARK.items() if name != "boundary_code"},
                **{name: value for name, value in cell.items() if name != "emission_tco2e"},
                "physical_tco2e": cell["emission_tco2e"],
                **{
                    f"{part}_tco2e": Decimal(0)
                    for part in ("only_physical", "only_administrative", "in_both", "internal_exchange")
                },
                "boundary_not_reported_tco2e": -(cell["emission_tco2e"] or Decimal(0)),
                "administrative_tco2e": None,
                "remainder_tco2e": Decimal(0),
            }
            for cell in (*inside, power, *of_park)
        ],
        "mart_park_memo_year": [
            {**PARK, **_cell(INVENTORY, "memo", "NA", component, "CO2", value)}
            for component, value in (("biogenic_co2", "6"), ("own_generation_sent", "-1"))
        ],
        "mart_park_net_year": [_net(row) for row in results[1:]],
        "mart_park_scope3_year": [
            {
                **PARK,
                "method_code": INVENTORY,
                "scope2_basis_code": basis,
                "scope3_category_code": "S3-01",
                "relevance_code": "relevant",
            }
            for basis in ("location", "market")
        ],
        "mart_park_stage_year": [
            {**PARK, "method_code": INVENTORY, "stage_code": stage, "status_code": "not_reached"}
            for stage in ("operational", "full")
        ],
        "mart_park_energy_year": [
            measure
            | {"supply_tce": Decimal(68), "difference_tce": Decimal(2)}
            | {"forms_tce": Decimal(69), "forms_difference_tce": Decimal(1)}
        ],
        "mart_park_profile": [{**PARK, "unit_count": 1}],
        "mart_sector_year": [
            {"reference_year": 2025, "province_code": area, **division, **cell}
            for area in ("110000", "CN")
            for cell in sectors
        ],
        "mart_province_year": [{**YEAR, **COUNTS, **cell} for cell in (*inside, *of_park)],
        "mart_national_year": [{"reference_year": 2025, **COUNTS, **cell} for cell in (*inside, *of_nation)],
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
            for area, cells in (("110000", of_park), ("CN", of_nation))
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
        "mart_proof": [row for basis in _BASES for row in _proof(basis)],
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
            for area, cells in (("110000", of_park), ("CN", of_nation))
            for part, location, market in (
                ("same_on_both", Decimal(103), Decimal(103)),
                ("residual_mix", *(cell["emission_tco2e"] for cell in cells)),
            )
        ],
        "mart_claims": [
            _claim("S1", "I1", "A01", "A10", "10"),
            _claim("S1", "I2", "A11", "A20", "7", "above_consumption"),
            _claim(
                "S1", "I3", "A15", "A30", "0", "claimed_twice", blocked="10", collisions=1, against="P2/U1/I1"
            ),
            _claim("S1", "I5", "A31", "A40", "0", "exceeds_grid_power", blocked="10", against="P2/G1"),
            {
                **_claim("S1", "P1", "", "", "0", "exceeds_direct_supply", blocked="10", against="P2"),
                "table_name": "power_heat",
                "claim_type_code": "direct_line",
                "serial_first": None,
                "serial_last": None,
            },
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
        "mart_findings": [
            _finding("energy_sides_differ", "EN-CAL-F", "2"),
            _finding("periods_differ", NATIONAL, "1"),
            _finding("flow_asymmetric", "electricity/P1/U3>P1/U1", "3"),
            _finding("energy_forms_differ", "EN-CAL-F", "1"),
        ],
        "mart_period_differences": [
            {
                **PARK,
                **{name: value for name, value in fuel.items() if name != "emission_tco2e"},
                "annual_tco2e": Decimal(FUEL_TOTAL),
                "periods_tco2e": Decimal("99.123456789012"),
                "difference_tco2e": Decimal(1),
            }
        ],
        "mart_park_period": [
            {**PARK, "period_code": "2025-01", "method_code": NATIONAL, "scope2_basis_code": "NA"}
        ],
        "mart_park_year_to_date": [{**PARK, "method_code": NATIONAL, "scope2_basis_code": "NA"}],
        "mart_unverified_year": [
            _part(level, area, park, division, cell)
            for level, area, park, division, cell in (
                ("park", "110000", "P1", "NA", fuel),
                ("province", "110000", "NA", "NA", fuel),
                ("nation", "CN", "NA", "NA", fuel),
                ("sector", "CN", "NA", "26", fuel),
            )
        ],
        "mart_unverified_energy_year": [
            measure
            | {"side_code": "use", "absolute_tce": Decimal(70), **_VERIFIED, "unverified_tce": Decimal(0)}
        ],
        "mart_carbon_per_energy": [
            {
                **measure,
                "method_code": NATIONAL,
                "carbon_per_energy": Decimal("1.43"),
                "is_threshold_verified": True,
            }
        ],
        "mart_park_clean_energy": [
            measure | {"natural_gas_treatment_code": treatment, "clean_energy_tce": Decimal(7)}
            for treatment in ("not_clean", "clean")
        ],
        "mart_park_indicator": [
            {
                **PARK,
                "indicator_code": "N-C1",
                "status_code": "not_determined",
                "not_determined_reason_code": "below_threshold_range",
                "is_threshold_verified": True,
                "variant_count": 1,
                "variant_count_met": 0,
                "variant_count_not_met": 0,
            }
        ],
        "cmp_peer_position": [{**PARK, "method_code": NATIONAL, "energy_method_code": "EN-CAL-F"}],
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


#: Scope 2 of the park by basis: what the grid and a park elsewhere sent.
_BASES = {"location": "12", "market": "15"}


def _proof(basis: str) -> list[dict[str, Any]]:
    """What the park receives from another one leaves the nation; all else stays."""
    of_park = {"production": Decimal(104), "consumption": 103 + Decimal(_BASES[basis])}
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


_VERIFIED = {"unverified_row_count": 0, "unverified_row_ids": ""}


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
        **_VERIFIED,
    }


def _net(row: Mapping[str, Any]) -> dict[str, Any]:
    key = {name: value for name, value in row.items() if name != "emission_tco2e"}
    return key | {
        "scope1_tco2e": Decimal(104),
        "scope2_tco2e": row["emission_tco2e"] - 104,
        "gross_tco2e": row["emission_tco2e"],
        "removals_tco2e": Decimal(-4),
        "net_after_removals_tco2e": row["emission_tco2e"] - 4,
        "offsets_tco2e": None,
        "net_after_offsets_tco2e": row["emission_tco2e"] - 4,
    }


def _finding(code: str, subject: str, difference: str) -> dict[str, object]:
    named = {"unit_code": "t", "message_zh": "提示", "message_en": "finding"}
    return {
        **PARK,
        "finding_code": code,
        "subject_code": subject,
        "difference": Decimal(difference),
        **named,
    }
