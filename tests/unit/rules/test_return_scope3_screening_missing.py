"""A screening leaves an estimate."""

from quality.rules.park_return.return_scope3_screening_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_relevant_line_without_one() -> None:
    lines = [{"scope3_category_code": "S3-06", "relevance_code": "relevant"}]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == [
        ("scope3", 1, "screened_tco2e", "", "", "S3-06")
    ]


def test_passes_an_estimate_zero_and_what_is_not_relevant() -> None:
    lines = [
        {"relevance_code": "relevant", "screened_tco2e": "0"},
        {"relevance_code": "relevant", "screened_tco2e": "?"},
        {"relevance_code": "not_relevant"},
    ]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == []
