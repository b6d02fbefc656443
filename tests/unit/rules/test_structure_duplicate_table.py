"""A table sent twice refuses the submission."""

from quality.rules.structure.structure_duplicate_table import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "能源 (2)",
    "cell": "A1",
    "found": "能源 (2)",
}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("duplicate_table", **PLACE)])
    assert judge(RULE, batch) == [("energy", None, None, "能源 (2)", "", "energy")]
    assert RULE.check(batch)["cell"].to_list() == ["A1"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
