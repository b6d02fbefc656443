"""A number too large to be stored is refused, never cut (L3)."""

from quality.rules.structure.cell_too_many_digits import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "F7",
    "row_number": 2,
    "column_name": "quantity",
    "found": "12345678901234",
    "expected": "数字 number ≥ 0",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("too_many_digits", **PLACE)])
    assert judge(RULE, batch) == [
        ("energy", 2, "quantity", "12345678901234", "数字 number ≥ 0", "数量 Quantity")
    ]
    assert RULE.check(batch)["cell"].to_list() == ["F7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("hidden_row", **PLACE)])) == []
