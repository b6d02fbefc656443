"""One value for a parameter of a line."""

from quality.rules.park_return.return_duplicate_parameter import RULE
from tests.builders.batches import build_batch, judge

ROW = {"of_table": "other_gases", "of_line": "O1", "parameter_code": "heel"}


def test_finds_both_rows() -> None:
    assert judge(RULE, build_batch("park_return", {"parameters": [ROW, ROW]})) == [
        ("parameters", 1, "parameter_code", "heel", "", "other_gases O1"),
        ("parameters", 2, "parameter_code", "heel", "", "other_gases O1"),
    ]


def test_passes_another_line_parameter_and_submission() -> None:
    rows = [
        ROW,
        ROW | {"of_line": "O2"},
        ROW | {"parameter_code": "abatement"},
        ROW | {"submission_id": "S-2"},
    ]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == []
