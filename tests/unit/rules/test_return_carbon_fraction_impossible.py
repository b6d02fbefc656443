"""A tonne of fuel holds at most the carbon its chemistry allows."""

from quality.rules.park_return.return_carbon_fraction_impossible import RULE
from tests.builders.batches import build_batch, judge


def test_finds_more_than_methane() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [{"carrier_code": "lng", "net_calorific_value": "51.5", "carbon_content": "17.2"}]},
    )
    assert judge(RULE, batch) == [("energy", 1, "carbon_content", "0.8858", "0.749", "lng")]


def test_finds_more_than_a_tonne() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [{"carrier_code": "raw_coal", "net_calorific_value": "40", "carbon_content": "25.1"}]},
    )
    assert judge(RULE, batch) == [("energy", 1, "carbon_content", "1.004", "1", "raw_coal")]


def test_passes_what_is_possible() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "lng", "net_calorific_value": "50", "carbon_content": "14.98"},
                {"carrier_code": "raw_coal", "net_calorific_value": "40", "carbon_content": "25"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_gases_by_volume() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "natural_gas", "net_calorific_value": "389.31", "carbon_content": "15.3"}
            ]
        },
    )
    assert judge(RULE, batch) == []
