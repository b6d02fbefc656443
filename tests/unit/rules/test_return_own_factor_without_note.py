"""The annex wants the source of a park's own factor noted (L8)."""

from quality.rules.park_return.return_own_factor_without_note import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "product_code": "industrial_silicon", "role_code": "product"}
OWN = {**LINE, "measured_factor": "5.1"}


def test_finds_no_note_and_another_source() -> None:
    batch = build_batch(
        "park_return",
        {
            "process": [
                {**OWN, "factor_source_code": "own"},
                {**OWN, "factor_source_code": "default", "factor_note": "核查报告"},
                OWN,
            ]
        },
    )
    assert judge(RULE, batch) == [
        (
            "process",
            row,
            "measured_factor",
            "5.1",
            "own",
            f"factor_source_code “{source}”, factor_note “{note}”",
        )
        for row, source, note in ((1, "own", ""), (2, "default", "核查报告"), (3, "", ""))
    ]


def test_passes_a_noted_factor() -> None:
    batch = build_batch(
        "park_return", {"process": [{**OWN, "factor_source_code": "own", "factor_note": "核查报告"}, LINE]}
    )
    assert judge(RULE, batch) == []


def test_passes_a_source_that_is_not_known() -> None:
    batch = build_batch(
        "park_return", {"process": [{**OWN, "factor_source_code": "?", "factor_note": "核查报告"}]}
    )
    assert judge(RULE, batch) == []
