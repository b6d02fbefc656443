"""Direct lines against what their supplier says it sent, of parks worked by hand (L6, L7)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lingtan.synthetic.lines import NotationKey, PowerHeatLine
from lingtan.synthetic.model import CompletenessLine, Direction, ParkReturn
from lingtan.synthetic.truth import Truth
from tests.builders.one_park import certificate, delivery, park_return, unit
from tests.builders.small_nation import JIANGSU, NEXT_DOOR, ZHEJIANG, nation_of

D = Decimal


def line(
    line_id: str,
    kind: str,
    direction: Direction,
    quantity: str | None,
    other: tuple[str, str | None],
    *,
    unit_code: str = "U01",
    notation: NotationKey | None = None,
) -> PowerHeatLine:
    return delivery(
        line_id, kind, direction, quantity, "MWh", counterparty=other, unit_code=unit_code, notation=notation
    )


def supplier(*lines: PowerHeatLine) -> ParkReturn:
    """Zhejiang's park; without lines it sent 100 MWh of its own wind to the park next door."""
    sent = lines or (line("P1", "E-SELF-RE", "sent", "100", ("park", "SLB")),)
    return park_return(*sent, of_park=ZHEJIANG)


def outcomes(found: Truth) -> dict[str, object]:
    """Park and line -> what becomes of the claim."""
    return {f"{key[0]} {key[-1]}": outcome for key, outcome in found.cells["claim_outcome"].items()}


def two_receive(of_supplier: ParkReturn, first: str = "100", second: str = "40") -> Truth:
    return nation_of(
        of_supplier,
        park_return(line("P1", "E-DL", "received", first, ("park", "SLA")), of_park=NEXT_DOOR),
        park_return(line("P1", "E-DL", "received", second, ("park", "SLA")), of_park=JIANGSU),
    )


def test_more_than_was_sent_is_blocked_for_all_and_all_are_told() -> None:
    found = two_receive(supplier())
    assert outcomes(found) == {"SLB P1": "exceeds_direct_supply", "SLC P1": "exceeds_direct_supply"}
    key = ("SLC", "physical", "2025", "power_heat", "P1")
    assert [found.cells[f"claim_{name}"][key] for name in ("claimed", "counted", "blocked", "against")] == [
        D(40), D(0), D(40), "SLA",
    ]  # fmt: skip
    told = {key[0] for key in found.cells["finding"] if key[2] == "direct_lines_exceed_supply"}
    assert told == {"SLA", "SLB", "SLC"}


def test_what_is_blocked_is_grid_power() -> None:
    found = two_receive(supplier())
    # 40 MWh x 0.8325.
    assert found.cells["park_total"]["SLC", "physical", "CN-NZCP-2025", "NA"] == D("33.3")


@pytest.mark.parametrize(
    ("second", "outcome"), [("1.010101", "counted"), ("1.010102", "exceeds_direct_supply")]
)
def test_meters_may_differ_by_the_tolerance_of_checks(second: str, outcome: str) -> None:
    """1 % of what all received: 1.01010101... on 100 MWh sent."""
    assert set(outcomes(two_receive(supplier(), second=second)).values()) == {outcome}


@pytest.mark.parametrize("kind", ["E-DL", "E-SELF-RE", "E-SELF-NF"])
def test_non_fossil_power_that_leaves_otherwise_than_through_the_grid_is_supply(kind: str) -> None:
    outside = line("P2", kind, "sent", "40", ("outside_unit", None))
    found = two_receive(supplier(line("P1", "E-SELF-RE", "sent", "100", ("park", "SLB")), outside))
    assert set(outcomes(found).values()) == {"counted"}


@pytest.mark.parametrize(
    ("kind", "other"),
    [("E-SELF-RE", ("grid", "GRID:GRID_EAST")), ("E-SELF-FF", ("park", "SLC")), ("E-GRID", ("park", "SLC"))],
)
def test_power_of_the_grid_and_fossil_power_is_none(kind: str, other: tuple[str, str]) -> None:
    of_supplier = supplier(
        line("P1", "E-SELF-RE", "sent", "100", ("park", "SLB")), line("P2", kind, "sent", "40", other)
    )
    assert set(outcomes(two_receive(of_supplier)).values()) == {"exceeds_direct_supply"}


@pytest.mark.parametrize(
    "of_supplier",
    [
        # Nothing is said of direct lines, or of one of them; or power is declared not estimated.
        supplier(line("P1", "E-GRID", "received", "5", ("grid", "GRID:GRID_EAST"))),
        supplier(
            line("P1", "E-SELF-RE", "sent", "100", ("park", "SLB")),
            line("P2", "E-DL", "sent", None, ("park", "SLC"), notation="NE"),
        ),
        replace(supplier(), completeness=(CompletenessLine("power", "NE", "示例", None),)),
    ],
)
def test_a_supplier_that_does_not_say_is_not_judged(of_supplier: ParkReturn) -> None:
    assert set(outcomes(two_receive(of_supplier)).values()) == {"counted"}


def test_not_occurring_is_nothing_sent() -> None:
    none = line("P1", "E-DL", "sent", None, ("park", "SLB"), notation="NO")
    assert set(outcomes(two_receive(supplier(none))).values()) == {"exceeds_direct_supply"}


def test_a_unit_supplies_its_neighbours_apart_from_its_park() -> None:
    """U01 sent 10 to U02 and 100 to the park next door; U02 received 9, U03 of the same 2."""
    own = park_return(
        line("P1", "E-SELF-RE", "sent", "100", ("park", "SLB")),
        line("P2", "E-SELF-RE", "sent", "10", ("unit", "U02")),
        line("P3", "E-DL", "received", "9", ("unit", "U01"), unit_code="U02"),
        line("P4", "E-DL", "received", "2", ("unit", "U01"), unit_code="U03"),
        of_park=ZHEJIANG,
        units=(unit("U01"), unit("U02"), unit("U03")),
    )
    received = park_return(line("P1", "E-DL", "received", "100", ("park", "SLA")), of_park=NEXT_DOOR)
    assert outcomes(nation_of(own, received)) == {
        "SLA P3": "exceeds_direct_supply", "SLA P4": "exceeds_direct_supply", "SLB P1": "counted",
    }  # fmt: skip


def test_certificates_that_are_left_cover_what_is_blocked() -> None:
    found = nation_of(
        supplier(),
        park_return(
            line("P1", "E-DL", "received", "140", ("park", "SLA")),
            certificate("I1", "unbundled", "30"),
            of_park=NEXT_DOOR,
        ),
    )
    # 110 MWh x 0.8325.
    assert found.cells["park_total"]["SLB", "physical", "CN-NZCP-2025", "NA"] == D("91.575")


def test_parts_of_a_year_at_hand_follow_the_year() -> None:
    year = park_return(line("P1", "E-DL", "received", "140", ("park", "SLA")), of_park=NEXT_DOOR)
    quarter = replace(
        park_return(line("P1", "E-DL", "received", "35", ("park", "SLA")), of_park=NEXT_DOOR),
        period_code="2025-Q1",
    )
    found = nation_of(supplier(), year, not_counted=(quarter,))
    # 35 MWh x 0.8325.
    assert found.cells["period_total"]["SLB", "physical", "2025-Q1", "CN-NZCP-2025", "NA"] == D("29.1375")
