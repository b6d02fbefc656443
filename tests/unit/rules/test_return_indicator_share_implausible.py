"""An indicator is a share."""

from quality.rules.park_return.return_indicator_share_implausible import RULE
from tests.builders.batches import build_batch, judge

LINE = {"indicator_code": "water_reuse"}


def test_finds_more_than_one_and_nothing_to_divide_by() -> None:
    lines = [LINE | {"numerator": "11", "denominator": "10"}, LINE | {"numerator": "0", "denominator": "0"}]
    assert judge(RULE, build_batch("park_return", {"indicators": lines})) == [
        ("indicators", 2, "denominator", "0", "> 0", "water_reuse"),
        ("indicators", 1, "numerator", "11", "≤ 10", "water_reuse"),
    ]


def test_passes_shares_and_what_is_not_known() -> None:
    lines = [
        LINE | {"numerator": "10", "denominator": "10"},
        LINE | {"numerator": "0", "denominator": "10"},
        LINE | {"numerator": "10", "denominator": "NE"},
        LINE | {"numerator": "10"},
    ]
    assert judge(RULE, build_batch("park_return", {"indicators": lines})) == []
