"""An optional cell of the cover refuses neither row nor submission."""

from quality.rules.structure.structure_cover_optional_cell import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D14",
    "row_number": 1,
    "column_name": "prepared_on",
    "found": "昨天",
    "expected": "2025-01-31",
}
OTHER_PLACE = {
    "form": "park_return",
    "table_name": "cover",
    "sheet": "封面",
    "cell": "D6",
    "row_number": 1,
    "column_name": "park_code",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("not_a_date", **PLACE)])
    assert judge(RULE, batch) == [("cover", 1, "prepared_on", "昨天", "2025-01-31", "填表日期 Prepared on")]
    assert RULE.check(batch)["cell"].to_list() == ["D14"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("missing_value", **OTHER_PLACE)])) == []
