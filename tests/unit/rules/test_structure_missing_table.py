"""A table that was not sent refuses the submission."""

from quality.rules.structure.structure_missing_table import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"form": "park_return", "table_name": "process", "expected": "工业过程 process"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("missing_table", **PLACE)])
    assert judge(RULE, batch) == [("process", None, None, "", "工业过程 process", "process")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
