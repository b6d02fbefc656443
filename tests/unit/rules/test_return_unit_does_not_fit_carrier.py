"""Nothing is converted between dimensions."""

from quality.rules.park_return.return_unit_does_not_fit_carrier import RULE
from tests.builders.batches import build_batch, judge

LINE = {"line_id": "1", "unit_code": "U1", "flow_code": "FIN", "quantity": "10"}


def test_finds_coal_in_cubic_metres() -> None:
    batch = build_batch(
        "park_return", {"energy": [{**LINE, "carrier_code": "raw_coal", "quantity_unit": "10km3"}]}
    )
    assert judge(RULE, batch) == [("energy", 1, "quantity_unit", "10km3", "t", "raw_coal")]


def test_finds_gas_in_tonnes_at_its_row() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**LINE, "carrier_code": "coke", "quantity_unit": "kg"},
                {**LINE, "carrier_code": "natural_gas", "quantity_unit": "t"},
            ]
        },
    )
    assert judge(RULE, batch) == [("energy", 2, "quantity_unit", "t", "1000m3", "natural_gas")]


def test_passes_every_unit_of_the_dimension() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**LINE, "carrier_code": "raw_coal", "quantity_unit": unit} for unit in ("t", "kg", "10kt")
            ]
            + [{**LINE, "carrier_code": "electricity", "quantity_unit": "kWh"}]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_what_is_not_known() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**LINE, "carrier_code": "raw_coal", "quantity_unit": "?"},
                {**LINE, "carrier_code": "?", "quantity_unit": "t"},
            ]
        },
    )
    assert judge(RULE, batch) == []
