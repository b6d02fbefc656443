"""Coke of a furnace whose gas is recovered is conversion input (L6)."""

from quality.rules.park_return.return_reductant_with_recovered_gas import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, carrier: str, balance: str = "B1", **more: str) -> dict[str, str]:
    key = {"unit_code": "U1", "balance_code": balance, "carrier_code": carrier}
    return {**key, "flow_code": flow, "quantity": "3", **more}


GAS = line("REC-G", "blast_furnace_gas", quantity_unit="10³m³")


def test_asks_about_the_reductant_and_not_about_conversion_input() -> None:
    coke, coal = line("FEED-R", "coke", quantity_unit="t"), line("C-IN", "anthracite", quantity_unit="t")
    batch = build_batch("park_return", {"energy": [coal, coke, GAS]})
    assert judge(RULE, batch) == [("energy", 2, "flow_code", "FEED-R", "D8", "coke")]


def test_passes_a_reductant_of_another_balance_and_one_without_recovered_gas() -> None:
    coke = line("FEED-R", "coke", quantity_unit="t")
    other = build_batch("park_return", {"energy": [line("FEED-R", "coke", "B2", quantity_unit="t"), GAS]})
    none = build_batch("park_return", {"energy": [coke, {**GAS, "quantity": "NO"}]})
    assert (judge(RULE, other), judge(RULE, none)) == ([], [])
