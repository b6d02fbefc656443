"""A required cell of the cover is part of the submission's key."""

from quality.rules.structure.structure_cover_required_cell import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D6",
    "row_number": 1,
    "column_name": "park_code",
}
OTHER_PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D14",
    "row_number": 1,
    "column_name": "prepared_on",
    "found": "昨天",
    "expected": "2025-01-31",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("missing_value", **PLACE)])
    assert judge(RULE, batch) == [("cover", 1, "park_code", "", "", "园区代码 Park code")]
    assert RULE.check(batch)["cell"].to_list() == ["D6"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("not_a_date", **OTHER_PLACE)])) == []
