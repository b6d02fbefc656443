"""The line number is the key of a line within its table."""

from lingtan.contracts.load import contract_for
from quality.rules.park_return.return_duplicate_line import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_number_twice_in_a_table() -> None:
    batch = build_batch("park_return", {"energy": [{"line_id": "1"}, {"line_id": "2"}, {"line_id": "2"}]})
    assert judge(RULE, batch) == [
        ("energy", 2, "line_id", "2", "", "能源 A7, 能源 A8"),
        ("energy", 3, "line_id", "2", "", "能源 A7, 能源 A8"),
    ]


def test_passes_tables_that_are_numbered_each_from_one() -> None:
    batch = build_batch("park_return", {"energy": [{"line_id": "1"}], "process": [{"line_id": "1"}]})
    assert judge(RULE, batch) == []


def test_passes_numbers_of_their_own() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [{"line_id": "1"}, {"line_id": "2"}],
            "power_heat": [{"line_id": "3"}],
            "process": [{"line_id": "4"}, {"unit_code": "U1"}, {"unit_code": "U1"}],
        },
    )
    assert judge(RULE, batch) == []


def test_passes_the_same_number_in_another_submission() -> None:
    batch = build_batch(
        "park_return", {"energy": [{"line_id": "1"}, {"line_id": "1", "submission_id": "S-2"}]}
    )
    assert judge(RULE, batch) == []


def test_finds_a_number_in_every_table_that_numbers_its_lines() -> None:
    tables = [
        table.name
        for table in contract_for("park_return", "1").tables
        if any(column.name == "line_id" for column in table.columns)
    ]
    batch = build_batch("park_return", {table: [{"line_id": "1"}, {"line_id": "1"}] for table in tables})
    assert [table for table, *_ in judge(RULE, batch)] == [table for table in tables for _ in range(2)]
    assert {"generation", "other_gases", "scope3", "instruments", "indicators", "targets"} < set(tables)
