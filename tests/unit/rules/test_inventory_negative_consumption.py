"""Negative activity counts as zero in the method and is asked about (L1: the cell stays)."""

from quality.rules.province_inventory.inventory_negative_consumption import RULE
from tests.builders.batches import build_batch, judge


def cell(row: str, carrier: str, quantity: str, measure: str = "10kt") -> dict[str, str]:
    key = {"row_code": row, "carrier_code": carrier}
    return {**key, "quantity": quantity, "quantity_unit": measure}


def test_finds_a_negative_cell() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S46", "raw_coal", "5"), cell("S47", "other_coking_products", "-1")]},
    )
    assert judge(RULE, batch) == [
        ("energy", 2, "quantity", "-1", "≥ 0", "S47, other_coking_products: -10000 t")
    ]


def test_finds_the_power_sector_with_what_it_transforms() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S39", "coke", "-3"), cell("TP", "coke", "1"), cell("HS", "coke", "1.5")]},
    )
    assert judge(RULE, batch) == [("energy", 1, "quantity", "-3", "≥ 0", "S39, coke: -5000 t")]


def test_passes_what_does_not_enter() -> None:
    batch = build_batch(
        "province_inventory",
        {
            "energy": [
                cell("S47", "other_petroleum", "-1"),
                cell("CK", "coke", "-5"),
                cell("S47", "heat", "-1", "10TJ"),
                cell("NEU", "coke", "-1"),
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_a_power_sector_that_stays_positive() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S39", "coke", "-3"), cell("TP", "coke", "2"), cell("HS", "coke", "1")]},
    )
    assert judge(RULE, batch) == []


def test_passes_a_unit_that_does_not_fit() -> None:
    batch = build_batch("province_inventory", {"energy": [cell("S47", "natural_gas", "-1", "t")]})
    assert judge(RULE, batch) == []
