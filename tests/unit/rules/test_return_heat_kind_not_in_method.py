"""The annex is silent on waste heat and cold."""

from quality.rules.park_return.return_heat_kind_not_in_method import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "quantity": "12.50", "quantity_unit": "GJ"}


def test_finds_waste_heat_and_cold() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "kind_code": "H-WH", "direction_code": "received"},
                {**LINE, "kind_code": "H-COLD", "direction_code": "sent"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("power_heat", 1, "kind_code", "12.50 GJ", "", "H-WH"),
        ("power_heat", 2, "kind_code", "12.50 GJ", "", "H-COLD"),
    ]


def test_passes_heat_of_the_method() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "kind_code": "H-FOS", "direction_code": "received"},
                {**LINE, "kind_code": "H-NF", "direction_code": "sent"},
            ]
        },
    )
    assert judge(RULE, batch) == []
