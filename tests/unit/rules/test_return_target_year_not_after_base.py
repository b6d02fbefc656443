"""A target lies after its base year."""

from quality.rules.park_return.return_target_year_not_after_base import RULE
from tests.builders.batches import build_batch, judge


def line(base: str, target: str) -> dict[str, str]:
    return {"line_id": "T1", "base_year": base, "target_year": target}


def test_finds_the_same_year_and_an_earlier_one() -> None:
    batch = build_batch("park_return", {"targets": [line("2025", "2025"), line("2025", "2020")]})
    assert judge(RULE, batch) == [
        ("targets", 1, "target_year", "2025", "> 2025", "T1"),
        ("targets", 2, "target_year", "2020", "> 2025", "T1"),
    ]


def test_passes_a_later_year() -> None:
    batch = build_batch(
        "park_return", {"targets": [line("2025", "2030"), line("2025", "?"), line("", "2030")]}
    )
    assert judge(RULE, batch) == []
