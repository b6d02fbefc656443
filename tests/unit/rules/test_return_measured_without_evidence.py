"""Only what was measured replaces the default."""

from quality.rules.park_return.return_measured_without_evidence import RULE
from tests.builders.batches import build_batch, judge

MEASURED = {"carrier_code": "coke", "net_calorific_value": "28.4"}
EXPECTED = "accredited_lab / measured"


def test_finds_no_tier_and_an_estimate() -> None:
    batch = build_batch("park_return", {"energy": [MEASURED, {**MEASURED, "evidence_tier_code": "estimate"}]})
    assert judge(RULE, batch) == [
        ("energy", 1, "evidence_tier_code", "", EXPECTED, "coke"),
        ("energy", 2, "evidence_tier_code", "estimate", EXPECTED, "coke"),
    ]


def test_passes_what_was_measured() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [{**MEASURED, "evidence_tier_code": tier} for tier in ("accredited_lab", "measured")]},
    )
    assert judge(RULE, batch) == []


def test_passes_a_tier_without_a_parameter() -> None:
    batch = build_batch(
        "park_return", {"energy": [{"carrier_code": "coke", "evidence_tier_code": "invoice"}]}
    )
    assert judge(RULE, batch) == []


def test_passes_a_tier_that_is_not_known() -> None:
    batch = build_batch("park_return", {"energy": [{**MEASURED, "evidence_tier_code": "?"}]})
    assert judge(RULE, batch) == []
