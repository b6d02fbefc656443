"""A merged cell is information."""

from quality.rules.structure.cell_merged_or_hidden import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "F7",
    "row_number": 2,
    "column_name": "quantity",
    "found": "12",
    "expected": "",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("merged_cell", **PLACE)])
    assert judge(RULE, batch) == [("energy", 2, "quantity", "12", "", "数量 Quantity")]
    assert RULE.check(batch)["cell"].to_list() == ["F7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("error_cell", **PLACE)])) == []
