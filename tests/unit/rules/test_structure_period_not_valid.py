"""A period that is none refuses the submission."""

from quality.rules.structure.structure_period_not_valid import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D8",
    "row_number": 1,
    "column_name": "period",
    "found": "去年",
    "expected": "2025",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("period_not_valid", **PLACE)])
    assert judge(RULE, batch) == [("cover", 1, "period", "去年", "2025", "报告期 Period")]
    assert RULE.check(batch)["cell"].to_list() == ["D8"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
