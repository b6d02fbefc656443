"""Own power sent comes from a plant."""

from quality.rules.park_return.return_own_power_without_generation import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "unit_code": "U1",
    "direction_code": "sent",
    "kind_code": "E-SELF-RE",
    "quantity": "5",
    "quantity_unit": "MWh",
}


def test_finds_a_unit_without_such_a_plant() -> None:
    plants = [
        {"unit_code": "U1", "technology_code": "fossil"},
        {"unit_code": "U2", "technology_code": "solar"},
    ]
    assert judge(RULE, build_batch("park_return", {"power_heat": [LINE], "generation": plants})) == [
        ("power_heat", 1, "kind_code", "E-SELF-RE", "U1", "5 MWh")
    ]


def test_passes_a_plant_and_other_lines() -> None:
    lines = [
        LINE,
        LINE | {"kind_code": "E-GRID"},
        LINE | {"unit_code": "U2", "direction_code": "received"},
        LINE | {"unit_code": "U2", "quantity": "NO"},
    ]
    plants = [{"unit_code": "U1", "technology_code": "wind"}]
    assert judge(RULE, build_batch("park_return", {"power_heat": lines, "generation": plants})) == []
