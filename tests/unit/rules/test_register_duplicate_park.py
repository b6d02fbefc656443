"""Which of two rows of a park holds is not the office's choice."""

from quality.rules.park_register.register_duplicate_park import RULE
from tests.builders.batches import build_batch, judge


def test_finds_both_rows() -> None:
    batch = build_batch("park_register", {"parks": [{"park_code": "P1"}, {"park_code": "P1"}]})
    assert judge(RULE, batch) == [
        ("parks", 1, "park_code", "P1", "", "A6, A7"),
        ("parks", 2, "park_code", "P1", "", "A6, A7"),
    ]


def test_passes_other_provinces() -> None:
    batch = build_batch(
        "park_register",
        {"parks": [{"park_code": "P1"}, {"park_code": "P2"}, {"park_code": "P1", "submission_id": "S-2"}]},
    )
    assert judge(RULE, batch) == []
