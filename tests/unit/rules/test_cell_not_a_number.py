"""Text in a number cell refuses its row."""

from quality.rules.structure.cell_not_a_number import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "F7",
    "row_number": 2,
    "column_name": "quantity",
    "found": "约100",
    "expected": "数字 number ≥ 0",
}
OTHER_PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D6",
    "row_number": 1,
    "column_name": "park_code",
    "found": "?",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("not_a_number", **PLACE)])
    assert judge(RULE, batch) == [("energy", 2, "quantity", "约100", "数字 number ≥ 0", "数量 Quantity")]
    assert RULE.check(batch)["cell"].to_list() == ["F7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("not_a_number", **OTHER_PLACE)])) == []
