"""The credit for heat sent rests on a measured factor."""

from quality.rules.park_return.return_heat_sent_without_factor import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "unit_code": "U1",
    "kind_code": "H-FOS",
    "direction_code": "sent",
    "quantity": "8",
    "quantity_unit": "GJ",
}


def test_finds_heat_sent() -> None:
    batch = build_batch("park_return", {"power_heat": [LINE]})
    assert judge(RULE, batch) == [("power_heat", 1, "measured_factor", "", "", "8 GJ")]


def test_passes_a_measured_factor() -> None:
    batch = build_batch("park_return", {"power_heat": [{**LINE, "measured_factor": "0.1"}]})
    assert judge(RULE, batch) == []


def test_passes_heat_received_and_other_heat() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "direction_code": "received"},
                {**LINE, "kind_code": "H-NF"},
                {**LINE, "quantity": "NO"},
            ]
        },
    )
    assert judge(RULE, batch) == []
