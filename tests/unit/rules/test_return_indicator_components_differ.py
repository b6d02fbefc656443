"""An indicator is what its components give."""

from quality.rules.park_return.return_indicator_components_differ import RULE
from tests.builders.batches import build_batch, judge

WASTE = {
    "indicator_code": "solid_waste_use",
    "waste_generated_t": "90",
    "waste_old_stock_used_t": "10",
    "waste_used_t": "80",
}
WATER = {"indicator_code": "water_reuse", "water_fresh_10k_m3": "30", "water_reused_10k_m3": "70"}


def test_finds_other_parts() -> None:
    lines = [
        WASTE | {"numerator": "70", "denominator": "90"},
        WATER | {"numerator": "70", "denominator": "30"},
        WATER | {"numerator": "50", "denominator": "100"},
    ]
    assert judge(RULE, build_batch("park_return", {"indicators": lines})) == [
        ("indicators", 1, "numerator", "70", "80", "solid_waste_use"),
        ("indicators", 3, "numerator", "50", "70", "water_reuse"),
        ("indicators", 1, "denominator", "90", "100", "solid_waste_use"),
        ("indicators", 2, "denominator", "30", "100", "water_reuse"),
    ]


def test_passes_the_same_and_what_is_not_given() -> None:
    lines = [
        WASTE | {"numerator": "80", "denominator": "99.5"},
        WATER | {"numerator": "70", "denominator": "100"},
        {"indicator_code": "water_reuse", "numerator": "7", "denominator": "10"},
        WATER | {"indicator_code": "waste_heat_use", "numerator": "1", "denominator": "2"},
    ]
    assert judge(RULE, build_batch("park_return", {"indicators": lines})) == []
