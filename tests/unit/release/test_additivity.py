"""What must not be added follows from a table's columns, so that no table is forgotten (L6)."""

import pytest

from lingtan.places import checkout
from lingtan.release.additivity import not_additive
from lingtan.release.descriptions import read_descriptions
from lingtan.release.table_texts import read_table_texts
from lingtan.release.tables import FACTS, MARTS

TEXTS = read_table_texts(checkout() / "dbt_project" / "models")


def codes(name: str) -> set[str]:
    text = TEXTS[name]
    return {rule.code for rule in not_additive(list(text.columns), text)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mart_national_year", {"method", "boundary", "basis"}),
        (
            "mart_park_component_year",
            {"method", "boundary", "basis", "scope2_over_parks", "scope3", "partial"},
        ),
        (
            "mart_park_net_year",
            {"method", "boundary", "basis", "scope2_over_parks", "scope3", "partial", "ratio"},
        ),
        ("fct_energy", {"boundary", "energy", "side", "entry", "period"}),
        ("dim_documents", set()),
    ],
)
def test_the_columns_say_what_must_not_be_added(name: str, expected: set[str]) -> None:
    assert codes(name) == expected


@pytest.mark.parametrize(
    ("name", "column", "area"),
    [
        ("mart_sector_year", "emission_tco2e", "province_code"),
        ("mart_production_consumption", "production_tco2e", "area_code"),
    ],
)
def test_the_nation_is_no_province_to_be_added(name: str, column: str, area: str) -> None:
    """L6: a sum over all rows of such a table holds every tonne twice."""
    assert "nation" in codes(name)
    assert f"{area}（不含 CN，without CN）" in TEXTS[name].columns[column].additivity
    said = read_descriptions(checkout() / "dbt_project" / "models")[name]
    assert f"{area}（不含 CN，without CN）" in said.additivity[column]
    assert {rule.code for rule in not_additive(list(TEXTS[name].columns), said.names)} == codes(name)


def test_every_table_with_the_nation_among_its_areas_says_so() -> None:
    told = {name for name, text in TEXTS.items() if "CN for" in text.grain}
    assert {name for name, text in TEXTS.items() if text.nation_column} == told
    assert len(told) >= 2


def test_a_ratio_is_known_by_its_unit() -> None:
    assert "ratio" in codes("mart_carbon_per_energy")
    assert "ratio" in codes("mart_park_profile")
    assert "ratio" not in codes("mart_park_year")


def test_no_table_of_results_is_without_a_word() -> None:
    silent = [table.name for table in (*FACTS, *MARTS) if not codes(table.name)]
    assert silent == []


def test_every_rule_speaks_both_languages_and_says_something_of_its_own() -> None:
    rules = {rule for text in TEXTS.values() for rule in not_additive(list(text.columns), text)}
    assert len({rule.zh for rule in rules}) == len({rule.en for rule in rules}) == len(rules)
    assert all(rule.zh.endswith("。") and rule.en.endswith(".") for rule in rules)
