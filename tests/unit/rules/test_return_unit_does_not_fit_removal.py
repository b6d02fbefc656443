"""A removal is a mass of CO2."""

from quality.rules.park_return.return_unit_does_not_fit_removal import RULE
from tests.builders.batches import build_batch, judge


def test_finds_another_dimension() -> None:
    batch = build_batch(
        "park_return", {"removals": [{"removal_type_code": "ccs", "quantity_unit": "1000m3"}]}
    )
    assert judge(RULE, batch) == [("removals", 1, "quantity_unit", "1000m3", "t", "ccs")]


def test_passes_units_of_mass() -> None:
    lines = [{"quantity_unit": measure} for measure in ("t", "10kt", "?")]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == []
