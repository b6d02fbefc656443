"""An own factor is noted (L8)."""

from quality.rules.park_return.return_gas_factor_without_note import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_factor_without_note() -> None:
    line = {
        "gas_code": "CH4",
        "calculation_method_code": "activity",
        "activity": "5",
        "measured_factor": "0.1",
    }
    assert judge(RULE, build_batch("park_return", {"other_gases": [line]})) == [
        ("other_gases", 1, "measured_factor", "0.1", "", "CH4")
    ]


def test_passes_a_note_and_no_factor() -> None:
    lines = [{"measured_factor": "0.1", "factor_note": "示例说明"}, {"activity": "5"}]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
