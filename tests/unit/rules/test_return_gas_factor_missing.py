"""No factor of another gas is a default."""

from quality.rules.park_return.return_gas_factor_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_an_activity_without_factor() -> None:
    line = {"gas_code": "CH4", "calculation_method_code": "activity", "activity": "5"}
    assert judge(RULE, build_batch("park_return", {"other_gases": [line]})) == [
        ("other_gases", 1, "measured_factor", "", "", "CH4")
    ]


def test_passes_a_factor_and_what_needs_none() -> None:
    lines = [
        {"calculation_method_code": "activity", "activity": "5", "measured_factor": "0.1"},
        {"calculation_method_code": "activity", "activity": "5", "measured_factor": "?"},
        {"calculation_method_code": "activity", "activity": "NO"},
        {"calculation_method_code": "emitted", "emitted": "5"},
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
