"""The check character of GB 32100-2015 can be any of the 31."""

from quality.rules.park_return.return_credit_code import RULE
from tests.builders.batches import build_batch, judge

UNIT = {"unit_code": "U1", "unit_role_code": "tenant"}
MALFORMED = ("91350100M000100Y4", "91350100M000100Y433", "91350100m000100y43", "9135010OM000100Y43")


def test_finds_a_wrong_check_character() -> None:
    batch = build_batch("park_return", {"units": [{**UNIT, "credit_code": "91350100M000100Y44"}]})
    assert judge(RULE, batch) == [
        ("units", 1, "credit_code", "91350100M000100Y44", "第 18 位 character 18: 3", "U1")
    ]


def test_finds_other_lengths_and_characters() -> None:
    batch = build_batch("park_return", {"units": [{**UNIT, "credit_code": code} for code in MALFORMED]})
    assert judge(RULE, batch) == [
        ("units", row, "credit_code", code, "", "U1") for row, code in enumerate(MALFORMED, start=1)
    ]


def test_finds_a_blank_outside_the_rest_group() -> None:
    batch = build_batch("park_return", {"units": [UNIT, {**UNIT, "unit_role_code": "rest"}]})
    assert judge(RULE, batch) == [("units", 1, "credit_code", "", "", "U1")]


def test_passes_valid_codes_and_the_rest_group() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": [
                {**UNIT, "credit_code": "91350100M000100Y43"},
                {**UNIT, "credit_code": "0" * 18},
                {**UNIT, "unit_role_code": "rest"},
            ]
        },
    )
    assert judge(RULE, batch) == []
