"""A parameter that no formula takes is not used, and says so."""

from quality.rules.park_return.return_parameter_not_of_formula import RULE
from tests.builders.batches import build_batch, judge

GASES = [
    {"line_id": "O1", "source_code": "waste", "calculation_method_code": "formula"},
    {"line_id": "O2", "source_code": "waste", "calculation_method_code": "emitted"},
]


def parameter(line: str, code: str, table: str = "other_gases") -> dict[str, str]:
    return {"of_table": table, "of_line": line, "parameter_code": code}


def test_finds_another_source_another_method_and_another_table() -> None:
    rows = [parameter("O1", "heel"), parameter("O2", "dry_matter"), parameter("E1", "dry_matter", "energy")]
    assert judge(RULE, build_batch("park_return", {"other_gases": GASES, "parameters": rows})) == [
        ("parameters", 1, "parameter_code", "heel", "", "other_gases O1"),
        ("parameters", 2, "parameter_code", "dry_matter", "", "other_gases O2"),
        ("parameters", 3, "parameter_code", "dry_matter", "", "energy E1"),
    ]


def test_passes_its_own_formula_and_an_uncertainty_of_any_line() -> None:
    rows = [parameter("O1", "dry_matter"), parameter("E1", "quantity_uncertainty", "energy")]
    assert judge(RULE, build_batch("park_return", {"other_gases": GASES, "parameters": rows})) == []
