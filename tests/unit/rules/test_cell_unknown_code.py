"""An unknown unit refuses its row (L2)."""

from quality.rules.structure.cell_unknown_code import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源",
    "cell": "G7",
    "row_number": 2,
    "column_name": "quantity_unit",
    "found": "万顿",
    "expected": "units: t 吨; …",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("unknown_code", **PLACE)])
    assert judge(RULE, batch) == [("energy", 2, "quantity_unit", "万顿", "units: t 吨; …", "计量单位 Unit")]
    assert RULE.check(batch)["cell"].to_list() == ["G7"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("hidden_row", **PLACE)])) == []
