"""A label that no layout maps is never dropped (L2)."""

from quality.rules.structure.structure_layout_label_unknown import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "province_inventory",
    "table_name": "energy",
    "sheet": "示例省2015",
    "cell": "A9",
    "column_name": "row_code",
    "found": "Ruraal",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("layout_label_unknown", **PLACE)])
    assert judge(RULE, batch) == [("energy", None, "row_code", "Ruraal", "", "项目 Row")]
    assert RULE.check(batch)["cell"].to_list() == ["A9"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
