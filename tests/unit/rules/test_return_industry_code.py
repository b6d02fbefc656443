"""Industries are added up by division."""

from quality.rules.park_return.return_industry_code import RULE
from tests.builders.batches import build_batch, judge

CODES = ("C3011", "301", "30110", "0011", "9911", "３０１１")


def test_finds_letters_divisions_and_lengths() -> None:
    batch = build_batch(
        "park_return", {"units": [{"unit_code": "U1", "industry_code": code} for code in CODES]}
    )
    assert judge(RULE, batch) == [
        ("units", row, "industry_code", code, "GB/T 4754-2017", "U1")
        for row, code in enumerate(CODES, start=1)
    ]


def test_passes_classes_and_blanks() -> None:
    batch = build_batch(
        "park_return", {"units": [{"industry_code": "3011"}, {"industry_code": "0111"}, {"unit_code": "U1"}]}
    )
    assert judge(RULE, batch) == []
