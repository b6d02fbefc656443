"""What makes consumption by market differ from consumption by location, delivery by delivery."""

from decimal import Decimal

from lingtan.synthetic.lines import PowerHeatLine
from lingtan.synthetic.model import ParkReturn
from tests.builders.one_park import certificate, delivery, park_return, plant, unit
from tests.builders.small_nation import JIANGSU, ZHEJIANG, nation_of

D = Decimal
Parts = dict[str, tuple[object, object, object]]


def parts(*returns: ParkReturn, area: str = "CN") -> Parts:
    cells = nation_of(*returns).cells
    return {
        key[3]: (cells["gap_location"][key], cells["gap_market"][key], cells["gap_difference"][key])
        for key in cells["gap_location"]
        if key[:2] == (area, "physical")
    }


def sold(line_id: str, other: str, direction: str = "received") -> PowerHeatLine:
    ends = ("park", other)
    return delivery(
        line_id, "E-GRID", "sent" if direction == "sent" else "received", "10", "MWh", counterparty=ends
    )


def test_green_power_is_zero_by_market_and_what_has_no_certificate_is_told_apart() -> None:
    found = parts(
        park_return(
            delivery("P1", "E-GT", "received", "30", "MWh"),
            delivery("P2", "E-GRID", "received", "10", "MWh"),
            certificate("I1", "green_trade", "20"),
            of_park=ZHEJIANG,
        )
    )
    # 0.4974 t a MWh in Zhejiang, 0.6096 of the residual mix.
    assert found == {
        "green_power": (D("9.948"), D(0), D("-9.948")),
        "claims_not_covered": (D("4.974"), D("6.096"), D("1.122")),
        "residual_mix": (D("4.974"), D("6.096"), D("1.122")),
    }


def test_sold_attributes_suppliers_heat_and_what_is_sent_on() -> None:
    found = parts(
        park_return(
            delivery("P1", "E-NUC", "received", "10", "MWh", factor="0.1"),
            delivery("P2", "E-GRID", "sent", "10", "MWh", counterparty=("outside_unit", "X")),
            delivery("P3", "H-FOS", "received", "10", "GJ", counterparty=("heat_network", None)),
            delivery("P4", "E-DL", "received", "10", "MWh", counterparty=("outside_unit", "X")),
            plant("G1", "solar", attribute_sold="10"),
            of_park=ZHEJIANG,
        )
    )
    assert found == {
        "supplier_evidence": (D("4.974"), D(1), D("-3.974")),
        "resold": (D("-4.974"), D("-6.096"), D("-1.122")),
        "heat": (D("1.1"), D("1.1"), D(0)),
        "direct_and_own": (D(0), D(0), D(0)),
        "attribute_sold": (None, D("6.096"), D("6.096")),
    }


def test_what_parks_send_each_other_leaves_the_nation_and_stays_in_the_province() -> None:
    seller = park_return(sold("P1", JIANGSU.code, "sent"), of_park=ZHEJIANG)
    buyer = park_return(sold("P1", ZHEJIANG.code), of_park=JIANGSU)
    assert parts(seller, buyer)["residual_mix"] == (D(0), D(0), D(0))
    assert parts(seller, buyer, area="330000")["resold"] == (D("-4.974"), D("-6.096"), D("-1.122"))


def test_what_stays_inside_a_park_is_nothing() -> None:
    one = park_return(
        delivery("P1", "E-GRID", "received", "10", "MWh", counterparty=("unit", "U02")),
        units=(unit(), unit("U02")),
        of_park=ZHEJIANG,
    )
    assert parts(one) == {"residual_mix": (D(0), D(0), D(0))}
