"""Recovered carbon is deducted only where it was counted before (L6)."""

from quality.rules.park_return.return_recovered_without_balance import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, balance: str, carrier: str = "coke", **more: str) -> dict[str, str]:
    key = {"unit_code": "U1", "balance_code": balance, "carrier_code": carrier}
    return {**key, "flow_code": flow, "quantity": "3", "quantity_unit": "t", **more}


def test_finds_no_balance_code() -> None:
    batch = build_batch("park_return", {"energy": [line("C-IN", ""), line("REC-G", "", "other_gas")]})
    assert judge(RULE, batch) == [("energy", 2, "balance_code", "", "", "other_gas")]


def test_finds_no_input_in_the_balance() -> None:
    batch = build_batch("park_return", {"energy": [line("C-IN", "B1"), line("REC-G", "B2", "other_gas")]})
    assert judge(RULE, batch) == [("energy", 2, "balance_code", "B2", "", "other_gas")]


def test_passes_an_input_in_the_balance() -> None:
    batch = build_batch("park_return", {"energy": [line("C-IN", "B1"), line("REC-G", "B1", "other_gas")]})
    assert judge(RULE, batch) == []


def test_passes_a_process_line_in_the_balance() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [line("REC-G", "B1", "other_gas")],
            "process": [{"unit_code": "U1", "balance_code": "B1"}],
        },
    )
    assert judge(RULE, batch) == []
