"""The receipt: what became of a delivery, each submission in it, each row, each finding at its cell."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import polars as pl

from lingtan.intake.judgement import JUDGED_SCHEMA

SEVERITIES: Final = ("fatal", "error", "query", "info")
#: What a message says where nothing was given (L7: a blank has a name).
BLANK_ZH: Final = "空白"
BLANK_EN: Final = "blank"


@dataclass(frozen=True)
class Finding:
    """A finding in words, at its cell; `answer` is what the submission itself explains about it."""

    finding_id: str | None
    rule_id: str
    severity: str
    form: str | None
    table_name: str | None
    column_name: str | None
    row_number: int | None
    sheet: str | None
    cell: str | None
    found: str | None
    expected: str | None
    message_zh: str
    message_en: str
    action_zh: str
    action_en: str
    answer: str | None = None


@dataclass(frozen=True)
class Explanation:
    """An answer to a finding that this submission does not have."""

    finding_id: str
    answer: str


@dataclass(frozen=True)
class Counts:
    """Rows: read = used + refused + held + superseded + withdrawn + context (L2)."""

    read: int = 0
    used: int = 0
    refused: int = 0
    held: int = 0
    superseded: int = 0
    withdrawn: int = 0
    context: int = 0

    @classmethod
    def of(cls, status: str, used: int, refused: int, context: int) -> "Counts":
        """The rows of a submission: those that would be used have the state of the submission."""
        state = {"current": "used"}.get(status, status)
        counts = {"used": 0, "refused": refused, "context": context, "read": used + refused + context}
        counts[state] = counts.get(state, 0) + used
        return cls(**counts)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(**{name: value + getattr(other, name) for name, value in asdict(self).items()})


@dataclass(frozen=True)
class Part:
    """One submission of a delivery."""

    submission_id: str
    form: str
    form_version: str
    reporting_unit_code: str
    period_code: str
    submission_kind_code: str
    version: int
    status: str
    counts: Counts
    findings: tuple[Finding, ...] = ()
    unmatched_explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True)
class Receipt:
    """What a sender gets back.

    `is_recognised`: these bytes had been received before and nothing changed; it tells about one receive call
    and is not part of the stored receipt.
    """

    delivery_id: str
    file_name: str
    byte_size: int
    sender: str
    received_at: str | None
    outcome: str
    cause_rule_id: str | None
    batch_id: str
    form: str | None
    form_version: str | None
    layout_code: str | None
    file_format: str | None
    text_encoding: str | None
    counts: Counts
    parts: tuple[Part, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Mapping[str, str | None], ...] = ()
    is_recognised: bool = field(default=False, compare=False)

    def all_findings(self) -> tuple[Finding, ...]:
        """Of the delivery, then of its submissions in their order."""
        return self.findings + tuple(finding for part in self.parts for finding in part.findings)

    def as_json(self) -> str:
        """The stored form: stable order of keys, Chinese as Chinese."""
        content = {name: value for name, value in vars(self).items() if name != "is_recognised"}
        # A part, a finding, the counts: each a record of its own.
        return json.dumps(content, ensure_ascii=False, indent=2, default=vars) + "\n"


def in_words(
    findings: pl.DataFrame, texts: pl.DataFrame, explanations: pl.DataFrame | None = None
) -> dict[str | None, tuple[Finding, ...]]:
    """Submission id (None: the delivery) -> findings in words, gravest first, then by place.

    Args:
        findings: frame of `LAKE_FINDING_SCHEMA`.
        texts: frame of `RULE_TEXT_SCHEMA`; a rule without a row is named by its id.
        explanations: frame of `EXPLANATION_SCHEMA`: what the submissions say about findings.
    """
    answers = _answers(explanations)
    words = {row["rule_id"]: row for row in texts.iter_rows(named=True)}
    ordered = findings.select(*JUDGED_SCHEMA.names(), "finding_id").sort(
        pl.col("severity").replace_strict({name: rank for rank, name in enumerate(SEVERITIES)}, default=9),
        maintain_order=True,
    )
    grouped: dict[str | None, list[Finding]] = {}
    for row in ordered.iter_rows(named=True):
        answer = answers.get((row["submission_id"], row["finding_id"]))
        finding = _finding(row, words.get(row["rule_id"], {}), answer)
        grouped.setdefault(row["submission_id"], []).append(finding)
    return {key: tuple(items) for key, items in grouped.items()}


def unmatched(
    findings: pl.DataFrame, explanations: pl.DataFrame | None
) -> dict[str | None, tuple[Explanation, ...]]:
    """Submission id -> its explanations that answer none of its findings, in their order."""
    known = set(findings.select("submission_id", "finding_id").iter_rows())
    grouped: dict[str | None, list[Explanation]] = {}
    for key, answer in _answers(explanations).items():
        if key not in known:
            grouped.setdefault(key[0], []).append(Explanation(key[1], answer))
    return {key: tuple(items) for key, items in grouped.items()}


def _answers(explanations: pl.DataFrame | None) -> dict[tuple[str, str], str]:
    """(submission, finding) -> answer; the first where a finding is answered twice."""
    answers: dict[tuple[str, str], str] = {}
    for submission_id, finding_id, answer in () if explanations is None else explanations.iter_rows():
        answers.setdefault((submission_id, finding_id), answer)
    return answers


def _finding(row: Mapping[str, Any], words: Mapping[str, str | None], answer: str | None) -> Finding:
    def text(name: str, blank: str) -> str:
        values = {key: "" if value is None else str(value) for key, value in row.items()}
        values["found"] = values["found"] or blank
        template = words.get(name)
        return template.format_map(values) if template else f"{row['rule_id']}: {values['found']}"

    return Finding(
        **{
            name: row[name]
            for name in (
                "finding_id",
                "rule_id",
                "severity",
                "form",
                "table_name",
                "column_name",
                "row_number",
                "sheet",
                "cell",
                "found",
                "expected",
            )
        },
        message_zh=text("message_zh", BLANK_ZH),
        message_en=text("message_en", BLANK_EN),
        action_zh=words.get("action_zh") or "",
        action_en=words.get("action_en") or "",
        answer=answer,
    )
