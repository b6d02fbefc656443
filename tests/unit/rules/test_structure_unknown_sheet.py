"""A sheet of no table is found, and refuses no row of the others."""

from quality.rules.structure.structure_unknown_sheet import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"form": "park_return", "sheet": "备忘", "cell": "A1", "found": "备忘", "expected": "封面, 能源"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "备忘", "封面, 能源", "")]
    assert RULE.check(batch)["cell"].to_list() == ["A1"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("missing_table", **PLACE)])) == []
