"""Money has a price year."""

from quality.rules.park_return.return_scope3_price_year_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_an_amount_without_year() -> None:
    line = {"scope3_category_code": "S3-01", "amount_10k_cny": "120"}
    assert judge(RULE, build_batch("park_return", {"scope3": [line]})) == [
        ("scope3", 1, "price_year", "", "", "S3-01")
    ]


def test_passes_a_year_and_no_amount() -> None:
    lines = [{"amount_10k_cny": "120", "price_year": "2025"}, {"amount_10k_cny": "NO"}, {"activity": "5"}]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == []
