"""Which returns are a park's year (L6)."""

import pytest

from lingtan.synthetic.model import BoundariesReported, ParkReturn, PeriodBasis
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth_periods import Year, months_of, year_of, years_of
from tests.builders.one_park import park, park_return

MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]
Q1, Q2, Q3, Q4 = QUARTERS = [f"2025-Q{number}" for number in range(1, 5)]


def periods(*codes: str) -> list[tuple[str, PeriodBasis]]:
    """A `+` after the code is year to date."""
    return [(code.rstrip("+"), "year_to_date" if code.endswith("+") else "discrete") for code in codes]


@pytest.mark.parametrize(
    ("codes", "source", "counted"),
    [
        (["2025"], "annual", ["2025"]),
        (MONTHS, "periods", MONTHS),
        (MONTHS[:11], "incomplete", []),
        (QUARTERS, "periods", QUARTERS),
        (["2025-02+", "2025-06+", "2025-12+"], "year_to_date", ["2025-12+"]),
        (["2025-Q4+", "2025-Q1+"], "year_to_date", ["2025-Q4+"]),
        (["2025-02+", "2025-Q2+", "2025-Q3", *MONTHS[9:]], "periods", ["2025-Q2+", "2025-Q3", *MONTHS[9:]]),
        # A quarter that the cumulative return has already, and months that a quarter has.
        (["2025-Q2+", Q2, Q3, Q4, "2025-11"], "periods", ["2025-Q2+", Q3, Q4]),
        # May to June is half in: no quarter fits, the months do.
        (["2025-05+", Q2, Q3, Q4, "2025-06"], "periods", ["2025-05+", "2025-06", Q3, Q4]),
        (["2025-Q2+", "2025-Q4"], "incomplete", []),
        # A cumulative return that fits nothing beside it: quarters and months alone are the year.
        (["2025-02+", *QUARTERS], "periods", QUARTERS),
        (["2025-04+", Q1, Q2, *MONTHS[6:]], "periods", [Q1, Q2, *MONTHS[6:]]),
        (["2025-05+", Q1, Q2, Q3], "incomplete", []),
        # It comes first where both are the year, and of two as long the first code.
        (["2025-Q1+", *QUARTERS], "periods", ["2025-Q1+", Q2, Q3, Q4]),
        (["2025-Q2+", "2025-06+", Q3, Q4], "periods", ["2025-06+", Q3, Q4]),
    ],
)  # fmt: skip
def test_a_year_is_counted_once(codes: list[str], source: str, counted: list[str]) -> None:
    found = year_of(park_return(period=code, basis=basis) for code, basis in periods(*codes))
    assert found.source == source
    assert {(one.period_code, one.period_basis) for one in found.counted} == set(periods(*counted))
    assert found.compared == ()


def test_beside_an_annual_return_a_whole_year_of_periods_is_compared() -> None:
    found = year_of(park_return(period=code) for code in ["2025", *MONTHS])
    assert [one.period_code for one in found.counted] == ["2025"]
    assert sorted(one.period_code for one in found.compared) == MONTHS
    part = year_of(park_return(period=code) for code in ["2025", *MONTHS[1:]])
    assert (len(part.counted), part.compared) == (1, ())


def reporting(boundaries: BoundariesReported, *codes: str) -> list[ParkReturn]:
    of_park = park(boundaries=boundaries)
    return [park_return(period=code, basis=basis, of_park=of_park) for code, basis in periods(*codes)]


def codes_of(year: Year) -> tuple[str, list[str], list[str]]:
    """Source, counted and compared periods."""
    counted, compared = ([one.period_code for one in each] for each in (year.counted, year.compared))
    return year.source, counted, compared


def test_each_boundary_has_a_year_of_the_returns_that_report_it() -> None:
    found = years_of([*reporting("physical", "2025"), *reporting("both", *QUARTERS)])
    assert codes_of(found["physical"]) == ("annual", ["2025"], QUARTERS)
    # No annual return of this boundary: its quarters are the year, and nothing is compared with them.
    assert codes_of(found["administrative"]) == ("periods", QUARTERS, [])


def test_a_boundary_of_some_periods_has_no_year() -> None:
    found = years_of([*reporting("both", Q1, Q2), *reporting("physical", Q3, Q4)])
    assert codes_of(found["physical"]) == ("periods", QUARTERS, [])
    assert codes_of(found["administrative"]) == ("incomplete", [], [])
    assert years_of(reporting("administrative", "2025")).keys() == {"administrative"}


def test_a_cumulative_second_month_holds_january() -> None:
    assert months_of(park_return(period="2025-02", basis="year_to_date")) == {1, 2}
    assert months_of(park_return(period="2025-02")) == {2}
    assert months_of(park_return(period="2025-Q3")) == {7, 8, 9}


def test_the_generator_and_the_truth_count_the_same_returns() -> None:
    made = nation(1)
    by_park: dict[str, list[int]] = {}
    current = (*made.returns, *made.compared, *made.not_counted)
    for place, one in enumerate(current):
        by_park.setdefault(one.park.code, []).append(place)
    counted, compared = set(), set()
    for places in by_park.values():
        for year in years_of([current[place] for place in places]).values():
            counted |= {one.key for one in year.counted}
            compared |= {one.key for one in year.compared}
    assert counted == {one.key for one in made.returns}
    assert compared == {one.key for one in made.compared}
