"""What is used is rarely stored for good."""

from quality.rules.park_return.return_use_with_permanent_fate import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_permanent_fate() -> None:
    lines = [{"removal_type_code": "ccu", "fate_code": fate} for fate in ("mineralised", "geological")]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == [
        ("removals", 1, "fate_code", "mineralised", "", ""),
        ("removals", 2, "fate_code", "geological", "", ""),
    ]


def test_passes_products_and_storage() -> None:
    lines = [
        {"removal_type_code": "ccu", "fate_code": "product"},
        {"removal_type_code": "ccs", "fate_code": "geological"},
    ]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == []
