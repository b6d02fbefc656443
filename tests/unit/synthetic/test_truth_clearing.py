"""Certificates against lines, unit by unit."""

from decimal import Decimal

import pytest

from lingtan.synthetic.lines import InstrumentLine, NotationKey, PowerHeatLine
from lingtan.synthetic.truth_clearing import Cleared
from lingtan.synthetic.truth_lines import canonical
from lingtan.synthetic.truth_reference import reference_values
from tests.builders.one_park import certificate, delivery, park_return, unit

D = Decimal
Parts = list[tuple[str, str, Decimal]]


def cleared(*lines: PowerHeatLine | InstrumentLine) -> Cleared:
    return canonical(reference_values(), park_return(*lines, units=(unit("U01"), unit("U02")))).cleared


def parts(found: Cleared) -> Parts:
    return sorted(
        (one.line.line_id, one.kind_code, one.amount)
        for one in found.deliveries
        if isinstance(one.amount, Decimal)
    )


def test_trade_takes_its_claims_in_order_and_the_rest_is_grid_power() -> None:
    found = cleared(
        delivery("P1", "E-GT", "received", "30", "MWh"),
        delivery("P2", "E-GT", "received", "30", "MWh"),
        delivery("P3", "E-GT", "received", "5", "MWh"),
        certificate("I1", "green_trade", "25"),
        certificate("I2", "green_trade", "15"),
    )
    assert parts(found) == [
        ("P1", "E-GT", D(30)),
        ("P2", "E-GRID", D(20)),
        ("P2", "E-GT", D(10)),
        ("P3", "E-GRID", D(5)),
    ]
    assert (found.short_units, found.excess_units) == (frozenset({"U01"}), frozenset())


@pytest.mark.parametrize(
    "worthless",
    [
        certificate("I1", "self_use", "50"),
        certificate("I1", "green_trade", "50", tradable=False),
        certificate("I1", "green_trade", "50", serial=None),
        certificate("I1", "green_trade", "50", year=2024),
        certificate("I1", "unbundled", "50", unit_code="U02"),
        certificate("I1", "green_trade", "50", unit_code="U02"),
    ],
)
def test_a_claim_needs_serials_a_tradable_certificate_its_year_and_unit(worthless: InstrumentLine) -> None:
    found = cleared(delivery("P1", "E-GT", "received", "30", "MWh"), worthless)
    assert parts(found) == [("P1", "E-GRID", D(30))]
    assert found.short_units == {"U01"}


def test_unbundled_claims_cover_reported_lines_then_external_grid_power_then_internal() -> None:
    found = cleared(
        delivery("P1", "E-GRID", "received", "20", "MWh", counterparty=("unit", "U02")),
        delivery("P2", "E-GRID", "received", "40", "MWh"),
        delivery("P3", "E-GEC", "received", "10", "MWh"),
        delivery("P4", "E-GT", "received", "7", "MWh"),
        certificate("I1", "unbundled", "62"),
    )
    # 10 for P3; then P2 whole and the rest of P4 whole, then 5 of P1.
    assert parts(found) == [
        ("P1", "E-GEC", D(5)),
        ("P1", "E-GRID", D(15)),
        ("P2", "E-GEC", D(40)),
        ("P3", "E-GEC", D(10)),
        ("P4", "E-GEC", D(7)),
    ]
    assert (found.short_units, found.excess_units) == (frozenset({"U01"}), frozenset())


def test_unbundled_claims_cover_no_more_than_received_less_sent() -> None:
    found = cleared(
        delivery("P1", "E-GRID", "received", "50", "MWh"),
        delivery("P2", "E-GRID", "sent", "20", "MWh", counterparty=("outside_unit", "X")),
        delivery("P3", "E-GRID", "received", "8", "MWh", unit_code="U02"),
        certificate("I1", "unbundled", "45"),
    )
    assert parts(found) == [
        ("P1", "E-GEC", D(30)),
        ("P1", "E-GRID", D(20)),
        ("P2", "E-GRID", D(20)),
        ("P3", "E-GRID", D(8)),
    ]
    assert (found.short_units, found.excess_units) == (frozenset(), frozenset({"U01"}))


@pytest.mark.parametrize(("notation", "grid"), [("NE", "50"), ("C", "50"), ("NO", "0"), ("IE", "0")])
def test_a_net_that_is_not_known_is_not_cleared(notation: NotationKey, grid: str) -> None:
    """L7: of power sent that nobody knows anything may be left; trade and reported lines stay covered."""
    found = cleared(
        delivery("P1", "E-GRID", "received", "50", "MWh"),
        delivery("P2", "E-GRID", "sent", None, "MWh", notation=notation, counterparty=("outside_unit", "X")),
        delivery("P3", "E-GT", "received", "7", "MWh"),
        delivery("P4", "E-GEC", "received", "4", "MWh"),
        certificate("I1", "green_trade", "7"),
        certificate("I2", "unbundled", "60"),
    )
    amounts = {(line, kind): amount for line, kind, amount in parts(found)}
    assert amounts["P3", "E-GT"] == D(7)
    assert amounts["P4", "E-GEC"] == D(4)
    assert amounts.get(("P1", "E-GRID"), D(0)) == D(grid)
    assert found.excess_units == {"U01"}


def test_a_notation_key_neither_takes_claims_nor_splits() -> None:
    found = cleared(
        delivery("P1", "E-GT", "received", None, "MWh", notation="NE"),
        delivery("P2", "E-GT", "sent", "3", "MWh"),
        certificate("I1", "green_trade", "5"),
    )
    assert [(one.line.line_id, one.kind_code) for one in found.deliveries] == [("P1", "E-GT"), ("P2", "E-GT")]
    assert (found.short_units, found.excess_units) == (frozenset(), frozenset({"U01"}))
