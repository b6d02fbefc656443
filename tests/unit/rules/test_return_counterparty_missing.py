"""Without the counterparty nobody knows whether an exchange is internal (L6)."""

from quality.rules.park_return.return_counterparty_missing import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "kind_code": "E-GRID", "direction_code": "received", "quantity": "8"}


def test_finds_units_and_parks() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "counterparty_kind_code": "unit"},
                {**LINE, "counterparty_kind_code": "park"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("power_heat", 1, "counterparty_code", "", "", "unit"),
        ("power_heat", 2, "counterparty_code", "", "", "park"),
    ]


def test_passes_a_code_and_a_grid() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "counterparty_kind_code": "unit", "counterparty_code": "U2"},
                {**LINE, "counterparty_kind_code": "grid"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_finds_it_for_fuel_through_a_pipe() -> None:
    line = {"unit_code": "U1", "carrier_code": "hydrogen", "flow_code": "SAL", "quantity": "8"}
    batch = build_batch("park_return", {"energy": [line, {**line, "counterparty_kind_code": "park"}]})
    assert judge(RULE, batch) == [("energy", 2, "counterparty_code", "", "", "park")]
