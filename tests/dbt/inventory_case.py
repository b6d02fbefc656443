"""Two parks with a line for every rule of the GHG inventory: one in Zhejiang, one in Tibet."""

from collections.abc import Mapping
from pathlib import Path

from tests.dbt.rows import registered, unit
from tests.dbt.warehouse_inputs import Inputs, Row

MEASURED = {"evidence_tier_code": "measured"}
SOLD = {"direction_code": "sent", "counterparty_kind_code": "outside_unit", "counterparty_code": "O1"}

ENERGY: Mapping[str, Row] = {
    "COAL": {"carrier_code": "bituminous", "quantity": "1000"},
    "NCV": {"carrier_code": "bituminous", "quantity": "1000", "net_calorific_value": "20", **MEASURED},
    "CARBON": {
        "carrier_code": "bituminous",
        "quantity": "1000",
        "net_calorific_value": "20",
        "carbon_content": "26",
        **MEASURED,
    },
    "JET": {"carrier_code": "jet_kerosene", "quantity": "1000"},
    "JET-NCV": {"carrier_code": "jet_kerosene", "quantity": "1000", "net_calorific_value": "44", **MEASURED},
    "OXIDISED": {"carrier_code": "bituminous", "quantity": "1000", "oxidation_ratio": "0.9", **MEASURED},
    "ESTIMATED": {
        "carrier_code": "bituminous",
        "quantity": "1000",
        "net_calorific_value": "20",
        "evidence_tier_code": "estimate",
    },
    "FALLBACK": {"carrier_code": "raw_coal", "quantity": "1000"},
    "UNKNOWN": {"carrier_code": "jet_kerosene", "quantity": "1000"},
    "WOOD": {"carrier_code": "fuelwood", "quantity": "100"},
    "MIXED": {"carrier_code": "bituminous", "quantity": "1000", "biogenic_share_ratio": "0.25"},
    "POWER-PLANT": {"carrier_code": "bituminous", "flow_code": "T-PWR", "quantity": "1000"},
    "ROAD": {"carrier_code": "diesel", "use_code": "road", "quantity": "100"},
    "BUILDING": {"carrier_code": "diesel", "use_code": "building", "quantity": "100"},
    "OIL": {"carrier_code": "lubricant", "flow_code": "NEU", "quantity": "10"},
    "TAR": {"carrier_code": "bitumen", "flow_code": "NEU", "quantity": "10"},
    "BOUGHT": {"carrier_code": "bituminous", "flow_code": "PUR", "quantity": "10"},
}
POWER_HEAT: Mapping[str, Row] = {
    "GRID": {"kind_code": "E-GRID", "quantity": "1000"},
    "NUCLEAR": {"kind_code": "E-NUC", "quantity": "1000", "measured_factor": "0.01"},
    "NUCLEAR-NONE": {"kind_code": "E-NUC", "quantity": "1000"},
    "DIRECT": {"kind_code": "E-DL", "quantity": "1000"},
    "PLANT": {"kind_code": "E-DLF", "quantity": "1000", "measured_factor": "0.8"},
    "PLANT-NONE": {"kind_code": "E-DLF", "quantity": "1000"},
    "ROOF": {"kind_code": "E-SELF-RE", "quantity": "1000"},
    "RESOLD": {"kind_code": "E-GRID", "quantity": "100", **SOLD},
    "OWN-SENT": {"kind_code": "E-SELF-FF", "quantity": "10", "measured_factor": "0.9", **SOLD},
    "WASTE-SENT": {"kind_code": "E-SELF-WH", "quantity": "10", **SOLD},
    "STEAM": {"kind_code": "H-FOS", "quantity": "1000", "quantity_unit": "GJ"},
    "BIO-HEAT": {"kind_code": "H-NF", "quantity": "1000", "quantity_unit": "GJ"},
    "RECOVERED": {"kind_code": "H-WH", "quantity": "1000", "quantity_unit": "GJ"},
    "STEAM-RESOLD": {
        "kind_code": "H-FOS",
        "quantity": "100",
        "quantity_unit": "GJ",
        "supply_origin_code": "resold",
        **SOLD,
    },
    "STEAM-OWN": {
        "kind_code": "H-FOS",
        "quantity": "100",
        "quantity_unit": "GJ",
        "supply_origin_code": "own_generation",
        "measured_factor": "0.1",
        **SOLD,
        **MEASURED,
    },
    "STEAM-UNSAID": {"kind_code": "H-FOS", "quantity": "100", "quantity_unit": "GJ", **SOLD},
}
PROCESS: Mapping[str, Row] = {
    "POTS": {"unit_code": "U1", "product_code": "primary_aluminium", "qualified_output": "20000"},
    "POTS-MEASURED": {"unit_code": "U2", "product_code": "primary_aluminium", "qualified_output": "20000"},
    "ACID": {"unit_code": "U1", "product_code": "nitric_acid", "qualified_output": "1000"},
    "METHANOL": {"unit_code": "U1", "product_code": "methanol", "qualified_output": "1000"},
}
GASES: Mapping[str, Row] = {
    "ANODE": {"unit_code": "U2", "source_code": "anode_effect", "gas_code": "CF4", "emitted": "0.5"},
    "COOLING": {"source_code": "refrigeration", "gas_code": "HFC-134a", "emitted": "0.1"},
    "OLD-COOLING": {"source_code": "refrigeration", "gas_code": "HCFC-22", "emitted": "0.1"},
    "LEAK": {
        "source_code": "gas_system",
        "gas_code": "CH4",
        "calculation_method_code": "activity",
        "activity": "1000",
        "measured_factor": "0.002",
        "factor_note": "示例实测",
    },
    "LEAK-NONE": {
        "source_code": "gas_system",
        "gas_code": "CH4",
        "calculation_method_code": "activity",
        "activity": "1000",
    },
}
STORED = {"quantity_unit": "t", "removal_type_code": "ccs"}
REMOVALS: Mapping[str, Row] = {
    "CAPTURED": {"co2_origin_code": "fossil", "fate_code": "geological", "quantity": "50"},
    "FOREST": {"co2_origin_code": "air", "fate_code": "biomass", "quantity": "20", "credit_sold": "5"},
}
INSTRUMENTS: Mapping[str, Row] = {
    "RETIRED": {"quantity": "30", "serial_from": "1", "retired_on": "2025-12-01", "consumption_year": 2025},
    "HELD": {"quantity": "10", "serial_from": "1", "consumption_year": 2025},
}


def _lines(table: str, lines: Mapping[str, Row], **always: object) -> dict[tuple[str, str], list[Row]]:
    shared = {"submission_id": "S-Z", "unit_code": "U1", **always}
    return {("park_return", table): [{**shared, "line_id": line, **row} for line, row in lines.items()]}


def inventory_inputs(folder: Path, **settings: str) -> Inputs:
    """The two parks, with settings of the plan that differ from the defaults."""
    parks = {"Z": "330000", "T": "540000"}
    received = {"direction_code": "received", "counterparty_kind_code": "grid", "quantity_unit": "MWh"}
    cover = {"period_basis_code": "discrete", "boundaries_reported_code": "physical"}
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_return", "cover"): [{"submission_id": f"S-{park}", **cover} for park in parks],
        ("park_return", "units"): [unit("S-Z", "U1"), unit("S-Z", "U2"), unit("S-T", "U1")],
        **_lines("energy", ENERGY, flow_code="FIN", quantity_unit="t"),
        **_lines("power_heat", POWER_HEAT, **received),
        **_lines(
            "generation",
            {"ATTRIBUTE": {"technology_code": "solar", "plant_code": "P", "attribute_sold": "100"}},
            quantity_unit="MWh",
        ),
        **_lines("process", PROCESS, role_code="product", quantity_unit="t"),
        **_lines("other_gases", GASES, calculation_method_code="emitted", quantity_unit="t"),
        **_lines("removals", REMOVALS, **STORED),
        **_lines("instruments", INSTRUMENTS, instrument_type_code="offset", quantity_unit="t"),
        ("park_register", "parks"): [
            registered(f"S-REG-{province}", park) for park, province in parks.items()
        ],
    }
    tibet = {"submission_id": "S-T", "line_id": "TIBET", "unit_code": "U1", "kind_code": "E-GRID"}
    rows["park_return", "power_heat"].append({**received, **tibet, "quantity": "1000"})
    submissions: list[Row] = [
        {"submission_id": f"S-REG-{province}", "form": "park_register", "reporting_unit_code": province}
        for province in parks.values()
    ]
    submissions += [
        {"submission_id": f"S-{park}", "form": "park_return", "reporting_unit_code": park} for park in parks
    ]
    return Inputs(folder, rows, submissions, settings=settings)
