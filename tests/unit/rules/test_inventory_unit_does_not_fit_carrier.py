"""Nothing is converted between dimensions."""

from quality.rules.province_inventory.inventory_unit_does_not_fit_carrier import RULE
from tests.builders.batches import build_batch, judge


def cell(row: str, carrier: str, quantity: str, measure: str = "10kt") -> dict[str, str]:
    key = {"row_code": row, "carrier_code": carrier}
    return {**key, "quantity": quantity, "quantity_unit": measure}


def test_finds_gas_in_tonnes() -> None:
    batch = build_batch("province_inventory", {"energy": [cell("S01", "natural_gas", "1")]})
    assert judge(RULE, batch) == [("energy", 1, "quantity_unit", "10kt", "1000m3", "natural_gas")]


def test_passes_units_of_the_balance() -> None:
    batch = build_batch(
        "province_inventory",
        {
            "energy": [
                cell("S01", "natural_gas", "1", "100Mm3"),
                cell("S01", "heat", "1", "10TJ"),
                cell("S01", "other_energy", "1", "10ktce"),
                cell("S01", "electricity", "1", "100GWh"),
            ]
        },
    )
    assert judge(RULE, batch) == []
