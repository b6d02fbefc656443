"""A finding in words: what was found, where, and what a blank is called (L7)."""

import polars as pl

from lingtan.intake.lake import LAKE_FINDING_SCHEMA
from lingtan.intake.receipt import in_words

TEXTS = pl.DataFrame(
    [
        {
            "rule_id": "R",
            "message_zh": "{sheet} {cell}：填写为“{found}”。{expected}",
            "message_en": "{sheet} {cell}: “{found}” was given. {expected}",
            "action_zh": "请更正。",
            "action_en": "Correct it.",
        }
    ]
)


def words(found: str | None) -> tuple[str, str]:
    judged = {
        "rule_id": "R",
        "severity": "query",
        "submission_id": "S",
        "sheet": "单位",
        "cell": "B7",
        "found": found,
    }
    (finding,) = in_words(pl.DataFrame([judged], schema=LAKE_FINDING_SCHEMA), TEXTS)["S"]
    return finding.message_zh, finding.message_en


def test_what_was_found_is_quoted() -> None:
    assert words("12a") == ("单位 B7：填写为“12a”。", "单位 B7: “12a” was given. ")


def test_a_blank_has_a_name() -> None:
    assert words(None) == ("单位 B7：填写为“空白”。", "单位 B7: “blank” was given. ")
