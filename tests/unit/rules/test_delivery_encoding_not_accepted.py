"""The likely encoding is named."""

from quality.rules.delivery.delivery_encoding_not_accepted import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "UTF-16", "expected": "UTF-8, GB18030"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("encoding_not_accepted", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "UTF-16", "UTF-8, GB18030", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
