"""A damaged file is refused."""

from quality.rules.delivery.delivery_unreadable_file import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "ZIP: bad magic number"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "ZIP: bad magic number", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("empty_delivery", **PLACE)])) == []
