"""Other gases, process gases, scope 3, removals and offsets by hand (GWP CN-AR5)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lingtan.synthetic.lines import OtherGasLine
from tests.builders.one_park import Line, park_return, step
from tests.builders.one_park_gases import gas, offset, removal, value_chain
from tests.builders.park_truth import entries, of_method

D = Decimal
Amounts = dict[str, list[Decimal | str | None]]


def found(*lines: Line) -> Amounts:
    return of_method(entries(park_return(*lines)), "GHGI")


def balance(**items: str) -> OtherGasLine:
    known = {"opening_stock": "500", "bought": "1200", "charge_increase": "900", "recovered": "100"}
    return gas(
        "O1", "refrigeration", "HFC-134a", "balance",
        unit_of_measure="kg", **(known | {"closing_stock": "300"} | items),
    )  # fmt: skip


def test_a_balance_is_what_went_missing() -> None:
    # (0.5 + 1.2 - 0.3 - 0.9 - 0.1) x 1300
    assert found(balance()) == {"1 fugitive HFCs": [D(520)]}
    assert found(balance(bought="NO")) == {"1 fugitive HFCs": [D(-1040)]}
    assert found(balance(bought="NE")) == {"1 fugitive HFCs": [None]}
    assert found(balance(charge_increase="-100")) == {"1 fugitive HFCs": [D(1820)]}


@pytest.mark.parametrize(
    ("source", "gas_code", "key", "tonnes"),
    [
        ("electrical_equipment", "SF6", "1 fugitive SF6", "47000"),
        ("gas_system", "CH4", "1 fugitive CH4", "56"),
        ("anode_effect", "CF4", "1 process PFCs", "13260"),
        ("electronics", "NF3", "1 process NF3", "32200"),
        ("wastewater", "N2O", "1 waste N2O", "530"),
        ("waste", "CO2", "1 waste CO2", "2"),
        ("other", "HFC-23", "1 fugitive HFCs", "24800"),
        ("refrigeration", "HCFC-22", "memo other_substances", "3520"),
    ],
)
def test_a_gas_counts_in_the_component_of_its_source(
    source: str, gas_code: str, key: str, tonnes: str
) -> None:
    assert found(gas("O1", source, gas_code, emitted="2")) == {key: [D(tonnes)]}


def test_an_activity_takes_the_own_factor_with_a_note() -> None:
    cells = {"activity": "300", "measured_factor": "0.0125"}
    assert found(gas("O1", "wastewater", "CH4", "activity", **cells)) == {"1 waste CH4": [D(105)]}
    unnoted = gas("O1", "wastewater", "CH4", "activity", **cells, has_factor_note=False)
    assert found(unnoted) == {"1 waste CH4": [None]}


def test_acids_make_nitrous_oxide_and_no_co2() -> None:
    nitric = step("R1", "nitric_acid", "product", "1000")
    source = "provincial_guideline"
    guideline = step("R2", "nitric_acid", "product", "1000", route="low_pressure", source=source)
    abated = step("R3", "adipic_acid", "product", "100", route="abated")
    # 0.007, 0.005 and 0.009 t a tonne x 265
    assert found(nitric, guideline, abated) == {"1 process N2O": [D(1855), D(1325), D("238.5")]}


def test_aluminium_makes_fluorocarbons_unless_the_unit_reports_them() -> None:
    metal = step("R1", "primary_aluminium", "product", "20000")
    assert found(metal) == {
        "1 process CO2": [D(30000)],
        # 0.68 t CF4 x 6630, 0.068 t C2F6 x 11100
        "1 process PFCs": [D("4508.4"), D("754.8")],
    }
    measured = gas("O1", "anode_effect", "CF4", emitted="1")
    # The product line then counts zero of that gas.
    assert sorted(found(metal, measured)["1 process PFCs"], key=str) == [D("0E-12"), D("6630"), D("754.8")]


def test_the_value_chain_needs_a_documented_factor() -> None:
    documented = value_chain("S1", "5000", "2.4", "DOC-1")
    assert found(documented) == {"3 value_chain CO2e": [D(12)]}
    assert found(value_chain("S1", "5000", "2.4", None)) == {"3 value_chain CO2e": [None]}


def test_storage_of_fossil_co2_leaves_scope_1_and_other_storage_is_a_removal() -> None:
    assert found(removal("C1", "fossil", "geological", "100")) == {
        "1 captured_co2 CO2": [D(-100)],
        "memo stored_fossil_co2 CO2": [D(-100)],
    }
    assert found(removal("C1", "air", "soil", "100", sold="30")) == {"removal removals CO2": [D(-100), D(30)]}
    assert found(removal("C1", "fossil", "product", "100")) == {}
    sold = removal("C1", "fossil", "mineralised", "100", sold="5")
    assert found(sold)["removal removals CO2"] == [D(5)]


@pytest.mark.parametrize(
    ("origin", "fate"), [("biogenic", "transferred"), ("fossil", "use"), ("air", "product")]
)
def test_credits_sold_of_what_is_not_stored_count_nothing(origin: str, fate: str) -> None:
    """Nothing was deducted that a sale could give away."""
    assert found(removal("C1", origin, fate, "100", sold="5")) == {}


def test_an_offset_counts_when_it_is_retired() -> None:
    assert found(offset("I1", "40"), offset("I2", "60", is_retired=False)) == {
        "offset offsets CO2e": [D(-40), D(0)]
    }


def test_an_offset_that_is_not_retired_is_zero_whatever_its_quantity() -> None:
    unknown = replace(offset("I1", "1"), quantity="NE")
    assert found(unknown) == {"offset offsets CO2e": [None]}
    assert found(replace(unknown, retired_on=None)) == {"offset offsets CO2e": [D(0)]}
