"""A claim is of the year of the return (L6)."""

from quality.rules.park_return.return_consumption_year_differs import RULE
from tests.builders.batches import build_batch, judge


def findings_of(period: str, year: str) -> list[tuple[str, str]]:
    """(found, expected) of the findings about one instrument."""
    tables = {"cover": [{"period": period}], "instruments": [{"consumption_year": year}]}
    return [(found, expected) for *_, found, expected, _ in judge(RULE, build_batch("park_return", tables))]


def test_finds_another_year_and_none() -> None:
    tables = {
        "cover": [{"period": "2025"}],
        "instruments": [{"serial_from": "G1", "consumption_year": "2024"}, {"serial_from": "G2"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == [
        ("instruments", 1, "consumption_year", "2024", "2025", "G1"),
        ("instruments", 2, "consumption_year", "", "2025", "G2"),
    ]
    assert findings_of("2025-03", "2026") == [("2026", "2025")]


def test_passes_the_year_of_every_period() -> None:
    for period in ("2025", "2025-Q4", "2025-11"):
        assert findings_of(period, "2025") == []
    assert findings_of("2025", "?") == []
