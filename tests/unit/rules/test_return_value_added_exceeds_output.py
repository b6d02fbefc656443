"""Value added is a part of gross output."""

from quality.rules.park_return.return_value_added_exceeds_output import RULE
from tests.builders.batches import build_batch, judge


def test_finds_both_prices() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": [
                {
                    "unit_code": "U1",
                    "gross_output_current_10k_cny": "100",
                    "value_added_current_10k_cny": "100.01",
                    "gross_output_constant_10k_cny": "90",
                    "value_added_constant_10k_cny": "91",
                }
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("units", 1, "value_added_current_10k_cny", "100.01", "100", "U1"),
        ("units", 1, "value_added_constant_10k_cny", "91", "90", "U1"),
    ]


def test_passes_a_part_and_blanks() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": [
                {"gross_output_current_10k_cny": "100", "value_added_current_10k_cny": "100"},
                {"value_added_current_10k_cny": "5"},
            ]
        },
    )
    assert judge(RULE, batch) == []
