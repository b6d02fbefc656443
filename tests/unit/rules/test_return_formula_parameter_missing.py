"""What a formula needs is given or listed; else it is asked for."""

from quality.rules.park_return.return_formula_parameter_missing import RULE
from tests.builders.batches import build_batch, judge


def line(number: str, source: str, gas: str, **more: str) -> dict[str, str]:
    named = {"line_id": number, "source_code": source, "gas_code": gas, "activity": "5"}
    return named | {"calculation_method_code": "formula"} | more


def given(number: str, code: str) -> dict[str, str]:
    return {"of_table": "other_gases", "of_line": number, "parameter_code": code, "value": "0.5"}


def test_names_all_that_is_neither_given_nor_listed() -> None:
    gases = [
        line("O1", "waste", "CO2", treatment_code="hazardous_waste"),
        line("O2", "waste", "CO2"),
        line("O3", "electronics", "HFC-41"),
    ]
    rows = [
        given("O2", "dry_matter"),
        given("O2", "oxidation"),
        given("O3", "heel"),
        given("O3", "abatement"),
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": gases, "parameters": rows})) == [
        (
            *("other_gases", 1, "calculation_method_code", "formula"),
            *("干物质份额 Dry matter", "waste"),
        ),
        (
            *("other_gases", 2, "calculation_method_code", "formula"),
            *("干物质含碳量 Carbon of the dry matter, 化石碳份额 Fossil part of the carbon", "waste"),
        ),
        (
            *("other_gases", 3, "calculation_method_code", "formula"),
            *("工艺利用率 Use rate in the process", "electronics"),
        ),
    ]


def test_passes_given_and_listed_parameters_nothing_and_lines_without_a_formula() -> None:
    gases = [
        line("O1", "anode_effect", "CF4"),
        line("O2", "waste", "CO2", activity="NO"),
        line("O3", "waste", "CH4"),
        line("O4", "refrigeration", "HFC-32"),
    ]
    rows = [given("O1", "anode_effect_minutes")]
    assert judge(RULE, build_batch("park_return", {"other_gases": gases, "parameters": rows})) == []
