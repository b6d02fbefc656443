"""A parameter that needs another is not used alone."""

from quality.rules.park_return.return_measured_parameters_incomplete import RULE
from tests.builders.batches import build_batch, judge


def test_finds_what_is_missing() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "coke", "carbon_content": "29.2"},
                {"carrier_code": "coke", "oxidation_ratio": "0.98"},
                {"carrier_code": "coke", "net_calorific_value": "28", "oxidation_ratio": "0.98"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("energy", 1, "net_calorific_value", "carbon_content", "net_calorific_value", "coke"),
        ("energy", 2, "net_calorific_value", "oxidation_ratio", "net_calorific_value", "coke"),
        ("energy", 3, "carbon_content", "oxidation_ratio", "carbon_content", "coke"),
    ]


def test_passes_complete_parameters() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "coke", "net_calorific_value": "28"},
                {
                    "carrier_code": "coke",
                    "net_calorific_value": "28",
                    "carbon_content": "29.2",
                    "oxidation_ratio": "0.98",
                },
                {"carrier_code": "coke", "oxidation_ratio": "1"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_a_cell_that_cannot_be_read() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [{"carrier_code": "coke", "net_calorific_value": "high", "carbon_content": "29.2"}]},
    )
    assert judge(RULE, batch) == []
