"""Generation is given in units of electricity."""

from quality.rules.park_return.return_unit_does_not_fit_generation import RULE
from tests.builders.batches import build_batch, judge


def test_finds_another_dimension() -> None:
    lines = [{"plant_code": "PV", "quantity_unit": measure} for measure in ("MWh", "GJ", "t")]
    assert judge(RULE, build_batch("park_return", {"generation": lines})) == [
        ("generation", 2, "quantity_unit", "GJ", "MWh", "PV"),
        ("generation", 3, "quantity_unit", "t", "MWh", "PV"),
    ]


def test_passes_units_of_electricity_and_unknown_ones() -> None:
    lines = [{"quantity_unit": measure} for measure in ("kWh", "10MWh", "100GWh", "?", "")]
    assert judge(RULE, build_batch("park_return", {"generation": lines})) == []
