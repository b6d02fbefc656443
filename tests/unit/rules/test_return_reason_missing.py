"""Not estimated and confidential have a reason (L7)."""

from quality.rules.park_return.return_reason_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_no_reason() -> None:
    batch = build_batch(
        "park_return",
        {
            "completeness": [
                {"source_category_code": "heat", "completeness_code": "NE"},
                {"source_category_code": "power", "completeness_code": "C"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("completeness", 1, "reason", "", "", "heat"),
        ("completeness", 2, "reason", "", "", "power"),
    ]


def test_passes_a_reason() -> None:
    batch = build_batch(
        "park_return",
        {
            "completeness": [
                {"source_category_code": "heat", "completeness_code": "NE", "reason": "未计量"},
                {"source_category_code": "power", "completeness_code": "NO"},
            ]
        },
    )
    assert judge(RULE, batch) == []
