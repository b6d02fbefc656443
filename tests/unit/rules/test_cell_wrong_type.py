"""A value that is not of its type refuses its row."""

from quality.rules.structure.cell_wrong_type import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "units",
    "sheet": "单位名录",
    "cell": "R6",
    "row_number": 1,
    "column_name": "employees",
    "found": "12.5",
    "expected": "整数 integer ≥ 0",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("not_an_integer", **PLACE)])
    assert judge(RULE, batch) == [
        ("units", 1, "employees", "12.5", "整数 integer ≥ 0", "从业人员（人） Employees")
    ]
    assert RULE.check(batch)["cell"].to_list() == ["R6"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("hidden_row", **PLACE)])) == []
