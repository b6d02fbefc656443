"""Judging a batch: rules run once over all its submissions, then each row has its disposition."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Protocol

import polars as pl

from lingtan.contracts.batch import FINDING_SCHEMA, PROBLEM_SCHEMA, Batch
from lingtan.contracts.model import Contract
from lingtan.intake.problems import Problem

#: A finding with the severity of its rule, as the lake keeps it.
JUDGED_SCHEMA: Final = pl.Schema({**FINDING_SCHEMA, "severity": pl.String()})

FATAL: Final = "fatal"
ERROR: Final = "error"


class IntakeRule(Protocol):
    """What the intake needs of a rule; `quality.rule.Rule` is one."""

    @property
    def id(self) -> str:
        """The rule's id."""

    @property
    def version(self) -> str:
        """Raised when the check finds something else than before."""

    @property
    def severity(self) -> str:
        """fatal, error, query or info."""

    @property
    def scope(self) -> str:
        """delivery, structure or form."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms it applies to; empty: every form."""

    @property
    def title_zh(self) -> str:
        """Title in Chinese."""

    @property
    def title_en(self) -> str:
        """Title in English."""

    @property
    def message_zh(self) -> str:
        """Message in Chinese, with placeholders."""

    @property
    def message_en(self) -> str:
        """Message in English, with placeholders."""

    @property
    def action_zh(self) -> str:
        """What the submitter does, in Chinese."""

    @property
    def action_en(self) -> str:
        """What the submitter does, in English."""

    @property
    def check(self) -> Callable[[Batch], pl.DataFrame]:
        """Batch to findings."""


def judge(batch: Batch, rules: Sequence[IntakeRule]) -> pl.DataFrame:
    """Findings of a frame `JUDGED_SCHEMA`.

    Structure is judged first; a submission with a fatal finding there is shown to no other rule.
    """
    structure = _run(batch, [rule for rule in rules if rule.scope == "structure"])
    broken = _fatal(structure)
    sound = replace(
        batch,
        tables={
            key: table.filter(~pl.col("submission_id").is_in(broken)) for key, table in batch.tables.items()
        },
        problems=batch.problems.filter(~pl.col("submission_id").is_in(broken)),
    )
    form = _run(sound, [rule for rule in rules if rule.scope == "form"])
    return pl.concat([structure.filter(_severity_first(broken)), form])


def judge_delivery(
    problem: Problem, rules: Sequence[IntakeRule], contracts: dict[str, Contract]
) -> pl.DataFrame:
    """Findings about a delivery that could not be read as a form; at least one, whatever the rules."""
    noted = pl.DataFrame([vars(problem)], schema=PROBLEM_SCHEMA)
    batch = Batch(contracts=contracts, tables={}, problems=noted, reference={})
    findings = _run(batch, [rule for rule in rules if rule.scope == "delivery"])
    if not findings.is_empty():
        return findings
    found = {
        "rule_id": f"READER_{problem.problem_code.upper()}",
        "severity": FATAL,
        "sheet": problem.sheet,
        "found": problem.found,
        "expected": problem.expected,
    }
    return pl.DataFrame([found], schema=JUDGED_SCHEMA)


def refused_submissions(findings: pl.DataFrame) -> dict[str, str]:
    """Submission -> the first rule that refuses it as a whole."""
    fatal = findings.filter(pl.col("severity") == FATAL, pl.col("submission_id").is_not_null())
    first = fatal.unique("submission_id", keep="first", maintain_order=True)
    return dict(first.select("submission_id", "rule_id").iter_rows())


def with_dispositions(form: str, table: str, rows: pl.DataFrame, findings: pl.DataFrame) -> pl.DataFrame:
    """Rows of a lake table; those with an error, and all of a refused submission, are `refused`."""
    whole = list(refused_submissions(findings))
    single = findings.filter(
        pl.col("severity") == ERROR,
        pl.col("form") == form,
        pl.col("table_name") == table,
        pl.col("row_number").is_not_null(),
    ).select("submission_id", "row_number", pl.lit(value=True).alias("is_refused"))
    refused = pl.col("submission_id").is_in(whole) | pl.col("is_refused").fill_null(value=False)
    return (
        rows.join(single.unique(), on=["submission_id", "row_number"], how="left", maintain_order="left")
        .with_columns(
            pl.when(refused).then(pl.lit("refused")).otherwise("row_disposition").alias("row_disposition")
        )
        .drop("is_refused")
    )


def _run(batch: Batch, rules: Sequence[IntakeRule]) -> pl.DataFrame:
    judged = [
        rule.check(batch)
        .match_to_schema(FINDING_SCHEMA)
        .with_columns(pl.lit(rule.severity).alias("severity"))
        for rule in rules
        if not rule.forms or any(form in batch.contracts for form in rule.forms)
    ]
    return pl.concat([JUDGED_SCHEMA.to_frame(), *judged])


def _fatal(findings: pl.DataFrame) -> list[str]:
    return list(refused_submissions(findings))


def _severity_first(broken: Sequence[str]) -> pl.Expr:
    """Of a submission with a fatal finding only the fatal ones are reported; of the others all."""
    return ~pl.col("submission_id").is_in(broken) | (pl.col("severity") == FATAL)
