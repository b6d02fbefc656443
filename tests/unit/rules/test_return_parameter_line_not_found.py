"""A parameter belongs to a line of the same submission."""

from quality.rules.park_return.return_parameter_line_not_found import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_number_that_no_line_of_the_table_has() -> None:
    tables = {
        "other_gases": [{"line_id": "O1"}, {"line_id": "O2", "submission_id": "S-2"}],
        "energy": [{"line_id": "E1"}],
        "parameters": [
            {"line_id": "M1", "of_table": "other_gases", "of_line": "O2"},
            {"line_id": "M2", "of_table": "other_gases", "of_line": "E1"},
        ],
    }
    assert judge(RULE, build_batch("park_return", tables)) == [
        ("parameters", 1, "of_line", "O2", "", "other_gases"),
        ("parameters", 2, "of_line", "E1", "", "other_gases"),
    ]


def test_passes_a_line_that_is_there_and_what_could_not_be_read() -> None:
    tables = {
        "other_gases": [{"line_id": "O1"}],
        "parameters": [{"of_table": "other_gases", "of_line": "O1"}, {"of_table": "?", "of_line": "O9"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == []
