"""A notation key means something only where it is allowed (L7)."""

from quality.rules.structure.cell_notation_not_allowed import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "H7",
    "row_number": 2,
    "column_name": "net_calorific_value",
    "found": "NE",
    "expected": "数字 number ≥ 0",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("notation_not_allowed", **PLACE)])
    assert judge(RULE, batch) == [
        ("energy", 2, "net_calorific_value", "NE", "数字 number ≥ 0", "低位发热量 Net calorific value")
    ]
    assert RULE.check(batch)["cell"].to_list() == ["H7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("hidden_row", **PLACE)])) == []
