"""Compared exactly in canonical units at six decimals (L3): a float finds 0.1 + 0.2 ≠ 0.3."""

from quality.rules.province_inventory.inventory_non_energy_share import RULE
from tests.builders.batches import build_batch, judge


def cell(row: str, carrier: str, quantity: str, measure: str = "10kt") -> dict[str, str]:
    key = {"row_code": row, "carrier_code": carrier}
    return {**key, "quantity": quantity, "quantity_unit": measure}


def test_finds_more_than_the_five_sectors_consume() -> None:
    batch = build_batch(
        "province_inventory",
        {
            "energy": [
                cell("S22", "coke", "0.1"),
                cell("S26", "coke", "0.2"),
                cell("S27", "coke", "9"),
                cell("NEU", "coke", "0.3000000001"),
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("energy", 4, "quantity", "0.3000000001 10kt = 3000.000001 t", "3000 t", "coke")
    ]


def test_finds_no_denominator() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S22", "coke", "0"), cell("NEU", "coke", "1"), cell("NEU", "diesel", "-1")]},
    )
    assert judge(RULE, batch) == [
        ("energy", 2, "quantity", "1 10kt = 10000 t", "0 t", "coke"),
        ("energy", 3, "quantity", "-1 10kt = -10000 t", "0 t", "diesel"),
    ]


def test_finds_a_negative_denominator() -> None:
    batch = build_batch(
        "province_inventory", {"energy": [cell("S22", "coke", "-1"), cell("NEU", "coke", "-2")]}
    )
    assert judge(RULE, batch) == [("energy", 2, "quantity", "-2 10kt = -20000 t", "-10000 t", "coke")]


def test_passes_the_whole_consumption() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S22", "coke", "0.1"), cell("S26", "coke", "0.2"), cell("NEU", "coke", "0.3")]},
    )
    assert judge(RULE, batch) == []


def test_passes_zero_and_other_carriers() -> None:
    batch = build_batch(
        "province_inventory",
        {
            "energy": [
                cell("NEU", "coke", "0"),
                cell("NEU", "diesel", "NO"),
                cell("NEU", "other_energy", "4", "10ktce"),
            ]
        },
    )
    assert judge(RULE, batch) == []
