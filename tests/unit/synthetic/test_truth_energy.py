"""Energy in its variants and on its two sides, worked out by hand (ACCOUNTING 2)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.lines import EnergyLine, GenerationLine, Measured, PowerHeatLine
from lingtan.synthetic.truth_energy import Energy
from lingtan.synthetic.truth_reference import reference_values
from lingtan.synthetic.truth_returns import Worker
from tests.builders.one_park import delivery, fuel, park_return, plant, unit
from tests.builders.park_truth import boundary_year

D = Decimal


def energy(*lines: EnergyLine | PowerHeatLine | GenerationLine, variant: str = "EN-CAL-F") -> Energy:
    return boundary_year(park_return(*lines, units=(unit("U01"), unit("U02")))).energy[variant]


def tce(*lines: EnergyLine | PowerHeatLine, variant: str = "EN-CAL-F") -> Decimal:
    return energy(*lines, variant=variant).use


@pytest.mark.parametrize(
    ("carrier", "flow", "expected"),
    [
        ("diesel", "FIN", "14.571"),
        ("diesel", "T-PWR", "14.571"),
        ("diesel", "FEED-R", "14.571"),
        ("diesel", "C-OUT", "-14.571"),
        ("diesel", "PREP-OUT", "-14.571"),
        ("diesel", "LOSS", "14.571"),
        ("diesel", "PRD", "0"),
        ("diesel", "PUR", "0"),
        ("diesel", "BNK", "0"),
        ("diesel", "FLARE", "0"),
        # 26.7 GJ/t x 0.034120842375, half up at 12 places
        ("anthracite", "FIN", "9.11026491413"),
        # no coefficient and no calorific value
        ("bitumen", "FIN", "0"),
    ],
)
def test_a_flow_counts_with_its_sign(carrier: str, flow: str, expected: str) -> None:
    assert tce(fuel("E1", carrier, flow, "10")) == D(expected)


@pytest.mark.parametrize("flow", ["FEED", "NEU"])
def test_feedstock_counts_by_variant(flow: str) -> None:
    line = fuel("E1", "raw_coal", flow, "10")
    assert tce(line) == D("7.143")
    assert tce(line, variant="EN-CAL-X") == 0


def test_a_measured_calorific_value_comes_before_the_coefficient() -> None:
    measured = Measured(D("20.908"))
    assert tce(fuel("E1", "raw_coal", "FIN", "10", measured=measured)) == D("7.13398572377")
    assert tce(fuel("E1", "raw_coal", "FIN", "10", measured=measured, tier="estimate")) == D("7.143")


def test_the_equivalent_value_changes_power_only() -> None:
    power = delivery("P1", "E-GRID", "received", "10", "MWh")
    heat = delivery("P2", "H-FOS", "received", "100", "GJ", counterparty=("heat_network", None))
    assert tce(power, heat) == D("1.229") + D("3.412")
    assert tce(power, heat, variant="EN-EQV-F") == D("3") + D("3.412")


def test_own_primary_power_counts_once_and_what_stays_inside_not_at_all() -> None:
    own = fuel("E1", "electricity", "PRD", "10", "MWh")
    used = delivery("P1", "E-SELF-RE", "received", "10", "MWh", counterparty=("unit", "U01"))
    sold = delivery("P2", "E-SELF-RE", "sent", "4", "MWh")
    assert tce(own, used) == D("1.229")
    assert tce(own, used, sold) == D("0.7374")
    assert tce(delivery("P1", "E-GRID", "sent", "10", "MWh", counterparty=("unit", "U02"))) == 0


def test_supply_is_bought_made_and_drawn_from_stock_less_sold() -> None:
    lines = (
        fuel("E1", "diesel", "PUR", "10"),
        fuel("E2", "diesel", "OPN", "3"),
        fuel("E3", "diesel", "CLS", "2"),
        fuel("E4", "diesel", "SAL", "1"),
        fuel("E5", "coke", "PRD", "1"),
        fuel("E6", "diesel", "FIN", "9"),
        delivery("P1", "E-GRID", "received", "10", "MWh"),
        delivery("P2", "E-GRID", "sent", "4", "MWh"),
    )
    # (10 + 3 - 2 - 1) x 1.4571 + 0.9714 + 6 x 0.1229 against 9 x 1.4571 + 6 x 0.1229
    assert energy(*lines) == Energy(D("13.8513"), D("16.2798"), forms=D("13.8513"))
    assert energy(*lines).difference == D("-2.4285")
    assert energy(*lines, variant="EN-CAL-X").supply is None


def test_without_a_line_of_fuel_supply_there_is_no_supply_side() -> None:
    own = fuel("E1", "electricity", "PRD", "10", "MWh")
    assert energy(own, fuel("E2", "diesel", "FIN", "1")).supply is None
    assert energy(fuel("E1", "diesel", "PUR", None, notation="NO")).supply == 0


def test_energy_counts_what_it_does_not_know() -> None:
    lines = (
        fuel("E1", "bitumen", "FIN", "10"),
        fuel("E2", "diesel", "FEED", None, notation="NE"),
        fuel("E3", "diesel", "FIN", None, notation="NO"),
        fuel("E4", "diesel", "FIN", None, notation="IE"),
        fuel("E5", "bitumen", "PUR", "10"),
        delivery("P1", "E-GRID", "received", None, "MWh", notation="C"),
        delivery("P2", "E-GRID", "received", None, "MWh", notation="NE", counterparty=("unit", "U02")),
        delivery("P3", "E-STO", "received", None, "MWh", notation="NE"),
    )
    assert (energy(*lines).gaps, energy(*lines, variant="EN-CAL-X").gaps) == (3, 2)


OWN_POWER = (
    fuel("E1", "electricity", "PRD", "60", "MWh"),
    fuel("E2", "electricity", "T-OUT", "30", "MWh"),
    fuel("E3", "electricity", "REC-W", "10", "MWh"),
    plant("G1", "solar", self_used="40", storage_in="5", storage_out="3"),
    plant("G2", "fossil", self_used="20"),
    plant("G3", "waste_heat", self_used="8"),
    plant("G4", "storage", self_used="NA", storage_in="9", storage_out="7"),
    delivery("P1", "E-SELF-RE", "sent", "18", "MWh"),
    # Used by the neighbour: nothing is taken out.
    delivery("P2", "E-SELF-FF", "sent", "10", "MWh", counterparty=("unit", "U02")),
    delivery("P3", "E-SELF-WH", "sent", "2", "MWh"),
    # Heat takes no part, and grid power is the same in both.
    fuel("E4", "heat", "T-OUT", "1000", "GJ"),
    delivery("P4", "E-GRID", "received", "50", "MWh"),
)


def test_the_forms_have_own_power_where_it_is_used_and_the_use_side_where_it_is_made() -> None:
    found = energy(*OWN_POWER)
    # 60 + 50 - 18 - 2 MWh of power; the fuel of the plants is left out here
    assert (found.use, found.forms, found.forms_difference) == (D("11.061"), D("11.061"), D(0))
    assert energy(*OWN_POWER, variant="EN-EQV-F").forms_difference == 0
    assert energy(*OWN_POWER, variant="EN-CAL-X").forms is None
    # Without the output of the fossil plant the forms count its 30 MWh more.
    assert energy(*OWN_POWER[:1], *OWN_POWER[2:]).forms_difference == D("-3.687")


@pytest.mark.parametrize(
    ("line", "is_known"),
    [
        (plant("G9", "solar"), False),
        (plant("G9", "solar", self_used="NE"), False),
        (plant("G9", "solar", self_used="IE"), False),
        (plant("G9", "solar", self_used="NA", storage_in="NO"), True),
        (plant("G9", "storage"), True),
        (fuel("E9", "electricity", "T-OUT", None, "MWh", notation="IE"), False),
        (fuel("E9", "heat", "T-OUT", None, "GJ", notation="NE"), True),
        # A gap of the use side is none of the forms alone: there is no total to compare.
        (fuel("E9", "diesel", "FIN", None, notation="NE"), False),
    ],
)
def test_there_is_no_total_of_the_forms_where_a_part_is_not_known(
    line: EnergyLine | GenerationLine, is_known: bool
) -> None:
    assert (energy(*OWN_POWER, line).forms is not None) == is_known


def test_without_a_coefficient_of_the_year_there_is_no_equivalent_value() -> None:
    worker = Worker(reference_values(), None, {})
    found = worker.boundary_year(
        worker.canonical([park_return(fuel("E1", "diesel", "FIN", "1"))]), "physical"
    )
    assert sorted(found.energy) == ["EN-CAL-F", "EN-CAL-X"]
