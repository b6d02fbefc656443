"""Parks that lie in each other are nested in none (L6)."""

from quality.rules.park_register.register_nesting_circular import RULE
from tests.builders.batches import build_batch, judge


def test_finds_every_park_of_a_circle_and_none_that_hangs_on_it() -> None:
    batch = build_batch(
        "park_register",
        {
            "parks": [
                {"park_code": "P1", "parent_park_code": "P2"},
                {"park_code": "P2", "parent_park_code": "P1"},
                {"park_code": "P3", "parent_park_code": "P1"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("parks", 1, "parent_park_code", "P2", "", "P1 → P2 → P1"),
        ("parks", 2, "parent_park_code", "P1", "", "P2 → P1 → P2"),
    ]


def test_passes_parks_nested_in_levels() -> None:
    batch = build_batch(
        "park_register",
        {
            "parks": [
                {"park_code": "P1", "parent_park_code": "P2"},
                {"park_code": "P2", "parent_park_code": "P3"},
                {"park_code": "P3"},
            ]
        },
    )
    assert judge(RULE, batch) == []
