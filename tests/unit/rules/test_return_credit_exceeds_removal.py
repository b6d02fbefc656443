"""Credits sold are a part of the removal (L6)."""

from quality.rules.park_return.return_credit_exceeds_removal import RULE
from tests.builders.batches import build_batch, judge


def test_finds_more_sold_than_removed() -> None:
    lines = [
        {"removal_type_code": "ccs", "quantity": "100", "credit_sold": "100.01"},
        {"removal_type_code": "soil", "quantity": "NO", "credit_sold": "1"},
    ]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == [
        ("removals", 1, "credit_sold", "100.01", "≤ 100", "ccs"),
        ("removals", 2, "credit_sold", "1", "≤ 0", "soil"),
    ]


def test_passes_a_part_and_what_is_not_known() -> None:
    lines = [
        {"quantity": "100", "credit_sold": "100"},
        {"quantity": "100", "credit_sold": "NO"},
        {"quantity": "C", "credit_sold": "5"},
        {"quantity": "100"},
    ]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == []
