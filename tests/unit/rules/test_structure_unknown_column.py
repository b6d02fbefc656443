"""A column of no name is found at its head."""

from quality.rules.structure.structure_unknown_column import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"form": "park_return", "table_name": "energy", "sheet": "能源", "cell": "T5", "found": "colour"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("unknown_column", **PLACE)])
    assert judge(RULE, batch) == [("energy", None, None, "colour", "", "energy")]
    assert RULE.check(batch)["cell"].to_list() == ["T5"]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unknown_sheet", **PLACE)])) == []
