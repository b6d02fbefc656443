"""Parks inside parks and parks that change, as planted, and what the truth says of them (L6)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.register import parks
from lingtan.synthetic.truth import Truth, truth

AROUND, INSIDE, DEEPEST = "SL34000004", "SL34000011", "SL34000012"
WITH_OWN_UNIT = "SL46000007"


@pytest.fixture(scope="module")
def told(first: Nation) -> Truth:
    return truth(first, (2025, 2026))


def _return(nation: Nation, park: str) -> ParkReturn:
    return next(one for one in nation.returns if one.park.code == park)


def test_a_nested_park_states_units_and_claims_of_the_park_around_again(first: Nation) -> None:
    around, inside, deepest = (_return(first, park) for park in (AROUND, INSIDE, DEEPEST))
    assert set(deepest.units) < set(inside.units) < set(around.units)
    assert {line.serial_from for line in deepest.instruments if line.serial_from}
    assert set(deepest.instruments) <= set(inside.instruments) <= set(around.instruments)


def test_the_truth_finds_the_one_unit_that_the_park_around_does_not_state(told: Truth) -> None:
    found = {key[:2] for key in told.cells["finding"] if key[2] == "nested_unit_not_in_parent"}
    assert found == {(WITH_OWN_UNIT, "physical"), (WITH_OWN_UNIT, "administrative")}


def test_the_truth_finds_the_park_that_states_less_fuel_of_a_unit(first: Nation, told: Truth) -> None:
    of_deepest, of_inside = (
        {line.line_id: line for line in _return(first, park).energy} for park in (DEEPEST, INSIDE)
    )
    changed = [line for line, one in of_deepest.items() if one != of_inside[line]]
    assert len(changed) == 1
    found = {key[:2] for key in told.cells["finding"] if key[2] == "nested_unit_differs"}
    assert found == {(DEEPEST, "physical"), (DEEPEST, "administrative")}


def test_what_is_nested_is_in_the_sum_of_parks_and_not_in_the_province(told: Truth) -> None:
    of_parks = sum(
        value
        for (park, boundary, method, _), value in told.cells["park_total"].items()
        if park.startswith("SL34") and (boundary, method) == ("physical", "CN-NZCP-2025")
        if isinstance(value, Decimal)
    )
    nested = [INSIDE, DEEPEST]
    total = sum(
        value
        for (area, boundary, method, *_), value in told.cells["province"].items()
        if (area, boundary, method) == ("340000", "physical", "CN-NZCP-2025") and isinstance(value, Decimal)
    )
    left = [told.cells["park_total"][park, "physical", "CN-NZCP-2025", "NA"] for park in nested]
    assert of_parks - total == sum(value for value in left if isinstance(value, Decimal))


def test_parks_merge_split_and_change_names_between_the_years(told: Truth) -> None:
    before, after = ({park.code for park in parks(year)} for year in (2025, 2026))
    assert before - after == {"SL62000004", "SL62000006", "SL63000006", "SL65000008"}
    assert after - before == {"SL62000009", "SL63000008", "SL65000011", "SL65000012"}
    lines = told.cells["register_line"]
    assert {park: lines[park,] for park in ("SL62000004", "SL62000006", "SL65000008")} == {
        "SL62000004": "SL62000004",
        "SL62000006": "SL62000004",
        "SL65000008": "SL65000008",
    }


def test_the_second_year_says_what_became_of_each_park(second: Nation) -> None:
    changes = truth(second, (2025, 2026)).cells["register_change"]
    assert {park: change for (park,), change in changes.items() if change != "continued"} == {
        "SL62000009": "merged",
        "SL63000008": "renamed",
        "SL64000008": "renamed",
        "SL65000011": "split",
        "SL65000012": "split",
    }


def test_the_bridge_leads_from_one_boundary_to_the_other(told: Truth) -> None:
    parts = ("only_physical", "only_administrative", "in_both", "internal_exchange", "not_reported")
    for key, physical in told.cells["boundaries_physical"].items():
        change = sum(Decimal(str(told.cells[f"boundaries_{part}"][key])) for part in parts)
        administrative = told.cells["boundaries_administrative"][key]
        assert Decimal(str(physical or 0)) + change == Decimal(str(administrative or 0)), key
