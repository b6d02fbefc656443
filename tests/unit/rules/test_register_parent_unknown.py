"""A park in a park is nested in a registered parent (L6)."""

from quality.rules.park_register.register_parent_unknown import RULE
from tests.builders.batches import build_batch, judge


def test_finds_an_unknown_parent_and_the_park_itself() -> None:
    batch = build_batch(
        "park_register",
        {
            "parks": [
                {"park_code": "P1", "parent_park_code": "P9"},
                {"park_code": "P2", "parent_park_code": "P2"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("parks", 1, "parent_park_code", "P9", "", "P1"),
        ("parks", 2, "parent_park_code", "P2", "", "P2"),
    ]


def test_passes_a_registered_parent() -> None:
    batch = build_batch(
        "park_register", {"parks": [{"park_code": "P1", "parent_park_code": "P2"}, {"park_code": "P2"}]}
    )
    assert judge(RULE, batch) == []
