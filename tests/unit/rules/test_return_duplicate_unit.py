"""Which of two rows of a unit holds is not the office's choice."""

from quality.rules.park_return.return_duplicate_unit import RULE
from tests.builders.batches import build_batch, judge


def test_finds_both_rows() -> None:
    batch = build_batch(
        "park_return", {"units": [{"unit_code": "U1"}, {"unit_code": "U2"}, {"unit_code": "U1"}]}
    )
    assert judge(RULE, batch) == [
        ("units", 1, "unit_code", "U1", "", "A6, A8"),
        ("units", 3, "unit_code", "U1", "", "A6, A8"),
    ]


def test_passes_other_submissions() -> None:
    batch = build_batch(
        "park_return",
        {"units": [{"unit_code": "U1"}, {"unit_code": "U2"}, {"unit_code": "U1", "submission_id": "S-2"}]},
    )
    assert judge(RULE, batch) == []
