"""A formula is one of its source and gas."""

from quality.rules.park_return.return_formula_not_known import RULE
from tests.builders.batches import build_batch, judge


def line(source: str, gas: str, method: str = "formula") -> dict[str, str]:
    return {"source_code": source, "gas_code": gas, "calculation_method_code": method}


def test_finds_a_source_and_a_gas_without_one() -> None:
    rows = [line("refrigeration", "HFC-134a"), line("wastewater", "N2O")]
    assert judge(RULE, build_batch("park_return", {"other_gases": rows})) == [
        ("other_gases", 1, "gas_code", "HFC-134a", "", "refrigeration"),
        ("other_gases", 2, "gas_code", "N2O", "CH4", "wastewater"),
    ]


def test_passes_formulas_other_methods_and_unknown_codes() -> None:
    rows = [
        line("wastewater", "CH4"),
        line("electronics", "NF3"),
        line("refrigeration", "HFC-134a", "emitted"),
        line("?", "CH4"),
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": rows})) == []
