"""Energy in its variants, worked out by hand (ACCOUNTING 2)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.model import EnergyLine, Measured, PowerHeatLine
from lingtan.synthetic.truth_energy import park_energy
from lingtan.synthetic.truth_reference import reference_values
from tests.builders.one_park import delivery, fuel, park_return, unit

D = Decimal


def tce(*lines: EnergyLine | PowerHeatLine, variant: str = "EN-CAL-F") -> Decimal:
    one = park_return(*lines, units=(unit("U01"), unit("U02")))
    return park_energy(reference_values(), one, D("0.3"))[variant]


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


def test_without_a_coefficient_of_the_year_there_is_no_equivalent_value() -> None:
    found = park_energy(reference_values(), park_return(fuel("E1", "diesel", "FIN", "1")), None)
    assert sorted(found) == ["EN-CAL-F", "EN-CAL-X"]
