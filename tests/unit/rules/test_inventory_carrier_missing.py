"""A column without any value does not mean zero (L7)."""

from quality.rules.province_inventory.inventory_carrier_missing import RULE
from tests.builders.batches import build_batch, judge, reference

FUELS = tuple(
    reference()["carrier_crosswalk"]
    .filter(list_code="CEADS")
    .join(reference()["carriers"].filter(is_fuel="true"), on="carrier_code", how="semi")["carrier_code"]
)


def test_the_method_knows_seventeen_fuels() -> None:
    assert len(FUELS) == 17
    assert {"raw_coal", "other_petroleum", "natural_gas"} < set(FUELS)


def test_finds_a_fuel_without_a_value_about_no_row() -> None:
    """No row_number: an absent cell refuses no row."""
    cells = [{"row_code": "S01", "carrier_code": fuel, "quantity": "0"} for fuel in FUELS if fuel != "coke"]
    batch = build_batch(
        "province_inventory", {"energy": [*cells, {"row_code": "S01", "carrier_code": "coke"}]}
    )
    assert judge(RULE, batch) == [("energy", None, "carrier_code", "", "", "焦炭 coke")]
    assert RULE.check(batch).select("sheet", "cell").rows() == [("能源清单", "A1")]


def test_passes_numbers_and_notation_keys() -> None:
    texts = ("NO" if fuel == "coke" else "1" for fuel in FUELS)
    cells = [
        {"row_code": "S01", "carrier_code": fuel, "quantity": text}
        for fuel, text in zip(FUELS, texts, strict=True)
    ]
    assert judge(RULE, build_batch("province_inventory", {"energy": cells})) == []
