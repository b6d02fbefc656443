"""A method has its quantity."""

from quality.rules.park_return.return_gas_quantity_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_the_cell_of_the_method() -> None:
    lines = [
        {"gas_code": "CF4", "calculation_method_code": "emitted", "activity": "1"},
        {"gas_code": "CH4", "calculation_method_code": "activity", "emitted": "1"},
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == [
        ("other_gases", 1, "emitted", "", "emitted", "CF4"),
        ("other_gases", 2, "activity", "", "activity", "CH4"),
    ]


def test_passes_a_quantity_a_notation_key_and_a_balance() -> None:
    lines = [
        {"calculation_method_code": "emitted", "emitted": "0"},
        {"calculation_method_code": "activity", "activity": "NE"},
        {"calculation_method_code": "balance"},
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
