"""Parks, provinces and the nation from entries: who cancels whom, what is empty, what is partial."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lingtan.synthetic.lines import CompletenessLine
from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.register import parks
from lingtan.synthetic.truth import Truth, truth
from tests.builders.one_park import Line, certificate, delivery, fuel, park, park_return, plant, unit
from tests.builders.one_park_gases import gas, offset, removal, value_chain

D = Decimal
ZHEJIANG, NEXT_DOOR, JIANGSU = park("SLA"), park("SLB"), park("SLC", "320000")


def nation_of(*returns: ParkReturn, **more: tuple[ParkReturn, ...]) -> Truth:
    every = (*returns, *more.get("compared", ()), *more.get("not_counted", ()))
    registered = {parks()[0].code: parks()[0]} | {one.park.code: one.park for one in every}
    return truth(Nation(1, 2025, tuple(registered.values()), returns, (), **more))


def sold(buyer: str, kind: str = "E-SELF-FF") -> Line:
    return delivery("P1", kind, "sent", "10", "MWh", counterparty=("park", buyer), factor="0.9")


def bought(seller: str) -> Line:
    return delivery("P1", "E-GRID", "received", "10", "MWh", counterparty=("park", seller))


def consumption(found: Truth, area: str, basis: str = "location") -> list[object]:
    names = ("production", "received", "resold", "own_generation_sent", "consumption", "is_partial")
    return [found.cells[f"flow_{name}"][area, "physical", "GHGI", basis] for name in names]


def test_what_parks_send_each_other_leaves_their_province_or_the_nation() -> None:
    near = nation_of(
        park_return(sold("SLB"), of_park=ZHEJIANG), park_return(bought("SLA"), of_park=NEXT_DOOR)
    )
    park_key = ("SLB", "physical", "GHGI", "2", "location", "purchased_power", "CO2")
    assert near.cells["park_component"][park_key] == D("4.974")
    nothing = [None, D(0), None, D(0), D(0), False]
    assert consumption(near, "330000") == nothing
    assert consumption(near, "CN") == nothing
    far = nation_of(park_return(sold("SLC"), of_park=ZHEJIANG), park_return(bought("SLA"), of_park=JIANGSU))
    assert consumption(far, "330000") == [None, None, None, D(-9), D(-9), False]
    # 10 MWh x 0.5827 of Jiangsu
    assert consumption(far, "320000")[1] == consumption(far, "320000")[4]
    assert consumption(far, "320000")[1] not in (None, D(0))
    assert consumption(far, "CN") == nothing


def test_a_park_that_does_not_count_cancels_nothing() -> None:
    lonely = nation_of(park_return(sold("SLB"), of_park=ZHEJIANG))
    assert consumption(lonely, "CN") == [None, None, None, D(-9), D(-9), False]
    # The buyer reports another boundary only.
    other = replace(NEXT_DOOR, boundaries_reported_code="administrative")
    apart = nation_of(park_return(sold("SLB"), of_park=ZHEJIANG), park_return(bought("SLA"), of_park=other))
    assert consumption(apart, "CN") == [None, None, None, D(-9), D(-9), False]


def test_the_park_method_sums_park_results_with_what_they_send_each_other() -> None:
    found = nation_of(
        park_return(sold("SLB"), fuel("E1", "bituminous", "T-PWR", "4"), of_park=ZHEJIANG),
        park_return(bought("SLA"), of_park=NEXT_DOOR),
    )
    key = ("physical", "CN-NZCP-2025", "NA", "NA", "power", "CO2")
    assert found.cells["national"][key] == 0
    assert found.national_components() == {
        "fuel": D("7.405288"),
        "conversion": None,
        "power": D(0),
        "heat": None,
        "process": None,
    }
    assert found.cells["province"][("110000", *key)] is None


def test_nets_have_their_parts_and_stay_empty_where_nothing_is_said() -> None:
    found = nation_of(
        park_return(
            fuel("E1", "bituminous", "FIN", "100", use="kiln"),
            delivery("P1", "E-GRID", "received", "10", "MWh"),
            delivery("P2", "H-NF", "received", "10", "GJ", counterparty=("heat_network", None)),
            removal("C1", "air", "soil", "3", sold="1"),
            offset("I1", "5"),
            value_chain("S1", "5000", "2.4", "DOC-1"),
            of_park=ZHEJIANG,
        ),
        park_return(offset("I1", "5"), of_park=NEXT_DOOR),
    )
    key = ("SLA", "physical", "GHGI", "market")
    nets = {name[4:]: cells[key] for name, cells in found.cells.items() if name.startswith("net_")}
    # 174.174957 CO2 + 0.54796 CH4 + 0.7779075 N2O; 6.096 of power
    assert nets == {
        "scope1": D("175.5008245"),
        "scope2": D("6.096"),
        "gross": D("181.5968245"),
        "removals": D(-2),
        "net_after_removals": D("179.5968245"),
        "offsets": D(-5),
        "net_after_offsets": D("174.5968245"),
        "scope3": D(12),
        "scope3_gaps": 0,
        "partial": True,
    }
    empty = ("SLB", "physical", "GHGI", "market")
    assert found.cells["net_gross"][empty] is None
    assert found.cells["net_removals"][empty] is None
    assert found.cells["net_net_after_offsets"][empty] == D(-5)
    assert found.cells["park_total"]["SLB", "physical", "CN-NZCP-2025", "NA"] is None


def test_a_gas_is_summed_over_components_and_what_is_not_known_adds_nothing() -> None:
    found = nation_of(
        park_return(
            fuel("E1", "bituminous", "FIN", "100", use="kiln"),
            fuel("E2", "fuelwood", "FIN", None, notation="NE"),
            gas("O1", "gas_system", "CH4", emitted="2"),
            gas("O2", "refrigeration", "HFC-32", emitted="1"),
            gas("O3", "refrigeration", "HFC-134a", emitted="1"),
            of_park=ZHEJIANG,
        )
    )
    of_inventory = {key[3:]: value for key, value in found.cells["park_gas"].items() if key[2] == "GHGI"}
    assert of_inventory == {
        ("1", "NA", "CO2"): D("174.174957"),
        # 0.54796 burnt and 2 t leaked
        ("1", "NA", "CH4"): D("56.54796"),
        ("1", "NA", "N2O"): D("0.7779075"),
        # One group, two gases.
        ("1", "NA", "HFC-32"): D(677),
        ("1", "NA", "HFC-134a"): D(1300),
        ("memo", "NA", "CO2"): D(0),
    }


def test_industries_add_up_to_the_national_total() -> None:
    units = (unit("U01"), unit("U02", industry="2614"))
    found = nation_of(
        park_return(
            fuel("E1", "bituminous", "FIN", "1"),
            fuel("E2", "bituminous", "FIN", "2", unit_code="U02"),
            units=units,
            of_park=ZHEJIANG,
        )
    )
    sector = {
        key[3]: value for key, value in found.cells["sector"].items() if key[0] == "CN" and key[5] == "fuel"
    }
    assert sector == {"30": D("1.851322"), "26": D("3.702644")}
    burnt = [key for key in found.cells["sector"] if key[0] == "CN" and key[5] == "stationary_combustion"]
    assert len(burnt) == 2 * 3
    assert {(found.cells["sector_units"][key], found.cells["sector_parks"][key]) for key in burnt} == {(1, 1)}
    scopes = {key[4] for key in found.cells["sector"]}
    assert scopes == {"NA", "1"}


def test_an_annual_return_is_compared_with_its_months() -> None:
    def months(amount: str) -> tuple[ParkReturn, ...]:
        return tuple(
            park_return(fuel("E1", "bituminous", "FIN", amount), of_park=ZHEJIANG, period=f"2025-{month:02d}")
            for month in range(1, 13)
        )

    annual = park_return(fuel("E1", "bituminous", "FIN", "12"), of_park=ZHEJIANG)
    key = ("SLA", "physical", "CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    same = nation_of(annual, compared=months("1"))
    assert same.cells["period_difference"][key] == 0
    assert same.cells.get("finding", {}) == {}
    other = nation_of(annual, compared=months("2"))
    assert other.cells["period_annual"][key] == D("22.215864")
    assert other.cells["period_periods"][key] == D("44.431728")
    assert other.cells["period_difference"][key] == D("-22.215864")
    assert list(other.cells["finding"]) == [("SLA", "physical", "periods_differ")]


def test_a_profile_shows_power_and_its_shares() -> None:
    found = nation_of(
        park_return(
            delivery("P1", "E-GRID", "received", "60", "MWh"),
            delivery("P2", "E-DL", "received", "20", "MWh"),
            delivery("P3", "E-GT", "received", "10", "MWh"),
            delivery("P4", "E-SELF-RE", "sent", "5", "MWh"),
            delivery("P5", "E-GRID", "sent", "15", "MWh", counterparty=("unit", "U02")),
            delivery("P6", "E-SELF-RE", "received", "25", "MWh", counterparty=("unit", "U01")),
            certificate("I1", "green_trade", "8"),
            plant("G1", "solar", generated="30", self_used="25"),
            plant("G2", "fossil", generated="7", self_used="7"),
            plant("G3", "storage", generated="9"),
            units=(unit("U01"), unit("U02", "0.5")),
            of_park=ZHEJIANG,
        )
    )
    shown = {
        name.removeprefix("profile_"): cells["SLA", "physical"]
        for name, cells in found.cells.items()
        if name.startswith("profile_") and ("SLA", "physical") in cells
    }
    expected = {
        "unit_count": 2,
        "employees": 20,
        "gross_output_current_10k_cny": D(1500),
        "value_added_current_10k_cny": D(450),
        "power_received_mwh": D(90),
        "power_sent_mwh": D(5),
        "green_power_mwh": D(8),
        "direct_power_mwh": D(20),
        "own_generation_mwh": D(37),
        "own_use_mwh": D(32),
        "own_non_fossil_use_mwh": D(25),
        "power_use_mwh": D(122),
        "direct_supply_share_ratio": D("0.163934"),
        "direct_supply_share_with_own_use_ratio": D("0.368852"),
        # (60 + 2) x 0.8325 over 450 and over 85 x 0.1229
        "nzcp_tco2": D("51.615"),
        "emission_per_value_added": D("0.1147"),
        "carbon_per_energy": D("4.940889"),
    }
    assert {name: shown[name] for name in expected} == expected


def test_an_area_counts_its_parks_and_its_gaps() -> None:
    declared = replace(
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=NEXT_DOOR),
        completeness=(CompletenessLine("waste", "NE", "示例"),),
    )
    found = nation_of(
        park_return(
            fuel("E1", "bitumen", "FIN", "1"),
            fuel("E2", "diesel", "FIN", None, notation="NE"),
            of_park=ZHEJIANG,
        ),
        declared,
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=JIANGSU),
    )

    def counts(kind: str, *key: str) -> list[object]:
        return [found.cells[f"{kind}_{name}"][key] for name in ("gaps", "registered", "reported", "partial")]

    park_method = ("physical", "CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    inventory = ("physical", "GHGI", "1", "NA", "stationary_combustion", "CO2")
    # One silent park is registered in Beijing.
    assert counts("national", *park_method) == [2, 4, 3, 1]
    assert counts("national", *inventory) == [2, 4, 3, 2]
    assert counts("province", "330000", *inventory) == [2, 2, 2, 2]
    assert counts("province", "320000", *inventory) == [0, 1, 1, 0]
    assert counts("province", "330000", "administrative", *inventory[1:]) == [0, 2, 0, 0]
    # CO2, CH4 and N2O of two lines.
    assert counts("flow", "330000", "physical", "GHGI", "market") == [6, 2, 2, 2]
    assert found.cells["flow_is_partial"]["330000", "physical", "GHGI", "market"] is True
    assert found.cells["flow_is_partial"]["320000", "physical", "GHGI", "market"] is False
    assert found.cells["park_total_partial"]["SLB", "physical", "CN-NZCP-2025", "NA"] is False
    assert found.cells["park_total_partial"]["SLB", "physical", "GHGI", "market"] is True


@pytest.mark.parametrize(
    ("category", "park_total", "gross", "net"),
    [
        ("power", True, True, True),
        ("other_gases", False, True, True),
        ("offsets", False, False, True),
        ("international_bunkers", False, False, False),
    ],
)
def test_a_declared_gap_is_partial_where_it_is_missing(
    category: str, park_total: bool, gross: bool, net: bool
) -> None:
    said = replace(
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=ZHEJIANG),
        completeness=(CompletenessLine(category, "NE", "示例"),),
    )
    found = nation_of(said).cells
    key = ("SLA", "physical", "GHGI", "market")
    assert found["park_total_partial"]["SLA", "physical", "CN-NZCP-2025", "NA"] is park_total
    assert (found["park_total_partial"][key], found["net_partial"][key]) == (gross, net)
    area = ("330000", "physical", "GHGI", "market")
    assert (found["flow_partial"][area], found["flow_is_partial"][area]) == (int(gross), gross)
    removals = ("330000", "physical", "GHGI", "removal", "NA", "removals", "CO2")
    assert found["province_partial"][removals] == int(gross)
    national = ("physical", "CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    assert found["national_partial"][national] == int(park_total)


def test_a_gap_of_the_value_chain_or_of_an_offset_leaves_the_gross_whole() -> None:
    found = nation_of(
        park_return(
            fuel("E1", "diesel", "FIN", "1"),
            value_chain("S1", "5000", None, None),
            replace(offset("I1", "1"), quantity="NE"),
            of_park=ZHEJIANG,
        )
    ).cells
    key = ("SLA", "physical", "GHGI", "location")
    assert (found["park_total_gaps"][key], found["park_total_partial"][key]) == (0, False)
    assert (found["net_scope3_gaps"][key], found["net_partial"][key]) == (1, True)
    assert found["flow_is_partial"]["330000", "physical", "GHGI", "location"] is False


def test_each_boundary_counts_the_returns_that_report_it() -> None:
    line = fuel("E1", "diesel", "FIN", "1")
    units = (unit(administrative="1", is_legal_person=False),)
    both = replace(ZHEJIANG, boundaries_reported_code="both")
    quarters = tuple(
        park_return(line, units=units, of_park=both, period=f"2025-Q{number}") for number in range(1, 5)
    )
    found = nation_of(park_return(line, of_park=ZHEJIANG), *quarters).cells
    fuels = ("CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    # 42.652 x 74.1 / 1000: one tonne of the annual return, four of the quarters.
    assert found["park_component"]["SLA", "physical", *fuels] == D("3.1605132")
    assert found["park_component"]["SLA", "administrative", *fuels] == D("12.6420528")
    assert {key[1] for key in found["period_difference"]} == {"physical"}
    assert list(found["finding"]) == [("SLA", "physical", "periods_differ")]
    assert (found["year_source"]["SLA",], found["year_returns"]["SLA",]) == ("annual", 1)
    assert found["coverage"].keys() == {
        (parks()[0].code, boundary, method, "not_reported")
        for boundary in ("physical", "administrative")
        for method in ("CN-NZCP-2025", "GHGI")
    }


def test_a_park_is_shown_with_the_year_of_a_boundary_that_has_one() -> None:
    line = fuel("E1", "diesel", "FIN", "1")
    other = replace(ZHEJIANG, boundaries_reported_code="administrative")
    first = park_return(line, of_park=ZHEJIANG, period="2025-Q1")
    found = nation_of(first, park_return(line, of_park=other)).cells
    assert (found["year_source"]["SLA",], found["year_exists"]["SLA",]) == ("annual", True)
    reasons = {key[1:] for key in found["coverage"] if key[0] == "SLA"}
    assert reasons == {("physical", method, "periods_incomplete") for method in ("CN-NZCP-2025", "GHGI")}


def test_what_a_park_leaves_out_as_a_whole() -> None:
    months = tuple(
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=JIANGSU, period=f"2025-{month:02d}")
        for month in range(1, 12)
    )
    gaps = (CompletenessLine("waste", "NE", "示例"), CompletenessLine("heat", "C", "示例"))
    said = replace(park_return(fuel("E1", "diesel", "FIN", "1"), of_park=ZHEJIANG), completeness=gaps)
    found = nation_of(said, not_counted=months)
    silent = parks()[0].code
    methods = ("CN-NZCP-2025", "GHGI")
    whole = {
        (park_code, boundary, method, reason): 1
        for park_code, reason in ((silent, "not_reported"), ("SLC", "periods_incomplete"))
        for boundary in ("physical", "administrative")
        for method in methods
    }
    own = {("SLA", "administrative", method, "boundary_not_reported"): 1 for method in methods}
    declared = {
        ("SLA", "physical", "CN-NZCP-2025", "declared_not_estimated"): 1,
        ("SLA", "physical", "GHGI", "declared_not_estimated"): 2,
    }
    assert found.cells["coverage"] == whole | own | declared
    assert {key[0] for key in found.cells["park_total"]} == {"SLA"}
    assert found.cells["year_source"] == {(silent,): "none", ("SLA",): "annual", ("SLC",): "none"}
    assert found.cells["year_returns"] == {(silent,): 0, ("SLA",): 1, ("SLC",): 0}
    assert found.cells["year_exists"]["SLA",] is True
