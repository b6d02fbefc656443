"""The old binary workbook is refused with its cause."""

from quality.rules.delivery.delivery_xls_not_accepted import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "OLE2 (.xls)"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("xls_not_accepted", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "OLE2 (.xls)", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
