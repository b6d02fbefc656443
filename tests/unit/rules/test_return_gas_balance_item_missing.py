"""A balance of a gas has all five items (L7)."""

from quality.rules.park_return.return_gas_balance_item_missing import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "gas_code": "HFC-134a",
    "calculation_method_code": "balance",
    "opening_stock": "1",
    "bought": "2",
    "charge_increase": "-0.5",
    "recovered": "NO",
    "closing_stock": "NA",
}


def test_finds_every_item_that_is_missing() -> None:
    lines = [
        LINE | {"bought": "", "closing_stock": "NE"},
        LINE | {"recovered": "C"},
        LINE | {"opening_stock": "IE"},
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == [
        ("other_gases", 3, "opening_stock", "IE", "", "HFC-134a"),
        ("other_gases", 1, "bought", "", "", "HFC-134a"),
        ("other_gases", 2, "recovered", "C", "", "HFC-134a"),
        ("other_gases", 1, "closing_stock", "NE", "", "HFC-134a"),
    ]


def test_passes_a_whole_balance_another_method_and_an_unreadable_cell() -> None:
    lines = [LINE, {"calculation_method_code": "emitted", "emitted": "1"}, LINE | {"bought": "much"}]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
