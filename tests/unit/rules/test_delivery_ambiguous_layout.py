"""Two layouts that fit stop the delivery."""

from quality.rules.delivery.delivery_ambiguous_layout import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "layout_a, layout_b"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("ambiguous_layout", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "layout_a, layout_b", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
