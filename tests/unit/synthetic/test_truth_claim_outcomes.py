"""What of a certificate counts by itself: its validity, and how many certificates its range holds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lingtan.synthetic.lines import InstrumentLine
from lingtan.synthetic.truth_claim_outcomes import Judged, judged_claims
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import reference_values
from tests.builders.one_park import certificate, park_return

D = Decimal


def judged(line: InstrumentLine, year: int = 2025) -> Judged:
    values = reference_values()
    one = replace(park_return(line), year=year)
    return next(iter(judged_claims(values, Quantities(values), one, {})))


def certificates(first: str, last: str | None, quantity: str) -> Judged:
    return judged(certificate("I1", "unbundled", quantity, serial=first, last=last))


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        ("A0001", "A0100", "100"),
        ("A0001", "A0001", "1"),
        ("0001", "0100", "100"),
        # No number at the end, one end alone, another head, no range: the number is not known.
        ("0001A", "0100A", "150"),
        ("A0001", None, "150"),
        ("A0001", "B0100", "150"),
        ("A0001", "A00100", "150"),
        ("A0100", "A0001", "150"),
    ],
)
def test_a_certificate_is_a_megawatt_hour(first: str, last: str | None, held: str) -> None:
    found = certificates(first, last, "150")
    assert found.valid == D(held)
    assert found.outcome_code == ("counted" if held == "150" else "serials_short")


@pytest.mark.parametrize(
    ("month", "year", "retired", "outcome"),
    [
        ("2024-03", 2026, date(2026, 2, 28), "counted"),
        ("2024-03", 2026, date(2026, 3, 1), "expired"),
        ("2024-02", 2026, None, "counted"),
        ("2024-01", 2026, None, "expired"),
        (None, 2026, None, "counted"),
        # Power from before 2024: to the end of 2025.
        ("2021-05", 2025, date(2025, 12, 31), "counted"),
        ("2023-12", 2026, date(2026, 1, 1), "expired"),
    ],
)
def test_a_certificate_is_valid_two_years_from_its_month_on(
    month: str | None, year: int, retired: date | None, outcome: str
) -> None:
    line = certificate("I1", "unbundled", "10", year=year)
    found = judged(replace(line, generation_month=month, retired_on=retired), year)
    assert found.outcome_code == outcome
    assert found.valid == (10 if outcome == "counted" else 0)


def test_power_of_a_later_year_counts_and_is_told() -> None:
    line = certificate("I1", "unbundled", "10")
    later = judged(replace(line, generation_month="2026-01"))
    assert (later.outcome_code, later.is_generated_later) == ("counted", True)
    assert judged(replace(line, generation_month="2025-12")).is_generated_later is False
