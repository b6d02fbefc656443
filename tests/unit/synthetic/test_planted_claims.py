"""Claims planted across parks: the truth finds all of them, and no other."""

import pytest

from lingtan.synthetic.model import ClaimKey, Nation
from lingtan.synthetic.truth_claims import Group, Meetings, meetings
from lingtan.synthetic.truth_nesting import Nesting
from lingtan.synthetic.truth_periods import Year, years_of
from lingtan.synthetic.truth_plants import PlantYear, exceeded_plants
from lingtan.synthetic.truth_reference import reference_values


def years_by_park(nation: Nation) -> dict[str, dict[str, Year]]:
    every = (*nation.returns, *nation.compared, *nation.not_counted)
    return {
        code: years_of([one for one in every if one.park.code == code])
        for code in {one.park.code for one in every}
    }


def standing(nation: Nation) -> Meetings:
    years = years_by_park(nation)
    groups = []
    for of_park in years.values():
        for boundary, year in of_park.items():
            groups.append(Group(boundary, True, year.counted))
            groups.append(Group(boundary, False, year.compared))
    return meetings(groups, Nesting(nation.parks, years).counted_in)


@pytest.fixture(scope="module", params=["first", "second"])
def nation(request: pytest.FixtureRequest) -> Nation:
    made = request.getfixturevalue(request.param)
    assert isinstance(made, Nation)
    return made


def test_every_planted_double_claim_is_found_and_none_is_invented(nation: Nation) -> None:
    found = {
        (key, meeting.other.key)
        for key, against in standing(nation).items()
        for meeting in against
        if not meeting.is_repeat
    }
    planted: set[tuple[ClaimKey, ClaimKey]] = {
        (one, other)
        for claim in nation.planted_claims
        if claim.is_twice
        for one in claim.lines
        for other in claim.lines
        if one != other
    }
    assert found == planted
    assert len(planted) == 16


def test_a_park_claims_its_certificates_in_every_quarter(nation: Nation) -> None:
    found = {
        key[1][4:]
        for key, against in standing(nation).items()
        if all(meeting.is_repeat for meeting in against)
    }
    assert found == {"-Q2", "-Q3", "-Q4"}


def test_the_planted_plant_is_claimed_beyond_its_grid_power_and_no_other(nation: Nation) -> None:
    years = years_by_park(nation)
    nesting = Nesting(nation.parks, years)
    known = [
        PlantYear(code, boundary, year.counted, frozenset(nesting.levels(code, boundary)))
        for code, of_park in years.items()
        for boundary, year in of_park.items()
    ]
    found = exceeded_plants(reference_values(), known, standing(nation), nation.year)
    ((park, _, _, line_id),) = next(
        claim.lines for claim in nation.planted_claims if claim.kind == "beyond_grid_power"
    )
    (planted,) = (
        line.plant_code
        for one in nation.returns
        if one.park.code == park
        for line in one.instruments
        if line.line_id == line_id
    )
    assert [plant for plant, _ in found] == [planted]


def test_what_was_planted(nation: Nation) -> None:
    assert [claim.kind for claim in nation.planted_claims] == [
        "same_serials", "overlapping_ranges", "two_years", "own_use", "offset_twice", "credit_sold_twice",
        "credit_handed_on", "credit_kept", "credit_retired_by_its_seller", "expired", "serials_short",
        "generated_later", "beyond_grid_power", "beyond_direct_supply",
    ]  # fmt: skip
    assert len({line for claim in nation.planted_claims for line in claim.lines}) == 24


def test_no_serial_is_claimed_in_two_seeds(first: Nation, second: Nation) -> None:
    """Years stand in one plan: what both claim would be claimed for two years."""

    def serials(made: Nation) -> set[str]:
        returns = (*made.returns, *made.compared, *made.not_counted)
        claims = {line.serial_from for one in returns for line in one.instruments if line.serial_from}
        return claims | {line.credit_serial for one in returns for line in one.removals if line.credit_serial}

    assert serials(first) & serials(second) == set()
    assert len(serials(first)) > 400
