"""What a plant generated equals what became of it."""

from quality.rules.park_return.return_generation_does_not_balance import RULE
from tests.builders.batches import build_batch, judge

LINE = {"plant_code": "PV", "technology_code": "solar", "quantity_unit": "MWh"}


def test_finds_a_difference() -> None:
    lines = [
        LINE | {"generated": "1000", "self_used": "600", "sent_to_grid": "300", "sent_to_unit": "NO"},
        LINE
        | {
            "generated": "1",
            "self_used": "0.5",
            "sent_to_grid": "NO",
            "sent_to_unit": "NO",
            "storage_in": "600",
            "storage_out": "500",
            "quantity_unit": "GWh",
        },
    ]
    batch = build_batch("park_return", {"generation": lines})
    assert judge(RULE, batch) == [
        ("generation", 1, "generated", "1000", "900", "PV"),
        ("generation", 2, "generated", "1000", "100500", "PV"),
    ]


def test_passes_a_balance_with_storage_and_curtailment() -> None:
    line = {
        "generated": "1000",
        "self_used": "690",
        "sent_to_grid": "300",
        "sent_to_unit": "NO",
        "storage_in": "100",
        "storage_out": "90",
        "curtailed": "400",
    }
    assert judge(RULE, build_batch("park_return", {"generation": [LINE | line]})) == []


def test_passes_what_is_within_tolerance_or_not_known() -> None:
    lines = [
        LINE | {"generated": "1000", "self_used": "990", "sent_to_grid": "NO", "sent_to_unit": "NO"},
        LINE | {"generated": "1000", "self_used": "NE", "sent_to_grid": "NO", "sent_to_unit": "NO"},
        LINE | {"generated": "1000", "self_used": "10"},
        LINE
        | {
            "generated": "1000",
            "self_used": "1",
            "sent_to_grid": "NO",
            "sent_to_unit": "NO",
            "storage_in": "C",
        },
        LINE
        | {
            "technology_code": "storage",
            "generated": "NO",
            "self_used": "9",
            "sent_to_grid": "NO",
            "sent_to_unit": "NO",
        },
    ]
    assert judge(RULE, build_batch("park_return", {"generation": lines})) == []
