"""The truth's flow matrix and proof of two parks worked by hand (L6, L7)."""

from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.model import CompletenessLine, Direction
from lingtan.synthetic.truth import Truth
from tests.builders.one_park import Line, delivery, fuel, park_return, unit
from tests.builders.small_nation import JIANGSU, NEXT_DOOR, ZHEJIANG, nation_of

D = Decimal


def heat(line: str, direction: Direction, quantity: str, other: str) -> Line:
    return delivery(
        line,
        "H-FOS",
        direction,
        quantity,
        "GJ",
        counterparty=("park", other),
        factor="0.1",
        origin="own_generation" if direction == "sent" else None,
    )


def between(found: Truth, commodity: str = "heat", flow: tuple[str, str] = ("SLA", "SLB")) -> list[object]:
    names = ("sent", "received", "difference", "state", "level")
    return [found.cells[f"exchange_{name}"]["physical", commodity, *flow] for name in names]


def two(of_seller: Line, *of_buyer: Line) -> Truth:
    return nation_of(park_return(of_seller, of_park=ZHEJIANG), park_return(*of_buyer, of_park=NEXT_DOOR))


def test_both_reports_of_a_flow_and_their_difference() -> None:
    received = [heat(f"P{line}", "received", part, "SLA") for line, part in ((1, "90"), (2, "8"))]
    found = two(heat("P1", "sent", "100", "SLB"), *received)
    assert between(found) == [D(100), D(98), D(2), "differ", "province"]
    assert found.cells["finding"]["SLA", "physical", "flow_asymmetric"] is True
    assert found.cells["asymmetry"]["SLB", "physical", "heat/SLA>SLB"] == D(2)


def test_what_one_end_does_not_know_is_no_difference() -> None:
    unknown = delivery("P1", "H-FOS", "received", None, "GJ", counterparty=("park", "SLA"), notation="NE")
    found = two(heat("P1", "sent", "100", "SLB"), unknown)
    assert between(found) == [D(100), None, None, "not_estimated", "province"]
    assert "asymmetry" not in found.cells


def test_a_category_declared_not_estimated_is_no_silence() -> None:
    sale = replace(
        fuel("E1", "coke", "SAL", "5"), counterparty_kind_code="park", counterparty_code=NEXT_DOOR.code
    )
    seller = park_return(sale, of_park=ZHEJIANG)
    buyer = park_return(fuel("E1", "diesel", "FIN", "1"), of_park=NEXT_DOOR)
    assert between(nation_of(seller, buyer), "coke") == [D(5), None, D(5), "only_sender", "province"]
    declared = replace(buyer, completeness=(CompletenessLine("energy_supply", "NE", "示例", None),))
    assert between(nation_of(seller, declared), "coke")[2:4] == [None, "not_estimated"]


def test_the_proof_shows_the_asymmetry_and_closes() -> None:
    found = two(heat("P1", "sent", "100", "SLB"), heat("P1", "received", "98", "SLA"))
    steps = {
        view: [
            found.cells[f"proof_{name}"]["330000", "physical", "GHGI", "location", "consumption", view]
            for name in ("opening", "agreeing", "asymmetric", "unconfirmed", "closing", "remainder")
        ]
        for view in ("park", "province")
    }
    # 98 GJ received less 100 GJ sent, at 0.1 t CO2 per GJ.
    assert steps == {
        "park": [D("-0.2"), None, None, None, D("-0.2"), 0],
        "province": [D("-0.2"), None, D("0.2"), None, D(0), 0],
    }


def test_between_provinces_a_flow_leaves_the_nation_alone() -> None:
    found = nation_of(
        park_return(heat("P1", "sent", "60", "SLC"), of_park=ZHEJIANG),
        park_return(heat("P1", "received", "60", "SLA"), of_park=JIANGSU),
    )
    assert between(found, flow=("SLA", "SLC")) == [D(60), D(60), D(0), "agree", "nation"]
    key = ("CN", "physical", "GHGI", "location", "consumption", "nation")
    assert [found.cells[f"proof_{name}"][key] for name in ("opening", "agreeing", "closing")] == [0, 0, 0]
    assert (
        found.cells["proof_closing"]["320000", "physical", "GHGI", "location", "consumption", "province"] == 6
    )


def test_units_of_a_park_are_nodes_of_their_own() -> None:
    found = nation_of(
        park_return(
            delivery("P1", "E-GRID", "sent", "400", "MWh", counterparty=("unit", "U02")),
            delivery("P2", "E-GRID", "received", "390", "MWh", unit_code="U02", counterparty=("unit", "U01")),
            units=(unit(), unit("U02")),
        )
    )
    code = park_return().park.code
    flow = (f"{code}/U01", f"{code}/U02")
    assert between(found, "electricity", flow) == [D(400), D(390), D(10), "differ", "park"]
