"""Certificates and offsets claimed twice count once (L6)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.lines import InstrumentLine
from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth_serials import claimed_twice
from tests.builders.one_park import certificate, delivery, park_return, unit
from tests.builders.one_park_gases import offset
from tests.builders.park_truth import boundary_year, entries, of_method

D = Decimal


def claim(line_id: str, first: str, last: str | None = None, *, year: int = 2025) -> InstrumentLine:
    return certificate(line_id, "unbundled", "10", serial=first, last=last, year=year)


@pytest.mark.parametrize(
    ("first", "second", "is_twice"),
    [
        (("A001", "A100"), ("A100", "A200"), True),
        (("A001", "A100"), ("A101", "A200"), False),
        (("A050", None), ("A001", "A100"), True),
        (("A001", "A100"), ("A0050", None), False),
        # A last serial of another length, or before the first, makes no range.
        (("A001", "A1000"), ("A002", None), False),
        (("A100", "A001"), ("A050", None), False),
        (("A100", "A001"), ("A100", None), True),
    ],
)
def test_ranges_that_meet_are_claimed_twice(
    first: tuple[str, str | None], second: tuple[str, str | None], is_twice: bool
) -> None:
    found = claimed_twice([park_return(claim("I1", *first), claim("I2", *second))])
    assert found == ({("2025", "I2")} if is_twice else frozenset())


def test_the_earlier_period_counts_and_a_claim_that_counts_nothing_still_stands_before_a_later_one() -> None:
    months = [
        park_return(claim("I1", "A150", "A300"), period="2025-03"),
        park_return(claim("I1", "A001", "A100"), period="2025-01"),
        park_return(claim("I1", "A050", "A200"), period="2025-02"),
    ]
    assert claimed_twice(months) == {("2025-02", "I1"), ("2025-03", "I1")}


@pytest.mark.parametrize(
    "other",
    [
        claim("I0", "A001", year=2024),
        certificate("I0", "self_use", "10", serial="A001"),
        certificate("I0", "unbundled", "10", serial="A001", tradable=False),
        offset("I0", "10", serial="A001"),
        offset("I0", "10", serial="A001", is_retired=False),
    ],
)
def test_what_is_no_claim_on_the_year_or_of_another_type_takes_nothing(other: InstrumentLine) -> None:
    assert claimed_twice([park_return(other, claim("I1", "A001"))]) == frozenset()


def test_a_certificate_in_every_month_clears_one_month() -> None:
    def month(number: int) -> ParkReturn:
        lines = (delivery("P1", "E-GRID", "received", "10", "MWh"), claim("I1", "A001", "A010"))
        return park_return(*lines, period=f"2025-{number:02d}")

    found = of_method(entries(month(1), month(2)), "GHGI")
    assert sorted(found["2 market purchased_power CO2"], key=str) == [D(0), D("6.096")]
    assert boundary_year(month(1), month(2)).findings == {"serial_claimed_twice"}
    assert boundary_year(month(1)).findings == frozenset()


def test_an_offset_claimed_again_is_zero_and_no_other_finding() -> None:
    one = park_return(offset("I1", "40", serial="O1"), offset("I2", "40", serial="O1"))
    assert of_method(entries(one), "GHGI") == {"offset offsets CO2e": [D(-40), D(0)]}
    assert boundary_year(one).findings == {"serial_claimed_twice"}


def test_a_unit_outside_the_boundary_has_no_finding() -> None:
    one = park_return(
        claim("I1", "A001"),
        claim("I2", "A001"),
        units=(unit("U01", "0", is_legal_person=False), unit("U02")),
    )
    assert boundary_year(one).findings == frozenset()


def test_a_park_of_the_nation_claims_its_certificates_in_every_quarter() -> None:
    made = nation(1)
    by_park: dict[str, list[ParkReturn]] = {}
    for one in made.returns:
        by_park.setdefault(one.park.code, []).append(one)
    twice = {code: claimed_twice(returns) for code, returns in by_park.items()}
    periods = {tuple(sorted({period[4:] for period, _ in found})) for found in twice.values() if found}
    assert periods == {("-Q2", "-Q3", "-Q4")}
