"""A file of no known kind is refused."""

from quality.rules.delivery.delivery_unknown_file_kind import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "25 50 44 46"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("unknown_file_kind", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "25 50 44 46", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
