"""The golden parks: one register and one return for each scenario worked by hand in tests/golden."""

from pathlib import Path
from typing import Any

import yaml

from lingtan.places import Places
from tests.builders.office_factors import put_loss_factor, put_provincial_factors
from tests.builders.reference_seeds import SEEDS
from tests.builders.release import Rows, put, register_of, return_of

PROVINCE = "330000"
SCENARIOS = Path(__file__).parents[1] / "golden"
#: The one provincial inventory worked by hand.
INVENTORY = SCENARIOS / "inventory" / "inventory.yaml"
#: The office's one factor of losses, in kg CH4 per t (scenario refinery).
LOSS_FACTOR = ("refinery_gas", "300")
LINE_TABLES = (
    "units",
    "energy",
    "power_heat",
    "generation",
    "process",
    "other_gases",
    "parameters",
    "scope3",
    "removals",
    "instruments",
)


def scenarios() -> list[dict[str, Any]]:
    """Every scenario, by its folder's name."""
    return [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(SCENARIOS.glob("*/scenario.yaml"))
    ]


def register_entry(scenario: dict[str, Any]) -> dict[str, object]:
    """The row of the park register."""
    return {
        "park_code": scenario["park_code"],
        "park_name_zh": scenario["park_name"],
        "parent_park_code": scenario.get("parent_park_code"),
        "is_publishable": scenario.get("is_publishable", False),
    }


def golden_return(scenario: dict[str, Any], *, kind: str = "original") -> Rows:
    """The park's return with the tables that the scenario gives."""
    tables = {name: scenario[name] for name in LINE_TABLES if name in scenario}
    return return_of(scenario["park_code"], tables, kind=kind)


def put_golden(places: Places) -> None:
    """Lay the register and every return into the inbox."""
    every = scenarios()
    put(
        places,
        PROVINCE,
        "register",
        "park_register",
        register_of(PROVINCE, [register_entry(one) for one in every]),
    )
    for one in every:
        put(places, PROVINCE, one["park_code"], "park_return", golden_return(one))
    inventory = yaml.safe_load(INVENTORY.read_text(encoding="utf-8"))
    put_provincial_factors(places, inventory["factors"])
    put_loss_factor(places, *LOSS_FACTOR)
    cover = {
        "province_code": inventory["province_code"],
        "period": "2025",
        "period_basis_code": "discrete",
        "submission_status_code": "final",
        "submission_kind_code": "original",
    }
    listed = {(row["row_code"], row["carrier_code"]): row for row in inventory["energy"]}
    units = {row["carrier_code"]: row["quantity_unit"] for row in inventory["energy"]}
    silent = [
        {"row_code": sector, "carrier_code": carrier, "quantity": "NO", "quantity_unit": unit}
        for carrier, unit in units.items()
        for sector in SEEDS["inventory_rows"]["row_code"]
        if (sector, carrier) not in listed
    ]
    rows = {"cover": [cover], "energy": [*inventory["energy"], *silent]}
    put(places, PROVINCE, "inventory", "province_inventory", rows)
