"""A certificate is used near the year of its power."""

from quality.rules.park_return.return_generation_month_outside_year import RULE
from tests.builders.batches import build_batch, judge


def line(month: str, year: str) -> dict[str, str]:
    return {"instrument_type_code": "green_certificate", "generation_month": month, "consumption_year": year}


def test_finds_two_years_between() -> None:
    lines = [line("2023-12", "2025"), line("2027-01", "2025")]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 1, "generation_month", "2023-12", "2025 ± 1", ""),
        ("instruments", 2, "generation_month", "2027-01", "2025 ± 1", ""),
    ]


def test_passes_a_year_between_and_what_is_not_given() -> None:
    lines = [line("2024-01", "2025"), line("2025-12", "2025"), line("", "2025"), line("2020-01", "")]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
