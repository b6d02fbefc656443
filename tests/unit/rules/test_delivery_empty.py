"""An empty file is no return of zeros (L7)."""

from quality.rules.delivery.delivery_empty import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "0 bytes"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("empty_delivery", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "0 bytes", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
