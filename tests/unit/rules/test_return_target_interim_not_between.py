"""An interim target lies on the way."""

from quality.rules.park_return.return_target_interim_not_between import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "line_id": "T1",
    "base_year": "2025",
    "base_value": "100",
    "target_year": "2035",
    "target_value": "40",
}


def test_finds_years_and_values_outside() -> None:
    lines = [
        LINE | {"interim_year": "2035", "interim_value": "70"},
        LINE | {"interim_year": "2030", "interim_value": "39.9"},
        LINE | {"interim_year": "2030", "interim_value": "101"},
    ]
    assert judge(RULE, build_batch("park_return", {"targets": lines})) == [
        ("targets", 1, "interim_year", "2035", "2025 … 2035", "T1"),
        ("targets", 2, "interim_value", "39.9", "100 … 40", "T1"),
        ("targets", 3, "interim_value", "101", "100 … 40", "T1"),
    ]


def test_passes_what_lies_between_and_what_is_not_given() -> None:
    lines = [
        LINE | {"interim_year": "2030", "interim_value": "40"},
        LINE | {"interim_year": "2026", "interim_value": "100"},
        LINE | {"target_value": "180", "interim_year": "2030", "interim_value": "150"},
        LINE,
        LINE | {"target_year": "2020", "interim_year": "2022"},
    ]
    assert judge(RULE, build_batch("park_return", {"targets": lines})) == []
