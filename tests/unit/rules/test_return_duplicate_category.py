"""A category is declared once."""

from quality.rules.park_return.return_duplicate_category import RULE
from tests.builders.batches import build_batch, judge


def test_finds_both_rows() -> None:
    batch = build_batch(
        "park_return",
        {"completeness": [{"source_category_code": "power"}, {"source_category_code": "power"}]},
    )
    assert judge(RULE, batch) == [
        ("completeness", 1, "source_category_code", "power", "", "A6, A7"),
        ("completeness", 2, "source_category_code", "power", "", "A6, A7"),
    ]


def test_passes_different_categories() -> None:
    batch = build_batch(
        "park_return",
        {
            "completeness": [
                {"source_category_code": "power"},
                {"source_category_code": "heat"},
                {"source_category_code": "?"},
                {"source_category_code": "?"},
            ]
        },
    )
    assert judge(RULE, batch) == []
