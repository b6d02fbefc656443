"""Gases by formula, by hand: what is given, what is listed, what is missing (F4, F5, F6, F8)."""

from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.lines import OtherGasLine, Parameter
from tests.builders.one_park import D
from tests.builders.one_park_gases import gas
from tests.unit.synthetic.test_truth_ghgi_gases import found


def line(
    line_id: str, source: str, gas_code: str, activity: str, treatment: str | None = None, **parameters: str
) -> OtherGasLine:
    """A line by formula; parameters as `value unit`."""
    given = tuple(Parameter(code, D(text.split()[0]), text.split()[1]) for code, text in parameters.items())
    made = gas(line_id, source, gas_code, "formula", activity=activity)
    return replace(made, treatment_code=treatment, parameters=given)


def test_anode_effects_take_the_listed_slope_and_their_own() -> None:
    minutes = "0.5 min/cell-day"
    # 1000 x 0.143 x 0.5 kg CF4 x 6630, a tenth of it C2F6 x 11100
    listed = line("O1", "anode_effect", "CF4", "1000", anode_effect_minutes=minutes)
    assert found(listed) == {"1 process PFCs": [D("474.045"), D("79.365")]}
    own = line("O1", "anode_effect", "CF4", "1000", anode_effect_minutes=minutes,
               anode_effect_slope="0.1 kg/t/(min/cell-day)", c2f6_ratio="0 kg/kg")  # fmt: skip
    assert found(own) == {"1 process PFCs": [D("331.5"), D(0)]}
    assert found(line("O1", "anode_effect", "CF4", "1000")) == {"1 process PFCs": [None, None]}


def wastewater(recovered: str, **more: str) -> OtherGasLine:
    parameters = {"sludge_organics": "20 t", "methane_recovered": recovered} | more
    return line("O1", "wastewater", "CH4", "120", "anaerobic_domestic", **parameters)


def test_wastewater_stops_at_zero_and_asks_for_its_nitrogen() -> None:
    # (120 - 20) x 0.6 x 0.9 = 54 t, less what is recovered, x 28
    nitrogen = {"nitrogen_discharged": "2 t", "n2o_per_nitrogen": "0.01 kg/kg"}
    assert found(wastewater("4 t", **nitrogen)) == {
        "1 waste CH4": [D(1512), D(-112)],
        "1 waste N2O": [D("5.3")],
    }
    assert found(wastewater("60000 kg"))["1 waste CH4"] == [D(1512), D(-1680), D(168)]
    assert found(wastewater("4 t"))["1 waste N2O"] == [None]
    own_n2o = gas("O2", "wastewater", "N2O", emitted="1")
    assert found(wastewater("4 t"), own_n2o)["1 waste N2O"] == [D(265)]


def test_half_a_methane_balance_is_none() -> None:
    lacking = line("O1", "wastewater", "CH4", "120", "anaerobic_domestic", sludge_organics="20 t")
    assert found(lacking)["1 waste CH4"] == [None, None]


def test_incineration_parts_its_carbon() -> None:
    burnt = line("O1", "waste", "CO2", "300", "hazardous_waste", dry_matter="50 percent")
    # 300 x 0.5 x 0.5 x 0.9 x 0.995 x 44 / 12; the biogenic factor 0.091208333333 is rounded
    assert found(burnt) == {"1 waste CO2": [D("246.2625")], "memo biogenic_co2 CO2": [D("27.3624999999")]}
    assert found(line("O1", "waste", "CO2", "300", "hazardous_waste"))["1 waste CO2"] == [None]


def test_electronics_have_by_products_where_one_is_known() -> None:
    fed = {"heel": "10 percent", "abatement": "0.5 ratio", "by_product_abatement": "0 ratio"}
    # 1 x 0.9 x 0.2 x 0.5 x 23500; of SF6 no by-product is listed
    assert found(line("O1", "electronics", "SF6", "1", **fed)) == {"1 process SF6": [D(2115)]}
    # 1 x 0.9 x 0.6 x 0.5 x 11100 and 1 x 0.9 x 0.2 x 6630
    assert found(line("O1", "electronics", "C2F6", "1", **fed)) == {"1 process PFCs": [D(2997), D("1193.4")]}
    assert found(line("O1", "electronics", "HFC-41", "1", **fed)) == {"1 process HFCs": [None]}


def test_nothing_fed_needs_no_parameter_and_a_source_without_formula_is_a_gap() -> None:
    assert found(line("O1", "electronics", "HFC-41", "0")) == {"1 process HFCs": [Decimal(0)]}
    assert found(line("O1", "refrigeration", "HFC-32", "5")) == {"1 fugitive HFCs": [None]}
