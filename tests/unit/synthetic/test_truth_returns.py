"""What is found about a park's year."""

from dataclasses import replace

import pytest

from lingtan.synthetic.statement_lines import CompletenessLine
from lingtan.synthetic.truth_returns import declared_gaps
from tests.builders.one_park import Line, certificate, delivery, fuel, park_return, plant, step, unit
from tests.builders.one_park_gases import gas, offset
from tests.builders.park_truth import boundary_year

COKING = (
    fuel("E1", "washed_coal", "C-IN", "100", balance="B"),
    fuel("E2", "coke", "C-OUT", "80", balance="B"),
)


@pytest.mark.parametrize(
    ("code", "lines", "clean"),
    [
        ("negative_balance", COKING, (COKING[0], replace(COKING[1], carrier_code="bitumen"))),
        (
            "negative_gas_balance",
            (gas("O1", "refrigeration", "SF6", "balance", opening_stock="1", bought="0", charge_increase="0",
                 recovered="0", closing_stock="2"),),
            (gas("O1", "refrigeration", "SF6", "balance", opening_stock="2", bought="0", charge_increase="0",
                 recovered="0", closing_stock="2"),),
        ),
        # 10 MWh x 0.8325 against 4 t of 1.851322
        (
            "credit_exceeds_fuel",
            (delivery("P1", "E-SELF-FF", "sent", "10", "MWh"), fuel("E1", "bituminous", "T-PWR", "4")),
            (delivery("P1", "E-SELF-FF", "sent", "10", "MWh"), fuel("E1", "bituminous", "T-PWR", "5")),
        ),
        (
            "trade_without_serials",
            (delivery("P1", "E-GT", "received", "10", "MWh"), certificate("I1", "green_trade", "9")),
            (delivery("P1", "E-GT", "received", "10", "MWh"), certificate("I1", "green_trade", "10")),
        ),
        (
            "claims_exceed_consumption",
            (delivery("P1", "E-GRID", "received", "10", "MWh"), certificate("I1", "unbundled", "11")),
            (delivery("P1", "E-GRID", "received", "10", "MWh"), certificate("I1", "unbundled", "10")),
        ),
        ("offset_not_retired", (offset("I1", "1", is_retired=False),), (offset("I1", "1"),)),
        (
            "feedstock_not_carried",
            (fuel("E1", "coke", "FEED", "1"),),
            (fuel("E1", "coke", "FEED", "1", carried_by="R1"), step("R1", "ferrosilicon", "product", "1")),
        ),
        (
            "recovered_gas_not_balanced",
            (fuel("E1", "coke_oven_gas", "REC-G", "1", "1000m3", balance="B"),),
            (fuel("E1", "coke_oven_gas", "REC-G", "1", "1000m3", balance="B"), COKING[0]),
        ),
        (
            "energy_sides_differ",
            (fuel("E1", "diesel", "PUR", "2"), fuel("E2", "diesel", "FIN", "1")),
            (fuel("E1", "diesel", "PUR", "1"), fuel("E2", "diesel", "FIN", "1")),
        ),
        # Own power that no output stands for, more and no more than a hundredth of the use side.
        (
            "energy_forms_differ",
            (delivery("P1", "E-GRID", "received", "100", "MWh"), plant("G1", "fossil", self_used="1.001")),
            (delivery("P1", "E-GRID", "received", "100", "MWh"), plant("G1", "fossil", self_used="1")),
        ),
    ],
)  # fmt: skip
def test_it_is_found_where_it_is_and_not_where_it_is_not(
    code: str, lines: tuple[Line, ...], clean: tuple[Line, ...]
) -> None:
    assert code in boundary_year(park_return(*lines)).findings
    assert code not in boundary_year(park_return(*clean)).findings


def test_the_year_is_judged_and_not_its_months() -> None:
    credit = delivery("P1", "E-SELF-FF", "sent", "10", "MWh")
    burnt = fuel("E1", "bituminous", "T-PWR", "9")
    months = park_return(credit, period="2025-01"), park_return(credit, burnt, period="2025-02")
    assert "credit_exceeds_fuel" in boundary_year(months[0]).findings
    assert "credit_exceeds_fuel" not in boundary_year(*months).findings


def test_what_lies_outside_the_boundary_is_not_found() -> None:
    outside = unit("U01", "0", is_legal_person=False)
    lines = (
        offset("I1", "1", is_retired=False),
        certificate("I2", "unbundled", "5"),
        delivery("P1", "E-GT", "received", "10", "MWh"),
    )
    assert boundary_year(park_return(*lines, units=(outside, unit("U02")))).findings == frozenset()


@pytest.mark.parametrize(
    ("category", "status", "park_method", "inventory"),
    [
        ("flaring", "NE", (1, True, False), (1, True, True)),
        ("heat", "C", (1, True, False), (1, True, True)),
        ("waste", "NE", (0, False, False), (1, True, True)),
        # CO2 that is stored leaves scope 1.
        ("removals", "C", (0, False, False), (1, True, True)),
        # Lubricants oxidise in the inventory alone.
        ("non_energy_use", "NE", (1, False, False), (1, True, True)),
        ("offsets", "NE", (0, False, False), (1, False, True)),
        # Told, and missing in no total.
        ("international_bunkers", "NE", (1, False, False), (1, False, False)),
        ("energy_supply", "NE", (1, False, False), (1, False, False)),
        ("energy_losses", "C", (1, False, False), (1, False, False)),
        ("feedstock_and_reductant", "C", (1, False, False), (1, False, False)),
        ("flaring", "IE", (0, False, False), (0, False, False)),
        ("flaring", "NA", (0, False, False), (0, False, False)),
        ("flaring", "reported", (0, False, False), (0, False, False)),
    ],
)
def test_a_declared_gap_makes_partial_what_its_category_counts_in(
    category: str, status: str, park_method: tuple[int, bool, bool], inventory: tuple[int, bool, bool]
) -> None:
    one = park_return(fuel("E1", "diesel", "FIN", "1"))
    said = CompletenessLine(category, status, "示例", "示例")
    again = replace(one, completeness=(said,))
    gaps = declared_gaps([one, again, again])
    assert gaps == {"CN-NZCP-2025": park_method, "GHGI": inventory}
