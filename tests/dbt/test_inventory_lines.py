"""Every rule of the GHG inventory on lines worked by hand, with the shipped seeds (L3, L8).

Zhejiang 0.4974 and 0.6096 tCO2/MWh without market non-fossil (data year 2023); Tibet has no factor.
Bituminous coal 19.57 GJ/t, 26.1 tC/TJ, 0.93 oxidised; GWP of CN-AR5: CH4 28, N2O 265.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.dbt.inventory_case import inventory_inputs
from tests.dbt.warehouse_inputs import Inputs, read, run

pytestmark = pytest.mark.slow

#: Line, scope, basis and gas -> t CO2e, or why there is none.
EXPECTED = {
    "COAL 1 NA CO2": "1741.74957",
    "COAL 1 NA CH4": "5.4796",  # 19.57 x 10 / 1000 x 28
    "COAL 1 NA N2O": "7.779075",  # 19.57 x 1.5 / 1000 x 265
    "NCV 1 NA CO2": "1780.02",  # 20 x 26.1 x 0.93 x 44 / 12
    "NCV 1 NA CH4": "5.6",
    "CARBON 1 NA CO2": "1773.2",  # 20 x 26 x 0.93 x 44 / 12
    "OXIDISED 1 NA CO2": "1685.5641",  # 19.57 x 26.1 x 0.9 x 44 / 12
    "OXIDISED 1 NA CH4": "5.4796",
    "ESTIMATED 1 NA CO2": "1741.74957",
    "FALLBACK 1 NA CO2": "1741.74957",
    "UNKNOWN 1 NA CO2": "no_factor",
    "UNKNOWN 1 NA CH4": "no_factor",
    "WOOD 1 NA CO2": "0",
    "WOOD 1 NA CH4": "1.3104",  # 100 x 15.6 x 30 / 1000000 x 28
    "WOOD 1 NA N2O": "1.6536",  # 100 x 15.6 x 4 / 1000000 x 265
    "WOOD memo NA CO2": "174.72",  # 100 x 15.6 x 112 / 1000
    "MIXED 1 NA CO2": "1306.3121775",  # 750 t
    "MIXED 1 NA CH4": "5.4796",  # all of it burns
    "MIXED memo NA CO2": "no_factor",  # no biogenic factor of coal
    "POWER-PLANT 1 NA CH4": "0.54796",  # 1 kg/TJ, not 10
    "ROAD 1 NA CH4": "0.46575984",  # 100 x 42.652 x 3.9 / 1000000 x 28
    "ROAD 1 NA N2O": "4.40808420",  # 100 x 42.652 x 3.9 / 1000000 x 265
    "BUILDING 1 NA CH4": "1.194256",  # 100 x 42.652 x 10 / 1000000 x 28
    "OIL 1 NA CO2": "5.896",
    "TAR 1 NA CO2": "0",
    "GRID 2 location CO2": "497.4",
    "GRID 2 market CO2": "609.6",
    "NUCLEAR 2 location CO2": "497.4",
    "NUCLEAR 2 market CO2": "10",
    "NUCLEAR-NONE 2 market CO2": "609.6",
    "DIRECT 2 location CO2": "0",
    "DIRECT 2 market CO2": "0",
    "PLANT 2 location CO2": "800",
    "PLANT 2 market CO2": "800",
    "PLANT-NONE 2 location CO2": "no_factor",
    "PLANT-NONE 2 market CO2": "no_factor",
    "ROOF 2 location CO2": "0",
    "ATTRIBUTE 2 market CO2": "60.96",
    "RESOLD 2 location CO2": "-49.74",
    "RESOLD 2 market CO2": "-60.96",
    "RESOLD 3 location CO2": "49.74",
    "RESOLD 3 market CO2": "60.96",
    "OWN-SENT memo NA CO2": "-9",
    "WASTE-SENT memo NA CO2": "no_factor",
    "STEAM 2 location CO2": "110",
    "STEAM 2 market CO2": "110",
    "BIO-HEAT 2 location CO2": "0",
    "BIO-HEAT 2 market CH4": "no_factor",
    "RECOVERED 2 location CO2": "no_factor",
    "STEAM-RESOLD 2 location CO2": "-11",
    "STEAM-RESOLD 3 market CO2": "11",
    "STEAM-OWN memo NA CO2": "-10",
    "STEAM-UNSAID 2 location CO2": "origin_not_stated",
    "STEAM-UNSAID 2 market CO2": "origin_not_stated",
    "TIBET 2 location CO2": "no_factor",
    "TIBET 2 market CO2": "609.6",
    "POTS 1 NA CO2": "30000",
    "POTS 1 NA CF4": "4508.4",  # 20000 x 0.000034 x 6630
    "POTS 1 NA C2F6": "754.8",  # 20000 x 0.0000034 x 11100
    "POTS-MEASURED 1 NA CF4": "0",
    "POTS-MEASURED 1 NA C2F6": "754.8",
    "ANODE 1 NA CF4": "3315",
    "ACID 1 NA N2O": "1855",  # 1000 x 0.007 x 265
    "METHANOL 1 NA CO2": "no_factor",
    "COOLING 1 NA HFC-134a": "130",
    "OLD-COOLING memo NA HCFC-22": "176",
    "LEAK 1 NA CH4": "56",  # 1000 x 0.002 x 28
    "LEAK-NONE 1 NA CH4": "no_factor",
    "CAPTURED 1 NA CO2": "-50",
    "CAPTURED memo NA CO2": "-50",
    "FOREST removal NA CO2": "-15",  # 20 removed, 5 of them sold
    "RETIRED offset NA CO2e": "-30",
    "HELD offset NA CO2e": "0",
}
#: What a line must not have.
ABSENT = {
    *("ACID 1 NA CO2", "COAL memo NA CO2", "STEAM-OWN 2 location CO2", "OWN-SENT 2 market CO2"),
    *("BOUGHT 1 NA CO2", "ATTRIBUTE 2 location CO2", "OLD-COOLING 1 NA HCFC-22", "POTS 1 NA N2O"),
}


def _facts(folder: Path, **settings: str) -> Inputs:
    inputs = inventory_inputs(folder, **settings)
    inputs.write()
    done = run(inputs, "build", "--select", "+fct_emissions", "--exclude-resource-type", "test", "unit_test")
    assert set(done.values()) == {"success"}
    return inputs


def _found(inputs: Inputs) -> dict[str, Decimal | str]:
    rows = read(
        inputs,
        "select line_id, scope_code, scope2_basis_code, gas_code, sum(emission_tco2e),"
        " min(not_estimated_reason_code) from fct_emissions"
        " where method_code = 'GHGI' and entry_kind_code = 'own' group by 1, 2, 3, 4",
    )
    return {" ".join(key): reason or emission for *key, emission, reason in rows}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return _facts(tmp_path_factory.mktemp("inventory"))


def _said(value: str) -> Decimal | str:
    return value if value.replace("_", "").isalpha() else Decimal(value)


def test_each_line_is_what_its_terms_make_of_it(facts: Inputs) -> None:
    found = _found(facts)
    assert {key: found.get(key) for key in EXPECTED} == {key: _said(value) for key, value in EXPECTED.items()}
    assert {key: found[key] for key in ABSENT if key in found} == {}


def test_the_source_of_a_factor_is_said(facts: Inputs) -> None:
    rows = read(
        facts,
        "select line_id, factor_source_code from fct_emissions where method_code = 'GHGI'"
        " and scope_code <> 'memo' and gas_code in ('CO2', 'HFC-134a')"
        " and line_id in ('COAL', 'NCV', 'FALLBACK', 'COOLING') order by 1",
    )
    assert dict(rows) == {"COAL": "default", "COOLING": "default", "FALLBACK": "fallback", "NCV": "measured"}


def test_every_factor_used_is_a_row_with_a_unit_and_a_document(facts: Inputs) -> None:
    done = run(facts, "run", "--select", "dim_factors")
    assert done == {"dim_factors": "success"}
    orphans = (
        "select distinct factor_id from fct_emissions where factor_id is not null and factor_id not in"
        " (select factor_id from dim_factors where unit is not null and document_code is not null)"
    )
    assert read(facts, orphans) == []
    twice = "select factor_id from dim_factors group by factor_id having count(*) > 1"
    assert read(facts, twice) == []


def test_another_gwp_set_changes_all_but_co2(facts: Inputs, tmp_path: Path) -> None:
    """CH4 21 and N2O 310 instead of 28 and 265; masses stay."""
    second, first = _found(_facts(tmp_path, gwp_set_code="SAR")), _found(facts)
    assert second.keys() == first.keys()
    changed = {key for key in first if first[key] != second[key]}
    assert {key.split()[-1] for key in changed} == {"CH4", "N2O", "CF4", "C2F6", "HCFC-22"}
    assert not any(key.endswith(("CO2", "CO2e")) for key in changed)
    assert second["COAL 1 NA CH4"] == Decimal("4.1097")
    assert second["ACID 1 NA N2O"] == Decimal("2170")


def test_a_measured_calorific_value_is_enough_where_no_set_has_one(facts: Inputs) -> None:
    """Jet kerosene has t CO2 a TJ in the national database and a calorific value nowhere: 44 x 71.5."""
    rows = read(
        facts,
        "select line_id, emission_tco2e, factor_source_code, not_estimated_reason_code from fct_emissions"
        " where method_code = 'CN-NZCP-2025' and line_id in ('JET', 'JET-NCV') order by 1",
    )
    assert rows == [("JET", None, None, "no_factor"), ("JET-NCV", Decimal(3146), "measured", None)]
