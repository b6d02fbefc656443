"""What the cover says is not passed over (L7)."""

from quality.rules.park_return.return_period_basis_not_discrete import RULE
from tests.builders.batches import build_batch, judge


def test_finds_it_on_the_cover() -> None:
    batch = build_batch("park_return", {"cover": [{"period_basis_code": "year_to_date"}]})
    assert judge(RULE, batch) == [("cover", 1, "period_basis_code", "year_to_date", "discrete", "")]


def test_passes_the_regular_cover() -> None:
    assert judge(RULE, build_batch("park_return", {"cover": [{"period_basis_code": "discrete"}]})) == []
