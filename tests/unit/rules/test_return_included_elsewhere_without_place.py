"""Included elsewhere says where (L7)."""

from quality.rules.park_return.return_included_elsewhere_without_place import RULE
from tests.builders.batches import build_batch, judge


def test_finds_no_place() -> None:
    batch = build_batch(
        "park_return", {"completeness": [{"source_category_code": "heat", "completeness_code": "IE"}]}
    )
    assert judge(RULE, batch) == [("completeness", 1, "included_where", "", "", "heat")]


def test_passes_a_place() -> None:
    batch = build_batch(
        "park_return",
        {
            "completeness": [
                {"source_category_code": "heat", "completeness_code": "IE", "included_where": "power"},
                {"source_category_code": "power", "completeness_code": "NO"},
            ]
        },
    )
    assert judge(RULE, batch) == []
