"""A row and carrier stands once."""

from quality.rules.province_inventory.inventory_duplicate_cell import RULE
from tests.builders.batches import build_batch, judge


def cell(row: str, carrier: str, quantity: str, measure: str = "10kt") -> dict[str, str]:
    key = {"row_code": row, "carrier_code": carrier}
    return {**key, "quantity": quantity, "quantity_unit": measure}


def test_finds_both_cells() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S01", "coke", "1"), cell("S01", "diesel", "1"), cell("S01", "coke", "2")]},
    )
    assert judge(RULE, batch) == [
        ("energy", 1, "quantity", "1", "", "C6, C8"),
        ("energy", 3, "quantity", "2", "", "C6, C8"),
    ]


def test_passes_other_submissions() -> None:
    batch = build_batch(
        "province_inventory",
        {"energy": [cell("S01", "coke", "1"), {**cell("S01", "coke", "2"), "submission_id": "S-2"}]},
    )
    assert judge(RULE, batch) == []
