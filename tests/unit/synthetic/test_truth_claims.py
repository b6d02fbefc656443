"""One serial has one consumer and one year in the nation (L6): what claims stand against each other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lingtan.synthetic.lines import InstrumentLine
from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.truth_claims import Group, Key, Meetings, meetings
from tests.builders.one_park import certificate, delivery, park, park_return, unit
from tests.builders.one_park_gases import offset, removal
from tests.builders.park_truth import boundary_year, entries, of_method
from tests.builders.small_nation import NEXT_DOOR, ZHEJIANG, nation_of

D = Decimal


def claim(
    line_id: str, first: str, last: str | None = None, *, year: int = 2025, unit_code: str = "U01"
) -> InstrumentLine:
    return certificate(line_id, "unbundled", "10", serial=first, last=last, year=year, unit_code=unit_code)


def standing(*returns: ParkReturn) -> Meetings:
    return meetings([Group("physical", is_counted=True, returns=returns)])


def twice(found: Meetings) -> set[Key]:
    return {key for key, against in found.items() if not all(one.is_repeat for one in against)}


def repeated(found: Meetings) -> set[Key]:
    return set(found) - twice(found)


def at(line_id: str, *, of: str = ZHEJIANG.code, period: str = "2025", table: str = "instruments") -> Key:
    return of, period, table, line_id


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
def test_ranges_of_two_parks_that_meet_are_claimed_twice(
    first: tuple[str, str | None], second: tuple[str, str | None], is_twice: bool
) -> None:
    found = standing(
        park_return(claim("I1", *first), of_park=ZHEJIANG),
        park_return(claim("I2", *second), of_park=NEXT_DOOR),
    )
    assert twice(found) == ({at("I1"), at("I2", of=NEXT_DOOR.code)} if is_twice else set())
    assert repeated(found) == set()


def test_each_side_knows_the_other_and_the_serials_they_share() -> None:
    found = standing(
        park_return(claim("I1", "A001", "A100"), of_park=ZHEJIANG),
        park_return(claim("I2", "A081", "A200"), of_park=NEXT_DOOR),
    )
    ((theirs,), (ours,)) = found[at("I1")], found[at("I2", of=NEXT_DOOR.code)]
    assert (theirs.other.consumer, theirs.first, theirs.last) == ((NEXT_DOOR.code, "U01"), "A081", "A100")
    assert (ours.other.consumer, ours.first, ours.last) == ((ZHEJIANG.code, "U01"), "A081", "A100")


def test_a_unit_that_claims_again_repeats_itself_and_the_earlier_period_holds_the_serial() -> None:
    months = [
        park_return(claim("I1", "A150", "A300"), period="2025-03", of_park=ZHEJIANG),
        park_return(claim("I1", "A001", "A100"), period="2025-01", of_park=ZHEJIANG),
        park_return(claim("I1", "A050", "A200"), period="2025-02", of_park=ZHEJIANG),
    ]
    found = standing(*months)
    # What counts nothing itself still stands before a later claim.
    assert repeated(found) == {at("I1", period="2025-02"), at("I1", period="2025-03")}
    assert twice(found) == set()


@pytest.mark.parametrize("other", [claim("I2", "A001", unit_code="U02"), claim("I2", "A001", year=2024)])
def test_another_unit_of_the_park_and_another_year_are_other_claims(other: InstrumentLine) -> None:
    one = park_return(claim("I1", "A001"), other, units=(unit(), unit("U02")), of_park=ZHEJIANG)
    assert twice(standing(one)) == {at("I1"), at("I2")}


@pytest.mark.parametrize(
    ("other", "is_met"),
    [
        # What counts nothing is a claim all the same: of own use, of another year, on an unknown quantity.
        (certificate("I0", "self_use", "10", serial="A001", tradable=False), True),
        (claim("I0", "A001", year=2024), True),
        (replace(claim("I0", "A001"), quantity="NE"), True),
        # Nothing claimed, no year, another type.
        (replace(claim("I0", "A001"), quantity="NO"), False),
        (replace(claim("I0", "A001"), consumption_year=None), False),
        (offset("I0", "10", serial="A001"), False),
        (offset("I0", "10", serial="A001", is_retired=False), False),
    ],
)
def test_what_is_a_claim_on_a_serial(other: InstrumentLine, is_met: bool) -> None:
    found = standing(
        park_return(claim("I1", "A001"), of_park=ZHEJIANG), park_return(other, of_park=NEXT_DOOR)
    )
    assert (at("I1") in twice(found)) == is_met


def test_returns_that_are_compared_stand_against_nobody_else() -> None:
    quarters = tuple(
        park_return(claim("I1", "A001"), period=f"2025-Q{number}", of_park=ZHEJIANG) for number in (1, 2)
    )
    year = park_return(claim("I1", "A001"), of_park=ZHEJIANG)
    alone = meetings([Group("physical", True, (year,)), Group("physical", False, quarters)])
    assert (repeated(alone), twice(alone)) == ({at("I1", period="2025-Q2")}, set())
    other = park_return(claim("I1", "A001"), of_park=NEXT_DOOR)
    found = meetings([Group("physical", True, (year, other)), Group("physical", False, quarters)])
    assert len(found[at("I1", of=NEXT_DOOR.code)]) == 1
    assert at("I1", period="2025-Q1") in twice(found)


def test_a_credit_that_is_sold_and_retired_by_its_buyer_is_handed_on() -> None:
    sold = replace(removal("C1", "air", "biomass", "100", "40"), credit_serial="CR1")
    kept = replace(removal("C1", "air", "biomass", "100"), credit_serial="CR1")
    buyer = park_return(offset("I1", "40", serial="CR1"), of_park=NEXT_DOOR)
    assert standing(park_return(sold, of_park=ZHEJIANG), buyer) == {}
    both = {at("C1", table="removals"), at("I1", of=NEXT_DOOR.code)}
    assert twice(standing(park_return(kept, of_park=ZHEJIANG), buyer)) == both
    # Its seller retires it, or another one sells it too.
    seller = park_return(sold, offset("I1", "40", serial="CR1"), of_park=ZHEJIANG)
    assert twice(standing(seller)) == {at("C1", table="removals"), at("I1")}
    again = standing(park_return(sold, of_park=ZHEJIANG), park_return(sold, of_park=NEXT_DOOR))
    assert twice(again) == {at("C1", table="removals"), at("C1", of=NEXT_DOOR.code, table="removals")}


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


def test_two_parks_that_retire_one_offset_deduct_nothing_and_both_are_told() -> None:
    found = nation_of(
        park_return(offset("I1", "40", serial="O1"), of_park=ZHEJIANG),
        park_return(offset("I1", "30", serial="O1"), of_park=NEXT_DOOR),
    ).cells
    places = [(ZHEJIANG.code, "physical"), (NEXT_DOOR.code, "physical")]
    for place in places:
        assert found["net_offsets"][*place, "GHGI", "market"] == 0
        assert found["finding"][*place, "claimed_by_others"] is True
    (ours, theirs) = (found["claim_blocked"][*place, "2025", "instruments", "I1"] for place in places)
    assert (ours, theirs) == (40, 30)
    named = f"{NEXT_DOOR.code}/U01/I1 O1..O1"
    assert found["claim_against"][*places[0], "2025", "instruments", "I1"] == named


def test_a_removal_kept_by_one_and_retired_by_another_counts_for_neither() -> None:
    kept = replace(removal("C1", "air", "biomass", "100"), credit_serial="CR1")
    found = nation_of(
        park_return(kept, of_park=ZHEJIANG),
        park_return(offset("I1", "40", serial="CR1"), of_park=NEXT_DOOR),
    ).cells
    assert found["net_removals"][ZHEJIANG.code, "physical", "GHGI", "market"] == 0
    assert found["net_offsets"][NEXT_DOOR.code, "physical", "GHGI", "market"] == 0
    assert found["claim_blocked"][ZHEJIANG.code, "physical", "2025", "removals", "C1"] == 100


def test_ranges_of_one_park_in_two_boundaries_are_one_claim() -> None:
    both = park("SLB2", boundaries="both")
    one = park_return(claim("I1", "A001"), of_park=both)
    groups = [Group(boundary, True, (one,)) for boundary in ("physical", "administrative")]
    assert meetings(groups) == {}


def test_a_correction_of_either_side_lifts_the_block() -> None:
    right = park_return(claim("I1", "A001", "A100"), of_park=ZHEJIANG)
    wrong = park_return(claim("I1", "A050", "A200"), of_park=NEXT_DOOR)
    corrected = park_return(claim("I1", "A101", "A200"), of_park=NEXT_DOOR)
    assert len(twice(standing(right, wrong))) == 2
    assert standing(right, corrected) == {}


def test_the_day_of_retirement_says_which_offset_is_claimed() -> None:
    bought = replace(offset("I1", "40", serial="O1"), retired_on=None)
    retired = replace(offset("I1", "40", serial="O1"), retired_on=date(2026, 2, 1))
    found = standing(park_return(bought, of_park=ZHEJIANG), park_return(retired, of_park=NEXT_DOOR))
    assert found == {}
