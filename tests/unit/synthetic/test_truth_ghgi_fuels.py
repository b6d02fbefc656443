"""Fuels, conversion and process lines of the inventory, worked out by hand (SPEC: F2, F3; GWP CN-AR5)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.lines import EnergyLine, Measured, ProcessLine
from tests.builders.one_park import fuel, park_return, step
from tests.builders.park_truth import entries, of_method

D = Decimal


def found(*lines: EnergyLine | ProcessLine) -> dict[str, list[Decimal | str | None]]:
    return of_method(entries(park_return(*lines)), "GHGI")


def decimals(*values: str) -> list[Decimal]:
    return [D(value) for value in values]


@pytest.mark.parametrize(
    ("carrier", "unit_of_measure", "co2", "ch4", "n2o"),
    [
        # 42.652 x 20.2 x 0.98 x 44/12; x 3 and 0.6 kg/TJ, x 28 and 265
        ("diesel", "t", "3.095909637333", "0.003582768", "0.006781668"),
        # 38.931 x 15.3 x 0.99 x 44/12; 1 and 0.1 kg/TJ
        ("natural_gas", "1000m3", "2.162188809", "0.001090068", "0.0010316715"),
        # stands in: bituminous 19.57 x 26.1 x 0.93 x 44/12; 10 and 1.5 kg/TJ
        ("raw_coal", "t", "1.74174957", "0.0054796", "0.007779075"),
        # only in the carbon-market set: 8.374 x 25.41 x 0.85 (industrial boiler) x 44/12
        ("coal_gangue", "t", "0.663174743", "0.00234472", "0.003328665"),
    ],
)
def test_a_fuel_makes_three_gases_from_one_set(
    carrier: str, unit_of_measure: str, co2: str, ch4: str, n2o: str
) -> None:
    line = fuel("E1", carrier, "FIN", "1", unit_of_measure, use="kiln")
    amounts = found(line)
    assert set(amounts) == {f"1 stationary_combustion {gas}" for gas in ("CO2", "CH4", "N2O")}
    values = [amounts[f"1 stationary_combustion {gas}"][0] for gas in ("CO2", "CH4", "N2O")]
    assert values == decimals(co2, ch4, n2o)


@pytest.mark.parametrize(
    ("flow", "use", "component", "ch4"),
    [
        ("FIN", "building", "stationary_combustion", "0.01194256"),
        ("FIN", "road", "mobile_combustion", "0.0046575984"),
        ("FIN", "off_road", "mobile_combustion", "0.0049561624"),
        ("T-PWR", "power_boiler", "stationary_combustion", "0.003582768"),
    ],
)
def test_the_use_decides_component_and_class(flow: str, use: str, component: str, ch4: str) -> None:
    # 42.652 GJ/t x 10, 3.9, 4.15, 3 kg/TJ x 28
    assert found(fuel("E1", "diesel", flow, "1", use=use))[f"1 {component} CH4"] == decimals(ch4)


def test_measured_parameters_replace_those_of_the_set() -> None:
    def co2(measured: Measured, tier: str = "measured") -> list[Decimal | str | None]:
        line = fuel("E1", "bituminous", "FIN", "1000", measured=measured, tier=tier)
        return found(line)["1 stationary_combustion CO2"]

    # 22 x 26 x 0.98 x 44/12 / 1000, half up at 12 places
    assert co2(Measured(D(22), D(26), D("0.98"))) == decimals("2055.386666667")
    # the calorific value alone, then the oxidation alone; carbon alone counts nothing
    assert co2(Measured(D(22))) == decimals("1958.022")
    assert co2(Measured(None, None, D("0.98"))) == decimals("1835.39202")
    assert co2(Measured(None, D(30))) == co2(Measured()) == co2(Measured(D(22)), "estimate")


def test_biomass_has_no_fossil_co2_but_a_memo() -> None:
    line = fuel("E1", "fuelwood", "FIN", "10", measured=Measured(D(15)), use="industrial_boiler")
    # 15 GJ/t x 30 and 4 kg/TJ; x 112 tCO2/TJ
    assert found(line) == {
        "1 stationary_combustion CO2": [D(0)],
        "1 stationary_combustion CH4": decimals("0.126"),
        "1 stationary_combustion N2O": decimals("0.159"),
        "memo biogenic_co2 CO2": decimals("16.8"),
    }
    assert found(fuel("E1", "biogas", "FIN", "10", "1000m3"))["memo biogenic_co2 CO2"] == [None]


def test_a_mixed_fuel_is_parted_for_co2_alone() -> None:
    line = fuel("E1", "municipal_waste", "FIN", "100", measured=Measured(D(8), D(25), D(1)), biogenic="0.6")
    # 40 t x 8 x 25 x 44/12 / 1000; all 100 t x 8 x 30 and 4 kg/TJ
    assert found(line) == {
        "1 stationary_combustion CO2": decimals("29.33333333332"),
        "1 stationary_combustion CH4": decimals("0.672"),
        "1 stationary_combustion N2O": decimals("0.848"),
        "memo biogenic_co2 CO2": [None],
    }


def test_conversion_is_at_full_oxidation_by_the_same_set() -> None:
    amounts = found(
        fuel("E1", "crude_oil", "C-IN", "100000", balance="B"),
        fuel("E2", "diesel", "C-OUT", "45000", balance="B"),
        fuel("E3", "refinery_gas", "REC-G", "6000", balance="B"),
    )
    assert amounts == {"1 conversion CO2": decimals("308183.92", "-142159.116000015", "-18417.599200002")}


def test_one_unknown_line_takes_the_balance_of_this_method_out() -> None:
    # Naphtha has a factor in both; aviation gasoline is in neither table of this method.
    amounts = found(
        fuel("E1", "crude_oil", "C-IN", "1", balance="B"),
        fuel("E2", "bitumen", "C-OUT", "1", balance="B"),
        step("R1", "steel_limestone", "material_in", "1", balance="B"),
    )
    assert amounts == {"1 conversion CO2": [None, None], "1 process CO2": [None]}


def test_flares_are_fugitive_and_need_gas_counted_before() -> None:
    flare = fuel("E1", "refinery_gas", "FLARE", "10")
    assert set(found(flare).values().__iter__().__next__()) == {D(0)}
    # Zero whatever its quantity, also where nobody knows it.
    unknown = fuel("E1", "refinery_gas", "FLARE", None, notation="NE")
    zero = {f"1 fugitive {gas}": [D(0)] for gas in ("CO2", "CH4", "N2O")}
    assert found(unknown) == zero
    assert found(unknown, fuel("E2", "refinery_gas", "PUR", "50")) == {key: [None] for key in zero}
    amounts = found(flare, fuel("E2", "refinery_gas", "PUR", "50"))
    # 45.998 x 18.2 x 0.99 x 44/12 / 1000 x 10
    assert amounts == {
        "1 fugitive CO2": decimals("30.38903868"),
        "1 fugitive CH4": decimals("0.01287944"),
        "1 fugitive N2O": decimals("0.01218947"),
    }


def test_bunkers_are_a_memo_and_only_lubricants_oxidise() -> None:
    amounts = found(
        fuel("E1", "diesel", "BNK", "2"),
        fuel("E2", "lubricant", "NEU", "10"),
        fuel("E3", "bitumen", "NEU", "10"),
        fuel("E4", "diesel", "LOSS", "10"),
        fuel("E5", "raw_coal", "PREP-IN", "10"),
    )
    assert amounts == {
        "memo bunkers CO2": decimals("6.191819274666"),
        "1 process CO2": [D("5.896"), D(0)],
    }


def test_a_loss_leaks_methane_where_the_office_knows_how_much() -> None:
    # 202.13 kg CH4 per 1000 m³ x 10 x 28; of coal and blast-furnace gas nobody knows.
    amounts = found(
        fuel("E1", "natural_gas", "LOSS", "10", "1000m3"),
        fuel("E2", "raw_coal", "LOSS", "10"),
        fuel("E3", "blast_furnace_gas", "LOSS", "10", "1000m3"),
    )
    assert amounts == {"1 fugitive CH4": decimals("56.5964")}


def test_feedstock_that_nothing_carries_is_a_gap_of_the_process() -> None:
    line = fuel("E1", "anthracite", "FEED", "9", carried_by="R1")
    assert found(line) == {"1 process CO2": [None]}
    assert found(line, step("R1", "ammonia", "product", "1", route="coal")) == {
        "1 process CO2": decimals("2.3")
    }
    # Nitric acid has no CO2 to carry it in.
    assert None in found(line, step("R1", "nitric_acid", "product", "1"))["1 process CO2"]
