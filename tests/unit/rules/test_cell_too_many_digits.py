"""A number that cannot be stored exactly is not rounded (L3)."""

from quality.rules.structure.cell_too_many_digits import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "F7",
    "row_number": 2,
    "column_name": "quantity",
    "found": "0.0000000000001",
    "expected": "数字 number ≥ 0",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("too_many_digits", **PLACE)])
    assert judge(RULE, batch) == [
        ("energy", 2, "quantity", "0.0000000000001", "数字 number ≥ 0", "数量 Quantity")
    ]
    assert RULE.check(batch)["cell"].to_list() == ["F7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("hidden_row", **PLACE)])) == []
