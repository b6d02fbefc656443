"""Attributes sold are a part of own use."""

from quality.rules.park_return.return_attribute_sold_exceeds_own_use import RULE
from tests.builders.batches import build_batch, judge


def test_finds_more_sold_than_used() -> None:
    lines = [
        {"plant_code": "PV", "self_used": "10", "attribute_sold": "10.5"},
        {"plant_code": "W", "self_used": "NO", "attribute_sold": "1"},
    ]
    assert judge(RULE, build_batch("park_return", {"generation": lines})) == [
        ("generation", 1, "attribute_sold", "10.5", "≤ 10", "PV"),
        ("generation", 2, "attribute_sold", "1", "≤ 0", "W"),
    ]


def test_passes_a_part_and_what_is_not_known() -> None:
    lines = [
        {"self_used": "10", "attribute_sold": "10"},
        {"self_used": "10", "attribute_sold": "NO"},
        {"self_used": "NE", "attribute_sold": "5"},
        {"self_used": "5"},
    ]
    assert judge(RULE, build_batch("park_return", {"generation": lines})) == []
