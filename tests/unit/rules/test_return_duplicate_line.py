"""The line number is the key of a line in all three tables."""

from quality.rules.park_return.return_duplicate_line import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_number_in_two_tables() -> None:
    batch = build_batch(
        "park_return", {"energy": [{"line_id": "1"}, {"line_id": "2"}], "process": [{"line_id": "2"}]}
    )
    assert judge(RULE, batch) == [
        ("energy", 2, "line_id", "2", "", "能源 A7, 工业过程 A6"),
        ("process", 1, "line_id", "2", "", "能源 A7, 工业过程 A6"),
    ]


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
