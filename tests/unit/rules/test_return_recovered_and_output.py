"""A tonne of carbon is deducted once (L6)."""

from quality.rules.park_return.return_recovered_and_output import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, balance: str, carrier: str = "coke", **more: str) -> dict[str, str]:
    key = {"unit_code": "U1", "balance_code": balance, "carrier_code": carrier}
    return {**key, "flow_code": flow, "quantity": "3", "quantity_unit": "t", **more}


def test_finds_the_recovered_line() -> None:
    batch = build_batch(
        "park_return", {"energy": [line("C-OUT", "B1", "other_gas"), line("REC-G", "B1", "other_gas")]}
    )
    assert judge(RULE, batch) == [("energy", 2, "flow_code", "REC-G", "D6", "other_gas")]


def test_passes_another_carrier_and_another_balance() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                line("C-OUT", "B1", "coke"),
                line("C-OUT", "B2", "other_gas"),
                line("REC-G", "B1", "other_gas"),
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_an_output_that_does_not_occur() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [line("C-OUT", "B1", "other_gas", quantity="NO"), line("REC-G", "B1", "other_gas")]},
    )
    assert judge(RULE, batch) == []
