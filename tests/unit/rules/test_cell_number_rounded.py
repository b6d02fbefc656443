"""A number with more than 12 decimals is stored rounded, and its cell says so (L3)."""

from quality.rules.structure.cell_number_rounded import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {
    "form": "park_return",
    "table_name": "energy",
    "sheet": "energy.csv",
    "cell": "F7",
    "row_number": 2,
    "column_name": "quantity",
    "found": "0.30000000000000004",
    "expected": "0.3",
}


def test_finds_it_at_its_place_with_both_values() -> None:
    batch = build_batch("park_return", {}, [problem("rounded_number", **PLACE)])
    assert judge(RULE, batch) == [("energy", 2, "quantity", "0.30000000000000004", "0.3", "数量 Quantity")]
    assert RULE.check(batch)["cell"].to_list() == ["F7"]
    assert RULE.severity == "info"


def test_a_cell_that_breaks_a_rule_has_that_finding_alone() -> None:
    both = [problem(code, **PLACE) for code in ("rounded_number", "out_of_range")]
    assert judge(RULE, build_batch("park_return", {}, both)) == []
