"""Output without input would be a negative emission."""

from quality.rules.park_return.return_balance_output_without_input import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, balance: str, carrier: str = "coke", **more: str) -> dict[str, str]:
    key = {"unit_code": "U1", "balance_code": balance, "carrier_code": carrier}
    return {**key, "flow_code": flow, "quantity": "3", "quantity_unit": "t", **more}


def test_finds_an_output_of_another_balance() -> None:
    batch = build_batch("park_return", {"energy": [line("C-IN", "B1"), line("C-OUT", "B2")]})
    assert judge(RULE, batch) == [("energy", 2, "quantity", "3", "", "U1 B2")]


def test_finds_an_output_of_another_unit() -> None:
    batch = build_batch("park_return", {"energy": [line("C-IN", ""), line("C-OUT", "", unit_code="U2")]})
    assert judge(RULE, batch) == [("energy", 2, "quantity", "3", "", "U2")]


def test_passes_input_and_output() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                line("C-IN", "B1", "coking_coal"),
                line("C-OUT", " B1 "),
                line("C-IN", "", "coking_coal"),
                line("C-OUT", ""),
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_no_output() -> None:
    batch = build_batch("park_return", {"energy": [line("C-OUT", "B2", quantity="NO")]})
    assert judge(RULE, batch) == []
