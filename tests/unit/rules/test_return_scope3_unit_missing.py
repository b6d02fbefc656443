"""A number without a unit is no quantity."""

from quality.rules.park_return.return_scope3_unit_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_an_activity_without_unit() -> None:
    batch = build_batch("park_return", {"scope3": [{"activity": "5"}, {"activity": "0"}]})
    assert judge(RULE, batch) == [
        ("scope3", 1, "quantity_unit", "", "", "5"),
        ("scope3", 2, "quantity_unit", "", "", "0"),
    ]


def test_passes_a_unit_spend_and_no_number() -> None:
    lines = [
        {"activity": "5", "quantity_unit": "t"},
        {"activity": "5", "quantity_unit": "?"},
        {"activity": "5", "calculation_method_code": "spend"},
        {"activity": "NE"},
        {"amount_10k_cny": "5"},
    ]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == []
