"""Feedstock without a process line is not estimated, never zero (L7)."""

from quality.rules.park_return.return_feedstock_not_carried import RULE
from tests.builders.batches import build_batch, judge

FEED = {"unit_code": "U1", "carrier_code": "naphtha", "quantity": "5", "quantity_unit": "t"}


def test_finds_no_line_and_a_line_that_is_not_there() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**FEED, "flow_code": "FEED"},
                {**FEED, "flow_code": "FEED-R", "carried_by_line": "9"},
            ],
            "process": [{"line_id": "7"}],
        },
    )
    assert judge(RULE, batch) == [
        ("energy", 1, "carried_by_line", "", "", "naphtha FEED"),
        ("energy", 2, "carried_by_line", "9", "", "naphtha FEED-R"),
    ]


def test_finds_a_process_line_of_another_submission() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [{**FEED, "flow_code": "FEED", "carried_by_line": "7"}],
            "process": [{"line_id": "7", "submission_id": "S-2"}],
        },
    )
    assert judge(RULE, batch) == [("energy", 1, "carried_by_line", "7", "", "naphtha FEED")]


def test_passes_a_carried_line() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [{**FEED, "flow_code": "FEED", "carried_by_line": "7"}], "process": [{"line_id": "7"}]},
    )
    assert judge(RULE, batch) == []


def test_passes_fuel_and_what_does_not_occur() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**FEED, "flow_code": "FIN"},
                {**FEED, "flow_code": "FEED", "quantity": "NO"},
                {**FEED, "flow_code": "FEED", "quantity": "0"},
            ]
        },
    )
    assert judge(RULE, batch) == []
