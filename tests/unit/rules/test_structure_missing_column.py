"""Without a required column the submission is refused."""

from quality.rules.structure.structure_missing_column import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "column_name": "quantity",
    "expected": "数量 quantity",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("missing_column", **PLACE)])
    assert judge(RULE, batch) == [("energy", None, "quantity", "", "数量 quantity", "数量 Quantity")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
