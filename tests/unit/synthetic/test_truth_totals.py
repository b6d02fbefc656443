"""Parks, provinces and the nation from entries: who cancels whom, what is empty, what is compared."""

from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.truth import Truth
from tests.builders.one_park import Line, certificate, delivery, fuel, park_return, plant, unit
from tests.builders.one_park_gases import gas, offset, removal, value_chain
from tests.builders.small_nation import JIANGSU, NEXT_DOOR, ZHEJIANG, nation_of

D = Decimal


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
        park_return(offset("I1", "5", serial="OFF-NEXT"), of_park=NEXT_DOOR),
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
        # One category, and nobody says how much of it there is.
        "scope3_screened": 1,
        "scope3_coverage": None,
        "scope3_complete": False,
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
