"""No line does not mean zero (L7)."""

from quality.rules.park_return.return_reported_without_lines import RULE
from tests.builders.batches import build_batch, judge


def test_finds_no_line() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [{"flow_code": "FIN", "quantity": "1"}],
            "completeness": [{"source_category_code": "heat", "completeness_code": "reported"}],
        },
    )
    assert judge(RULE, batch) == [("completeness", 1, "completeness_code", "reported", "", "heat")]


def test_passes_lines_and_other_statements() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [{"flow_code": "FIN", "quantity": "NE"}],
            "completeness": [
                {"source_category_code": "fuel_combustion", "completeness_code": "reported"},
                {"source_category_code": "heat", "completeness_code": "NO"},
            ],
        },
    )
    assert judge(RULE, batch) == []
