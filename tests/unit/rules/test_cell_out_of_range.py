"""A value outside its range refuses its row."""

from quality.rules.structure.cell_out_of_range import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "F7",
    "row_number": 2,
    "column_name": "quantity",
    "found": "-5",
    "expected": "数字 number ≥ 0",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("out_of_range", **PLACE)])
    assert judge(RULE, batch) == [("energy", 2, "quantity", "-5", "数字 number ≥ 0", "数量 Quantity")]
    assert RULE.check(batch)["cell"].to_list() == ["F7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("hidden_row", **PLACE)])) == []
