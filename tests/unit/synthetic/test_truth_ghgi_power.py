"""Power and heat of the inventory in Zhejiang: 0.4974 by location, 0.6096 without traded non-fossil power."""

from decimal import Decimal
from typing import Any

import pytest

from lingtan.synthetic.lines import Direction, PowerHeatLine
from tests.builders.one_park import Line, certificate, delivery, park, park_return, plant, unit
from tests.builders.park_truth import entries, of_method

D = Decimal
UNITS = (unit("U01"), unit("U02"))


def found(*lines: Line, province: str = "330000") -> dict[str, list[Decimal | str | None]]:
    of_park = park(province_code=province)
    return of_method(entries(park_return(*lines, units=UNITS, of_park=of_park)), "GHGI")


def power(
    kind: str, direction: Direction = "received", factor: str | None = None, **more: Any
) -> PowerHeatLine:
    return delivery("P1", kind, direction, "10", "MWh", factor=factor, **more)


@pytest.mark.parametrize(
    ("kind", "factor", "location", "market"),
    [
        ("E-GRID", None, "4.974", "6.096"),
        ("E-GT", None, "4.974", "0"),
        ("E-GEC", None, "4.974", "0"),
        ("E-NUC", None, "4.974", "6.096"),
        ("E-NUC", "0.012", "4.974", "0.12"),
        ("E-DL", None, "0", "0"),
        ("E-DLF", "0.81", "8.1", "8.1"),
        ("E-DLF", None, None, None),
        ("E-SELF-RE", None, "0", "0"),
    ],
)
def test_received_power_has_two_bases(
    kind: str, factor: str | None, location: str | None, market: str | None
) -> None:
    claims = [certificate("I1", "green_trade", "10"), certificate("I2", "unbundled", "10")]
    lines: list[Line] = [
        power(kind, factor=factor, tier="estimate"),
        *(claims if kind in {"E-GT", "E-GEC"} else []),
    ]
    assert found(*lines) == {
        "2 location purchased_power CO2": [None if location is None else D(location)],
        "2 market purchased_power CO2": [None if market is None else D(market)],
    }


@pytest.mark.parametrize("kind", ["E-SELF-NF", "E-SELF-FF", "E-SELF-WH", "E-STO"])
def test_own_fuelled_power_and_storage_are_not_in_scope_2(kind: str) -> None:
    assert found(power(kind)) == {}


def test_tibet_has_no_factor_of_its_own_and_never_takes_the_nations() -> None:
    assert found(power("E-GRID"), province="540000") == {
        "2 location purchased_power CO2": [None],
        "2 market purchased_power CO2": [D("6.096")],
    }


def test_bought_power_sent_on_moves_to_the_value_chain() -> None:
    assert found(power("E-GRID", "sent")) == {
        "2 location purchased_power CO2": [D("-4.974")],
        "3 location value_chain CO2": [D("4.974")],
        "2 market purchased_power CO2": [D("-6.096")],
        "3 market value_chain CO2": [D("6.096")],
    }


@pytest.mark.parametrize(
    ("kind", "factor", "expected"),
    [
        ("E-SELF-FF", "0.9", {"memo own_generation_sent CO2": [D(-9)]}),
        ("E-SELF-WH", None, {"memo own_generation_sent CO2": [None]}),
        ("E-SELF-RE", None, {}),
        ("E-SELF-NF", None, {}),
        ("E-STO", None, {}),
    ],
)
def test_own_power_sent_is_a_memo(
    kind: str, factor: str | None, expected: dict[str, list[Decimal | None]]
) -> None:
    assert found(power(kind, "sent", factor)) == expected


def test_sold_attributes_cost_the_residual_mix() -> None:
    sold, kept = plant("G1", "solar", attribute_sold="10"), plant("G2", "wind", generated="50")
    assert found(sold, kept) == {"2 market purchased_power CO2": [D("6.096")]}


def heat(kind: str, direction: Direction = "received", **more: Any) -> PowerHeatLine:
    return delivery("P1", kind, direction, "100", "GJ", counterparty=("heat_network", None), **more)


def both(**gases: list[Decimal | None]) -> dict[str, list[Decimal | None]]:
    return {
        f"2 {basis} purchased_heat {gas}": amounts
        for basis in ("location", "market")
        for gas, amounts in gases.items()
    }


def test_received_heat_is_alike_on_both_bases() -> None:
    assert found(heat("H-FOS")) == both(CO2=[D(11)])
    assert found(heat("H-FOS", factor="0.1")) == both(CO2=[D(10)])
    assert found(heat("H-FOS", factor="0.1", tier="invoice")) == both(CO2=[D(11)])
    assert found(heat("H-NF")) == both(CO2=[D(0)], CH4=[None], N2O=[None])
    assert found(heat("H-WH")) == both(CO2=[None])
    assert found(heat("H-COLD", factor="0.05")) == both(CO2=[D(5)])


def test_heat_sent_says_where_it_comes_from() -> None:
    resold = found(heat("H-FOS", "sent", origin="resold"))
    assert resold == both(CO2=[D(-11)]) | {
        "3 location value_chain CO2": [D(11)],
        "3 market value_chain CO2": [D(11)],
    }
    own = heat("H-FOS", "sent", origin="own_generation", factor="0.1")
    assert found(own) == {"memo own_generation_sent CO2": [D(-10)]}
    billed = heat("H-FOS", "sent", origin="own_generation", factor="0.1", tier="invoice")
    assert found(billed) == {"memo own_generation_sent CO2": [None]}
    assert found(heat("H-FOS", "sent", origin="own_generation")) == {"memo own_generation_sent CO2": [None]}
    assert found(heat("H-NF", "sent", origin="own_generation")) == {"memo own_generation_sent CO2": [D(0)]}
    assert found(heat("H-FOS", "sent")) == both(CO2=[None])


def test_what_stays_inside_the_park_is_zero_in_every_scope() -> None:
    inside = delivery("P1", "E-GRID", "sent", "10", "MWh", counterparty=("unit", "U02"))
    amounts = found(inside, delivery("P2", "H-FOS", "sent", "9", "GJ", counterparty=("unit", "U02")))
    assert {value for values in amounts.values() for value in values} == {D(0)}
    assert len(amounts) == 6


def test_one_line_may_have_parts_of_three_kinds() -> None:
    lines = (
        power("E-GT"),
        certificate("I1", "green_trade", "3"),
        certificate("I2", "unbundled", "2"),
    )
    amounts = found(*lines)
    by_location = sorted(amounts["2 location purchased_power CO2"], key=str)
    assert by_location == [D("0.9948"), D("1.4922"), D("2.487")]
    assert sorted(amounts["2 market purchased_power CO2"], key=str) == [D(0), D(0), D("3.048")]
