"""Marts of the park of the small release, each the sum of its facts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.builders.canonical_cells import BASES, FUEL, INSIDE, OF_PARK, POWER, VERIFIED, cell
from tests.builders.canonical_facts import FUEL_TOTAL, INVENTORY, NATIONAL, PARK


def park_marts() -> dict[str, list[dict[str, Any]]]:
    """Rows of every mart of parks."""
    totals = [
        (NATIONAL, "NA", FUEL_TOTAL),
        *((INVENTORY, basis, str(104 + int(of))) for basis, of in BASES.items()),
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
        "mart_park_component_year": [{**PARK, **cell} for cell in (*INSIDE, POWER, *OF_PARK)],
        "mart_park_lineage_year": [
            {
                **{name: value for name, value in PARK.items() if name not in ("park_code", "province_code")},
                **cell,
                "lineage_code": "P1",
                "park_count": 1,
            }
            for cell in (*INSIDE, POWER, *OF_PARK)
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
            for cell in (*INSIDE, POWER, *OF_PARK)
        ],
        "mart_park_memo_year": [
            {**PARK, **cell(INVENTORY, "memo", "NA", component, "CO2", value)}
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
        "mart_findings": [
            _finding("energy_sides_differ", "EN-CAL-F", "2"),
            _finding("periods_differ", NATIONAL, "1"),
            _finding("flow_asymmetric", "electricity/P1/U3>P1/U1", "3"),
            _finding("energy_forms_differ", "EN-CAL-F", "1"),
        ],
        "mart_period_differences": [
            {
                **PARK,
                **{name: value for name, value in FUEL.items() if name != "emission_tco2e"},
                "annual_tco2e": Decimal(FUEL_TOTAL),
                "periods_tco2e": Decimal("99.123456789012"),
                "difference_tco2e": Decimal(1),
            }
        ],
        "mart_park_period": [
            {**PARK, "period_code": "2025-01", "method_code": NATIONAL, "scope2_basis_code": "NA"}
        ],
        "mart_park_year_to_date": [{**PARK, "method_code": NATIONAL, "scope2_basis_code": "NA"}],
        "mart_unverified_energy_year": [
            measure
            | {"side_code": "use", "absolute_tce": Decimal(70), **VERIFIED, "unverified_tce": Decimal(0)}
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
