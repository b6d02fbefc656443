"""A password stops the delivery."""

from quality.rules.delivery.delivery_encrypted_file import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "OLE2, encrypted"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("encrypted_file", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "OLE2, encrypted", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
