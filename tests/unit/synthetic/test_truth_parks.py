"""The park method's own terms, worked out by hand with the factor values written in (L8, ACCOUNTING 2, 3)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.lines import Direction, Measured, ProcessLine, Steam
from tests.builders.one_park import Line, certificate, delivery, fuel, park_return, step, unit
from tests.builders.park_truth import entries

D = Decimal
Terms = dict[str, list[Decimal | str | None]]


def terms(*lines: Line, share: str | None = None) -> Terms:
    """Component -> amounts."""
    found = entries(park_return(*lines, units=(unit("U01", share), unit("U02"), unit("U03"))))
    of_method = {key: amounts for key, amounts in found.items() if key[0] == "CN-NZCP-2025"}
    return {f"memo {key[3]}" if key[1] == "memo" else key[3]: amounts for key, amounts in of_method.items()}


@pytest.mark.parametrize(
    ("carrier", "quantity", "unit_of_measure", "tonnes"),
    [
        # 42.652 GJ/t x 74.1 tCO2/TJ
        ("diesel", "10", "t", "31.605132"),
        # 38.931 GJ/10³ m³ x 56.1, only in the edition of 2025
        ("natural_gas", "1.2345", "100Mm3", "269618.392395"),
        # fallback: bituminous 19.570 x 94.6
        ("raw_coal", "2", "t", "3.702644"),
        # fallback: carbon of table C.1, 26.334 x 25.41 x 44/12
        ("washed_coal", "1", "t", "2.45353878"),
        ("lng", "1", "t", "2.8890378"),
        # fallback: carbon-market guideline, 8.374 x 25.41 x 44/12
        ("coal_gangue", "1000", "kg", "0.78020558"),
        ("agri_residue", "500", "t", "0"),
    ],
)
def test_a_fuel_takes_its_documented_factor(
    carrier: str, quantity: str, unit_of_measure: str, tonnes: str
) -> None:
    assert terms(fuel("E1", carrier, "FIN", quantity, unit_of_measure)) == {"fuel": [D(tonnes)]}


@pytest.mark.parametrize("carrier", ["bitumen", "jet_kerosene", "crude_benzene"])
def test_a_fuel_without_factor_is_not_estimated(carrier: str) -> None:
    assert terms(fuel("E1", carrier, "FIN", "5")) == {"fuel": [None]}


def test_measured_parameters_come_first_and_an_estimate_is_none() -> None:
    measured = Measured(D(22), D(26), D("0.98"))
    line = fuel("E1", "bituminous", "FIN", "1000", measured=measured)
    assert terms(line) == {"fuel": [D("2055.386666667000")]}
    estimate = fuel("E1", "bituminous", "FIN", "1000", measured=measured, tier="estimate")
    assert terms(estimate) == {"fuel": [D("1851.322")]}
    dry = fuel("E1", "bituminous", "FIN", "1000", measured=Measured(D(22), D(26), None, "dry"))
    assert terms(dry) == {"fuel": [D("1851.322")]}
    # A calorific value alone goes with the national factor: 22 x 94.6.
    only_ncv = fuel("E1", "bituminous", "FIN", "1000", measured=Measured(D(22)))
    assert terms(only_ncv) == {"fuel": [D("2081.2")]}
    # So does that of a fuel to which no set gives one: 44 x 71.5.
    jet_kerosene = fuel("E1", "jet_kerosene", "FIN", "1000", measured=Measured(D(44)))
    assert terms(jet_kerosene) == {"fuel": [D(3146)]}


def test_conversion_is_at_full_oxidation_and_its_output_counts_back() -> None:
    measured = Measured(D(22), D(26), D("0.98"))
    found = terms(
        fuel("E1", "bituminous", "C-IN", "1000", measured=measured, balance="B"),
        fuel("E2", "coke", "C-OUT", "100", balance="B"),
        fuel("E3", "coke_oven_gas", "REC-G", "10", "1000m3", balance="B"),
    )
    # 28.435 x 107.1 and 17.981 x 44.4, each per thousand.
    assert found == {"conversion": [D("2097.333333333"), D("-304.53885"), D("-7.983564")]}


def test_recovered_gas_without_input_is_not_estimated() -> None:
    assert terms(fuel("E1", "coke_oven_gas", "REC-G", "10", "1000m3", balance="B")) == {"conversion": [None]}
    other = fuel("E2", "coke", "C-IN", "1", balance="OTHER")
    assert terms(fuel("E1", "coke_oven_gas", "REC-G", "10", "1000m3"), other)["conversion"][0] is None


def test_one_unknown_line_takes_its_whole_balance_out_and_no_other() -> None:
    found = terms(
        fuel("E1", "crude_oil", "C-IN", "1", balance="B"),
        fuel("E2", "bitumen", "C-OUT", "1", balance="B"),
        step("R1", "steel_limestone", "material_in", "1", balance="B"),
        step("R2", "steel_limestone", "material_in", "1", balance="C"),
    )
    assert found == {"conversion": [None, None], "process": [None, D("0.44")]}


def test_feedstock_is_nothing_where_a_process_with_a_factor_carries_it() -> None:
    ammonia = step("R1", "ammonia", "product", "10", own_use="2", route="coal")
    carried = fuel("E1", "anthracite", "FEED", "9", carried_by="R1")
    # 12 t x 2.3
    assert terms(carried, ammonia) == {"process": [D("27.6")]}
    assert terms(fuel("E1", "anthracite", "FEED-R", "9"), ammonia) == {"process": [None, D("27.6")]}
    methanol = step("R2", "methanol", "product", "10", route="coal")
    assert terms(fuel("E1", "raw_coal", "FEED", "9", carried_by="R2"), methanol)["process"] == [None, None]
    own = step("R2", "methanol", "product", "10", route="coal", source="own", factor="2.5")
    assert terms(fuel("E1", "raw_coal", "FEED", "9", carried_by="R2"), own) == {"process": [D(25)]}


def test_an_own_factor_counts_only_where_no_document_has_one() -> None:
    own = step("R1", "ferrosilicon", "product", "1", source="own", factor="9")
    assert terms(own) == {"process": [D("4.3")]}
    guideline = step("R1", "calcium_carbide", "product", "1", source="provincial_guideline")
    assert terms(guideline) == {"process": [D("1.154")]}
    # A factor listed without a route is meant for every route.
    assert terms(step("R1", "primary_aluminium", "product", "2", route="prebake")) == {"process": [D(3)]}
    assert terms(step("R1", "lime", "product", "2")) == {"process": [None]}


def test_deductions_never_take_clinker_below_zero() -> None:
    found = terms(
        step("R1", "white_clinker", "product", "100", balance="K"),
        step("R2", "noncarbonate_substitute_01", "deduction", "200", balance="K"),
        step("R3", "portland_clinker", "product", "100", balance="L"),
        step("R4", "noncarbonate_substitute_03", "deduction", "10", balance="L"),
        step("R5", "lime", "product", "1000", route="high_calcium"),
    )
    # 55 - 120 is held at zero; 53.5 - 4.8 stays; lime is no clinker.
    assert found == {"process": [D(55), D(-120), D("53.5"), D("-4.8"), D(785), D(65)]}


def test_a_flare_counts_only_gas_counted_before_and_bunkers_nothing() -> None:
    flare = fuel("E1", "refinery_gas", "FLARE", "10")
    assert terms(flare) == {"fuel": [D(0)]}
    bought = fuel("E2", "refinery_gas", "PUR", "50")
    # 45.998 x 57.6
    assert terms(flare, bought) == {"fuel": [D("26.494848")]}
    elsewhere = fuel("E2", "refinery_gas", "PUR", "50", unit_code="U02")
    assert terms(flare, elsewhere) == {"fuel": [D(0)]}


def test_bunkers_are_a_memo_and_non_energy_use_nothing() -> None:
    bunkers = fuel("E1", "diesel", "BNK", "10")
    assert terms(bunkers, fuel("E2", "diesel", "NEU", "3")) == {"memo fuel": [D("31.605132")]}


@pytest.mark.parametrize(
    ("kind", "direction", "tonnes"),
    [
        ("E-GRID", "received", "83.25"),
        ("E-GRID", "sent", "-83.25"),
        ("E-NUC", "received", "83.25"),
        ("E-DLF", "received", "83.25"),
        ("E-GT", "received", "0"),
        ("E-GEC", "received", "0"),
        ("E-DL", "received", "0"),
        ("E-SELF-FF", "sent", "-83.25"),
        ("E-SELF-WH", "sent", "-83.25"),
        ("E-SELF-NF", "sent", None),
        ("E-SELF-RE", "received", None),
        ("E-SELF-FF", "received", None),
        ("E-STO", "received", None),
        ("E-STO", "sent", None),
    ],
)
def test_power_takes_the_factor_of_its_kind(kind: str, direction: Direction, tonnes: str | None) -> None:
    expected = {} if tonnes is None else {"power": [D(tonnes)]}
    green = [certificate("I1", "green_trade", "100"), certificate("I2", "unbundled", "100")]
    line = delivery("P1", kind, direction, "10", "10MWh")
    assert terms(line, *(green if kind in {"E-GT", "E-GEC"} else [])) == expected


def test_the_literal_credit_of_own_renewable_power_sent_is_a_memo() -> None:
    assert terms(delivery("P1", "E-SELF-RE", "sent", "10", "10MWh")) == {"memo power": [D("-83.25")]}


def test_heat_is_measured_else_default_both_ways() -> None:
    network = ("heat_network", None)
    assert terms(delivery("P1", "H-FOS", "received", "1", "TJ", counterparty=network)) == {"heat": [D(110)]}
    measured = delivery("P1", "H-FOS", "sent", "1000", "GJ", counterparty=network, factor="0.0987")
    assert terms(measured) == {"heat": [D("-98.7")]}
    assert terms(delivery("P1", "H-NF", "received", "5", "GJ", counterparty=network)) == {"heat": [D(0)]}
    assert terms(delivery("P1", "H-WH", "sent", "10", "GJ", counterparty=network)) == {"heat": [D("-1.1")]}


def test_what_stays_inside_the_park_is_zero_for_it() -> None:
    inside = delivery("P1", "H-FOS", "sent", "10", "GJ", counterparty=("unit", "U02"))
    assert terms(inside) == {"heat": [D(0)]}
    outside = delivery("P1", "H-FOS", "sent", "10", "GJ", counterparty=("outside_unit", "U02"))
    assert terms(outside) == {"heat": [D("-1.1")]}


def test_steam_by_mass_needs_its_enthalpy() -> None:
    network = ("heat_network", None)

    def steam(enthalpy: str | None, back: str | None) -> Terms:
        state = Steam(D(enthalpy) if enthalpy else None, D(back) if back else None, D(1), D(200))
        return terms(delivery("P1", "H-FOS", "received", "100", "t", counterparty=network, steam=state))

    # 100 x (2777.1 - 83.74) / 1000 = 269.336 GJ; with 300 back 247.71 GJ.
    assert steam("2777.1", None) == {"heat": [D("29.62696")]}
    assert steam("2777.1", "300") == {"heat": [D("27.2481")]}
    assert steam(None, "300") == {"heat": [None]}


def test_a_legal_person_counts_its_share_rounded_again() -> None:
    # 1.000001 t x 0.3333 = 0.3333003333 -> 0.333300 t x 3.1605132
    found = terms(fuel("E1", "diesel", "FIN", "1000.001", "kg"), share="0.3333")
    assert found == {"fuel": [D("1.053399049560")]}


def test_not_occurring_is_zero_and_not_estimated_is_unknown() -> None:
    nothing = fuel("E1", "bitumen", "FIN", None, notation="NO")
    unknown = fuel("E2", "diesel", "FIN", None, notation="NE")
    assert terms(nothing, unknown) == {"fuel": [D(0), None]}


def test_included_elsewhere_is_no_number_and_no_gap() -> None:
    assert terms(fuel("E1", "diesel", "FIN", None, notation="IE")) == {"fuel": ["IE"]}
    confidential = fuel("E1", "diesel", "FIN", None, notation="C")
    assert terms(confidential) == {"fuel": [None]}


def test_of_a_mixed_fuel_the_fossil_part_burns() -> None:
    # 10 t x (1 - 0.3) x 3.1605132
    assert terms(fuel("E1", "diesel", "FIN", "10", biogenic="0.3")) == {"fuel": [D("22.1235924")]}
    # Nothing of it is fossil: no factor is needed.
    assert terms(fuel("E1", "industrial_waste", "FIN", "10", biogenic="1")) == {"fuel": [D(0)]}
    assert terms(fuel("E1", "industrial_waste", "FIN", "10", biogenic="0.9")) == {"fuel": [None]}


@pytest.mark.parametrize(
    "carrier",
    [
        step("R1", "ferrosilicon", "product", None, notation="NO", balance="B"),
        step("R1", "ferrosilicon", "product", None, notation="IE", balance="B"),
        step("R1", "noncarbonate_substitute_01", "deduction", "0", balance="B"),
        step("R1", "crude_steel_carbon", "material_out", "0", balance="B"),
        step("R1", "industrial_silicon", "product", "5", balance="B"),
    ],
)
def test_only_a_line_that_brings_carbon_in_carries_feedstock_and_balances_gas(carrier: ProcessLine) -> None:
    feedstock = fuel("E1", "coke", "FEED-R", "9", carried_by="R1")
    recovered = fuel("E2", "converter_gas", "REC-G", "9", "1000m3", balance="B")
    found = terms(feedstock, recovered, carrier)
    assert found["process"][0] is None
    assert found["conversion"] == [None]


def test_a_material_with_a_factor_carries_and_balances() -> None:
    found = terms(
        fuel("E1", "coke", "FEED-R", "9", carried_by="R1"),
        fuel("E2", "converter_gas", "REC-G", "10", "1000m3", balance="B"),
        step("R1", "steel_electrode", "material_in", "2", balance="B"),
    )
    # Converter gas 8.4 GJ x 181.9 tCO2/TJ; electrodes 3.6630 t CO2 a tonne.
    assert found["process"] == [D("7.326")]
    assert [value for value in found["conversion"] if value is not None] != []
