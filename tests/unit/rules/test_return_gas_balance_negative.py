"""A balance of a gas is not below zero."""

from quality.rules.park_return.return_gas_balance_negative import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "gas_code": "SF6",
    "calculation_method_code": "balance",
    "opening_stock": "10",
    "bought": "5",
    "charge_increase": "2",
    "recovered": "NO",
    "closing_stock": "13",
    "quantity_unit": "kg",
}


def test_finds_a_negative_balance() -> None:
    lines = [LINE | {"closing_stock": "14"}, LINE | {"charge_increase": "9", "closing_stock": "7"}]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == [
        ("other_gases", 1, "closing_stock", "-0.001", "≥ 0", "SF6"),
        ("other_gases", 2, "closing_stock", "-0.001", "≥ 0", "SF6"),
    ]


def test_passes_zero_a_negative_charge_and_what_is_not_known() -> None:
    lines = [
        LINE,
        LINE | {"charge_increase": "-3"},
        LINE | {"recovered": "NE", "closing_stock": "99"},
        LINE | {"calculation_method_code": "emitted", "closing_stock": "99"},
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
