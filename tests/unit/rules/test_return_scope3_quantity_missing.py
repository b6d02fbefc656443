"""A relevant category has a quantity (L7)."""

from quality.rules.park_return.return_scope3_quantity_missing import RULE
from tests.builders.batches import build_batch, judge

LINE = {"scope3_category_code": "S3-06", "relevance_code": "relevant"}


def test_finds_the_cell_of_the_method() -> None:
    lines = [
        LINE,
        LINE | {"calculation_method_code": "spend", "activity": "1"},
        LINE | {"calculation_method_code": "supplier", "amount_10k_cny": "1"},
    ]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == [
        ("scope3", 1, "activity", "", "", "S3-06"),
        ("scope3", 3, "activity", "", "", "S3-06"),
        ("scope3", 2, "amount_10k_cny", "", "", "S3-06"),
    ]


def test_passes_quantities_keys_and_what_is_not_relevant() -> None:
    lines = [
        LINE | {"activity": "5"},
        LINE | {"activity": "NE"},
        LINE | {"calculation_method_code": "spend", "amount_10k_cny": "5"},
        LINE | {"relevance_code": "not_relevant"},
        LINE | {"relevance_code": "?"},
    ]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == []
