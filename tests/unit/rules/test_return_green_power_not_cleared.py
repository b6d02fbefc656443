"""Green claims count as reported and are flagged until certificates are collected."""

from quality.rules.park_return.return_green_power_not_cleared import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "quantity": "12.50", "quantity_unit": "MWh"}


def test_finds_green_trade_and_certificates() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "kind_code": "E-GT", "direction_code": "received"},
                {**LINE, "kind_code": "E-GEC", "direction_code": "sent"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("power_heat", 1, "kind_code", "12.50 MWh", "", "E-GT"),
        ("power_heat", 2, "kind_code", "12.50 MWh", "", "E-GEC"),
    ]


def test_passes_other_kinds_and_nothing() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "kind_code": "E-GRID", "direction_code": "received"},
                {**LINE, "kind_code": "E-DL", "direction_code": "received"},
                {**LINE, "kind_code": "E-GT", "direction_code": "received", "quantity": "0"},
            ]
        },
    )
    assert judge(RULE, batch) == []
