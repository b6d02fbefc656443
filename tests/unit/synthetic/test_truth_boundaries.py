"""Shares, what lies outside, and who cancels whom."""

from decimal import Decimal

import pytest

from lingtan.synthetic.truth_amounts import Absence
from lingtan.synthetic.truth_boundaries import elimination_level, inside, shares
from tests.builders.one_park import delivery, fuel, park, park_return, unit
from tests.builders.park_truth import entries, of_method

D = Decimal
UNITS = (
    unit("U01"),
    unit("U02", "0", is_legal_person=False),
    unit("U03", "0.5", administrative="0"),
    unit("U04", None, is_legal_person=True, administrative="0.25"),
    unit("U05", "0.4", is_legal_person=False),
)


def test_a_boundary_takes_units_whole_in_part_or_not() -> None:
    assert shares(UNITS, "physical") == {"U01": "whole", "U03": D("0.5"), "U04": "missing", "U05": "whole"}
    assert shares(UNITS, "administrative") == {
        "U01": "whole",
        "U02": "whole",
        "U04": D("0.25"),
        "U05": "whole",
    }


def test_a_part_is_rounded_half_up_once() -> None:
    assert inside(D("1.000001"), D("0.5")) == D("0.500001")
    assert inside(D("1.000001"), "whole") == D("1.000001")
    assert inside(D(1), "missing") is Absence.NOT_ESTIMATED
    assert inside(Absence.NOT_OCCURRING, "missing") is Absence.NOT_OCCURRING


@pytest.mark.parametrize(
    ("counterparty", "level"),
    [
        (("unit", "U03"), "park"),
        (("unit", "U02"), None),
        (("unit", "X"), None),
        (("outside_unit", "U03"), None),
        (("park", "NEAR"), "province"),
        (("park", "FAR"), "nation"),
        (("park", "ELSEWHERE"), None),
        (("grid", "GRID:GRID_EAST"), None),
    ],
)
def test_the_other_end_decides_from_where_on_a_delivery_cancels(
    counterparty: tuple[str, str], level: str | None
) -> None:
    line = delivery("P1", "E-GRID", "received", "1", "MWh", counterparty=counterparty)
    known = {
        ("physical", "NEAR"): "330000",
        ("physical", "FAR"): "320000",
        ("administrative", "ELSEWHERE"): "330000",
    }
    assert elimination_level(line, shares(UNITS, "physical"), "physical", "330000", known) == level


def test_both_boundaries_have_their_own_lines() -> None:
    lines = [
        fuel("E1", "diesel", "FIN", "10", unit_code=code) for code in ("U01", "U02", "U03", "U04", "U05")
    ]
    one = park_return(*lines, units=UNITS, of_park=park(boundaries="both"))
    physical = of_method(entries(one), "CN-NZCP-2025")
    # 10 t x 3.1605132; of U03 half; U04 has no share; U02 lies outside.
    whole = D("31.605132")
    assert physical == {"fuel CO2": [whole, D("15.802566"), None, whole]}
    administrative = of_method(entries(one, boundary="administrative"), "CN-NZCP-2025")
    assert administrative == {"fuel CO2": [whole, whole, D("7.901283"), whole]}


def test_a_delivery_to_a_unit_outside_the_boundary_crosses_it() -> None:
    line = delivery("P1", "E-GRID", "sent", "10", "MWh", counterparty=("unit", "U02"))
    one = park_return(line, units=UNITS, of_park=park(boundaries="both"))
    assert of_method(entries(one), "CN-NZCP-2025") == {"power CO2": [D("-8.325")]}
    assert of_method(entries(one, boundary="administrative"), "CN-NZCP-2025") == {"power CO2": [D(0)]}
