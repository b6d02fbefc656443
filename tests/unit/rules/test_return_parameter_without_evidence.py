"""A parameter of the unit's own rests on something."""

from quality.rules.park_return.return_parameter_without_evidence import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_value_without_evidence() -> None:
    rows = [{"parameter_code": "heel", "value": "0.1"}]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == [
        ("parameters", 1, "evidence", "", "", "heel")
    ]


def test_passes_evidence_and_an_unreadable_value() -> None:
    rows = [
        {"parameter_code": "heel", "value": "0.1", "evidence": "record"},
        {"parameter_code": "heel", "value": "?"},
    ]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == []
