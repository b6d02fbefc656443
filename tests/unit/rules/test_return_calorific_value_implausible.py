"""More than a factor of two from the default is asked about; exactly two is not."""

from quality.rules.park_return.return_calorific_value_implausible import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_decimal_point() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "natural_gas", "net_calorific_value": "389.31"},
                {"carrier_code": "natural_gas", "net_calorific_value": "3.8931"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("energy", row, "net_calorific_value", text, "38.931", "natural_gas")
        for row, text in ((1, "389.31"), (2, "3.8931"))
    ]


def test_finds_just_beyond_two_sets() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "anthracite", "net_calorific_value": "53.400001"},
                {"carrier_code": "anthracite", "net_calorific_value": "11.433499"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("energy", row, "net_calorific_value", text, "22.867…26.7", "anthracite")
        for row, text in ((1, "53.400001"), (2, "11.433499"))
    ]


def test_passes_the_bounds() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "anthracite", "net_calorific_value": "53.4"},
                {"carrier_code": "anthracite", "net_calorific_value": "11.4335"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_no_value_and_no_default() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"carrier_code": "anthracite"},
                {"carrier_code": "lubricant", "net_calorific_value": "400"},
            ]
        },
    )
    assert judge(RULE, batch) == []
