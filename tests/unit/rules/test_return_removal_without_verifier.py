"""A removal is verified."""

from quality.rules.park_return.return_removal_without_verifier import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_removal_without_verifier() -> None:
    batch = build_batch("park_return", {"removals": [{"removal_type_code": "ccs", "quantity": "5"}]})
    assert judge(RULE, batch) == [("removals", 1, "verified_by", "", "", "ccs")]


def test_passes_a_verifier_and_no_removal() -> None:
    lines = [{"quantity": "5", "verified_by": "示例核证机构"}, {"quantity": "NO"}, {"quantity": "0"}]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == []
