"""A predecessor that gave way to its successor is registered no more (L6)."""

from quality.rules.park_register.register_predecessor_listed import RULE
from tests.builders.batches import build_batch, judge


def test_finds_each_predecessor_that_is_still_listed() -> None:
    batch = build_batch(
        "park_register",
        {
            "parks": [
                {"park_code": "P1", "predecessor_park_codes": "P0; P2；P3"},
                {"park_code": "P2"},
                {"park_code": "P3"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("parks", 1, "predecessor_park_codes", "P0; P2；P3", "", "P2"),
        ("parks", 1, "predecessor_park_codes", "P0; P2；P3", "", "P3"),
    ]


def test_passes_predecessors_that_are_gone() -> None:
    batch = build_batch("park_register", {"parks": [{"park_code": "P1", "predecessor_park_codes": "P0"}]})
    assert judge(RULE, batch) == []
