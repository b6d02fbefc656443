"""What the cover says is not passed over (L7)."""

from quality.rules.park_return.return_quick_status import RULE
from tests.builders.batches import build_batch, judge


def test_finds_it_on_the_cover() -> None:
    batch = build_batch("park_return", {"cover": [{"submission_status_code": "quick"}]})
    assert judge(RULE, batch) == [("cover", 1, "submission_status_code", "quick", "final", "")]


def test_passes_the_regular_cover() -> None:
    assert judge(RULE, build_batch("park_return", {"cover": [{"submission_status_code": "final"}]})) == []
