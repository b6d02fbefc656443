"""Facts of the small release of one park, line by line."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

NATIONAL, INVENTORY = "CN-NZCP-2025", "GHGI"
YEAR = {"reference_year": 2025, "province_code": "110000"}
PARK = {**YEAR, "park_code": "P1", "boundary_code": "physical"}
BY_NATIONAL = {"method_code": NATIONAL, "method_version": "1"}
BY_INVENTORY = {"method_code": INVENTORY, "method_version": "1"}
_LINE = {
    "unit_code": "U1",
    **PARK,
    "submission_id": "S1",
    "period_code": "2025",
    "table_name": "energy",
    "view_code": "unit",
    "entry_kind_code": "own",
    "sign": 1,
    "notation_key_code": None,
    "not_estimated_reason_code": None,
}
COUNTS = {"park_count_registered": 2, "park_count_reported": 1, "park_count_partial": 1}
_BACK = {"entry_kind_code": "elimination", "sign": -1}
_POWER = {"table_name": "power_heat", "activity_code": "E-GRID/received"}
FUEL_TOTAL = "100.123456789012"


def entry(
    line: str,
    method: Mapping[str, str],
    cell: tuple[str, str, str, str],
    factor: tuple[str, str] | None,
    mass: str | None,
    *,
    gas: tuple[str, str] = ("CO2", "1"),
    **more: Any,
) -> dict[str, Any]:
    """A line of the facts; `cell` is term, scope, basis and component, `gas` a gas and its potential."""
    term, scope, basis, component = cell
    return {
        **_LINE,
        **method,
        "line_id": line,
        "activity_code": "energy/FIN",
        "term_code": term,
        "scope_code": scope,
        "scope2_basis_code": basis,
        "component_code": component,
        "gas_code": gas[0],
        "gas_group_code": gas[0],
        "gwp_value": Decimal(gas[1]),
        "is_memo": False,
        "factor_id": factor and factor[0],
        "factor_value": None if factor is None else Decimal(factor[1]),
        "mass_t": None if mass is None else Decimal(mass),
        "emission_tco2e": None if mass is None else Decimal(mass) * Decimal(gas[1]),
        **more,
    }


def eliminated(row: Mapping[str, Any], view: str, *values: str) -> dict[str, Any]:
    return {**row, **_BACK, "view_code": view, **{name: -row[name] for name in values}}


def facts() -> dict[str, list[dict[str, Any]]]:
    """A fuel (1), power of a neighbour (2), the grid (4) and another park (5), a line without factor (3).

    Heat of its own generation (6) goes outside.
    """
    power = entry("2", BY_NATIONAL, ("POWER", "NA", "NA", "power"), ("F2", "0.5"), "5") | _POWER
    emissions = [
        entry("1", BY_NATIONAL, ("FUEL", "NA", "NA", "fuel"), ("F1", "2.5"), FUEL_TOTAL),
        power,
        eliminated(power, "park", "mass_t", "emission_tco2e"),
        entry(
            "3",
            BY_NATIONAL,
            ("PROCESS", "NA", "NA", "process"),
            None,
            None,
            activity_code="process/product",
            table_name="process",
            notation_key_code="NE",
            not_estimated_reason_code="no_factor",
        ),
        entry("1", BY_INVENTORY, ("FUEL", "1", "NA", "stationary_combustion"), ("F1", "2.5"), "90"),
        entry(
            "1",
            BY_INVENTORY,
            ("FUEL-CH4", "1", "NA", "stationary_combustion"),
            ("F3", "0.001"),
            "0.5",
            gas=("CH4", "28"),
        ),
        entry(
            "1", BY_INVENTORY, ("FUEL-BIO", "memo", "NA", "biogenic_co2"), ("F1", "2.5"), "6", is_memo=True
        ),
        entry(
            "7",
            BY_INVENTORY,
            ("REMOVED", "removal", "NA", "removals"),
            ("F4", "1"),
            "-4",
            sign=-1,
            table_name="removals",
            activity_code="removals/stored",
        ),
    ]
    for basis, factor, own, elsewhere in (("location", "F2", "10", "2"), ("market", "F5", "12", "3")):
        value = {"F2": "0.5", "F5": "0.6"}[factor]
        cell = ("GRID", "2", basis, "purchased_power")
        emissions.append(entry("4", BY_INVENTORY, cell, (factor, value), own) | _POWER)
        between = entry("5", BY_INVENTORY, cell, (factor, value), elsewhere) | _POWER
        emissions += [between, eliminated(between, "nation", "mass_t", "emission_tco2e")]
    sent = ("SENT", "memo", "NA", "own_generation_sent")
    emissions.append(
        entry("6", BY_INVENTORY, sent, ("F4", "1"), "-1", sign=-1, is_memo=True)
        | {"table_name": "power_heat", "activity_code": "H-FOS/sent"}
    )
    use = {"energy_method_code": "EN-CAL-F", "side_code": "use"}
    fuel = {
        **_LINE,
        **use,
        "line_id": "1",
        "activity_code": "energy/FIN",
        "coefficient_tce": Decimal("0.7"),
        "energy_tce": Decimal(70),
    }
    inner = {
        **_LINE,
        **_POWER,
        **use,
        "line_id": "2",
        "coefficient_tce": Decimal("0.1229"),
        "energy_tce": Decimal("1.229"),
    }
    supply = fuel | {"activity_code": "energy/PUR", "side_code": "supply", "energy_tce": Decimal(68)}
    # Put out of fuel, and used or sent by nobody.
    output = fuel | {"activity_code": "energy/T-OUT", "side_code": "conversion", "energy_tce": Decimal(-1)}
    return {
        "fct_emissions": emissions,
        "fct_energy": [fuel, inner, eliminated(inner, "park", "energy_tce"), supply, output],
        "fct_parameters": [
            {
                "submission_id": "S1",
                "period_code": "2025",
                "table_name": "other_gases",
                "line_id": "9",
                "parameter_code": "quantity_uncertainty",
                "reference_year": 2025,
                "park_code": PARK["park_code"],
                "parameter_source_code": "submitted",
            }
        ],
        "fct_power_heat": [
            {
                **PARK,
                "submission_id": "S1",
                "period_code": "2025",
                "line_id": line,
                "is_internal": view == "park",
                "activity_code": "E-GRID/received",
                "elimination_view_code": view,
            }
            for line, view in (("2", "park"), ("4", None), ("5", "nation"))
        ],
        "fct_flows": [
            {
                **PARK,
                "submission_id": "S1",
                "period_code": "2025",
                "table_name": "power_heat",
                "line_id": "2",
                "reported_by_code": "receiver",
            }
        ],
    }
