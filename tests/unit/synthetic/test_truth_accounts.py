"""Carbon accounts by hand: the national average is 0.5306 t/MWh, default heat 0.11 t/GJ."""

from decimal import Decimal
from typing import Any

import pytest

from lingtan.synthetic.lines import Direction, SupplyOrigin
from lingtan.synthetic.truth import Truth
from lingtan.synthetic.truth_account_cells import AccountYear, Cells, account_cells
from lingtan.synthetic.truth_account_years import carried_forward
from lingtan.synthetic.truth_amounts import Absence
from tests.builders.one_park import Line, certificate, delivery, park_return, unit
from tests.builders.park_truth import boundary_year

D = Decimal
UNITS = (unit("U01"), unit("U02"))


def booked(*lines: Line) -> dict[str, list[Decimal | None]]:
    """Entry -> amounts as they add to the balance; None is a gap."""
    found: dict[str, list[Decimal | None]] = {}
    for one in boundary_year(park_return(*lines, units=UNITS)).bookings:
        amount = None if isinstance(one.amount, Absence) else one.amount
        found.setdefault(one.entry_code, []).append(amount)
    return found


def cells(*lines: Line) -> Cells:
    year = boundary_year(park_return(*lines, units=UNITS))
    return account_cells([AccountYear("P", "physical", year.lines, year.bookings)])


def power(kind: str, direction: Direction = "received", **more: Any) -> Line:
    return delivery("P1", kind, direction, "10", "MWh", **more)


@pytest.mark.parametrize(
    ("kind", "direction", "factor", "indirect"),
    [
        ("E-GRID", "received", None, "5.306"),
        ("E-GRID", "sent", None, "-5.306"),
        ("E-NUC", "received", "0.012", "5.306"),
        ("E-DL", "received", None, "0"),
        ("E-DLF", "received", "0.81", "8.1"),
        ("E-DLF", "received", None, None),
        ("E-SELF-FF", "sent", "0.9", "-5.306"),
        ("E-SELF-WH", "sent", None, "-5.306"),
    ],
)
def test_what_is_sold_is_deducted_at_the_factor_of_what_is_bought(
    kind: str, direction: Direction, factor: str | None, indirect: str | None
) -> None:
    expected = None if indirect is None else D(indirect)
    assert booked(power(kind, direction, factor=factor)) == {"indirect": [expected]}


@pytest.mark.parametrize(
    ("kind", "direction"),
    [("E-SELF-RE", "sent"), ("E-SELF-NF", "sent"), ("E-SELF-FF", "received"), ("E-STO", "received")],
)
def test_power_without_emissions_own_use_and_storage_book_nothing(kind: str, direction: Direction) -> None:
    assert booked(power(kind, direction)) == {}


@pytest.mark.parametrize("origin", ["own_generation", "resold", None])
def test_heat_sold_is_deducted_whatever_its_origin(origin: SupplyOrigin | None) -> None:
    line = delivery("P1", "H-FOS", "sent", "100", "GJ", origin=origin)
    assert booked(line) == {"indirect": [D("-11")]}


def test_cleared_green_power_is_taken_off_and_the_rest_stays() -> None:
    claim = certificate("I1", "unbundled", "4")
    found = booked(power("E-GRID"), claim)
    assert set(found["indirect"]) == {D("2.1224"), D("3.1836")}
    assert found["claims"] == [D("-2.1224")]


def test_an_account_closes_with_its_entries_and_says_what_is_missing() -> None:
    found = cells(power("E-GRID"), certificate("I1", "unbundled", "4"))
    of_unit = {key[3]: value for key, value in found["account_amount"].items() if key[2] == "U01"}
    assert of_unit == {
        "opening": 0, "direct": None, "indirect": D("5.306"), "claims": D("2.1224"),
        "removals": None, "offsets": None, "closing": D("3.1836"),
    }  # fmt: skip
    assert found["account_status"]["P", "physical", "U01", "direct"] == "missing"
    assert found["account_reason"]["P", "physical", "U02", "closing"] == "no_lines"


def test_what_units_of_the_park_exchange_stands_between_the_accounts_and_the_park() -> None:

    found = cells(power("E-SELF-FF", "sent", counterparty=("unit", "U02")))
    key = ("P", "physical", "ENT-ACCOUNT")
    columns = ("accounts", "power", "heat", "park", "count")
    assert [found[f"bridge_{column}"][key] for column in columns] == [D("-5.306"), D("5.306"), None, 0, 2]


def test_a_year_opens_with_what_the_same_enterprise_closed_with() -> None:
    first = Truth(1, 2025, cells(power("E-GRID"), power("E-DLF")))
    second = Truth(2, 2026, cells(power("E-GRID", "sent")))
    _, after = carried_forward([first, second])
    opening, closing = (("P", "physical", "U01", name) for name in ("opening", "closing"))
    assert after.cells["account_amount"][opening] == D("5.306")
    assert after.cells["account_amount"][closing] == 0
    # A gap stays with every balance after it.
    assert after.cells["account_status"][closing] == "partial"
    assert after.cells["account_reason"]["P", "physical", "U02", "opening"] is None
    (later,) = carried_forward([second])
    assert later.cells["account_reason"][opening] == "account_opens"
