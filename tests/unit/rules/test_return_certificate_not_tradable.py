"""What was bought may be traded."""

from quality.rules.park_return.return_certificate_not_tradable import RULE
from tests.builders.batches import build_batch, judge


def line(bundle: str, is_tradable: str) -> dict[str, str]:
    return {"instrument_type_code": "green_certificate", "bundle_code": bundle, "is_tradable": is_tradable}


def test_finds_a_trade_of_what_may_not_be_traded() -> None:
    lines = [line("green_trade", "false"), line("unbundled", "false")]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 1, "is_tradable", "false", "", "green_trade"),
        ("instruments", 2, "is_tradable", "false", "", "unbundled"),
    ]


def test_passes_trades_and_own_use() -> None:
    lines = [
        line("green_trade", "true"),
        line("self_use", "false"),
        line("green_trade", ""),
        line("?", "false"),
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
