"""A changed fixed value refuses the submission."""

from quality.rules.structure.structure_fixed_value_differs import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D4",
    "row_number": 1,
    "column_name": "form",
    "found": "park",
    "expected": "park_return",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("fixed_value_differs", **PLACE)])
    assert judge(RULE, batch) == [("cover", 1, "form", "park", "park_return", "报表代码 Form")]
    assert RULE.check(batch)["cell"].to_list() == ["D4"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
