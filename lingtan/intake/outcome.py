"""From findings to what is written: dispositions, counts, and which version of a key counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from lingtan.intake.assembly import Assembly, Submission
from lingtan.intake.judgement import refused_submissions, with_dispositions

Status = Literal["current", "superseded", "held", "refused", "withdrawn"]

#: (form, reporting unit, period): what a version is a version of.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Judged:
    """A submission with its counts; `refused_by` is the rule that refuses it as a whole.

    rows_read = rows_used + rows_refused + rows_context (L2). A row is a row of a table with a head; the lines
    of a cover are the head of the submission and count as context.
    """

    submission: Submission
    refused_by: str | None
    rows_used: int
    rows_refused: int
    rows_context: int

    @property
    def rows_read(self) -> int:
        """All rows with anything in them."""
        return self.rows_used + self.rows_refused + self.rows_context


@dataclass(frozen=True)
class Standing:
    """What the register holds for a key before a new submission."""

    current_id: str | None
    highest_version: int
    current_sender: str | None = None


@dataclass(frozen=True)
class Decision:
    """What becomes of a submission, and of the one it replaces or withdraws."""

    status: Status
    version: int
    replaced_id: str | None = None
    replaced_status: Status | None = None


NOTHING: Final = Standing(None, 0)


def dispose(
    assembly: Assembly, findings: pl.DataFrame
) -> tuple[dict[tuple[str, str], pl.DataFrame], list[Judged]]:
    """Every row's disposition, and the counts of every submission.

    Returns:
        (form, table) -> lake rows, and the submissions in their order.
    """
    tables = {
        (form, table): with_dispositions(form, table, rows, findings)
        for (form, table), rows in assembly.batch.tables.items()
    }
    refused_by = refused_submissions(findings)
    counts = _row_counts(assembly, tables)
    unmapped = dict(assembly.unmapped.group_by("submission_id").len().iter_rows())
    judged = []
    for submission in assembly.submissions:
        used, refused = counts.get(submission.submission_id, (0, 0))
        judged.append(
            Judged(
                submission=submission,
                refused_by=refused_by.get(submission.submission_id),
                rows_used=used,
                rows_refused=refused + unmapped.get(submission.submission_id, 0),
                rows_context=submission.context_rows,
            )
        )
    return tables, judged


def decide(judged: Judged, standing: Standing) -> Decision:
    """Which version a submission becomes.

    Only a correction supersedes; a second original is held, whoever sends it; a withdrawal takes the current
    version out of use and is never counted itself. Who did not send the current version can neither correct
    nor withdraw it, and where nothing is current there is nothing to withdraw: both are held for the office.
    """
    kind = judged.submission.submission_kind_code
    is_of_another = standing.current_id is not None and standing.current_sender != judged.submission.sender
    following = standing.highest_version + 1
    if judged.refused_by is not None:
        return Decision("refused", 0)
    if is_of_another or (kind == "withdrawal" and standing.current_id is None):
        return Decision("held", 0)
    if kind == "withdrawal":
        return Decision("withdrawn", following, standing.current_id, "withdrawn")
    if kind == "correction":
        return Decision("current", following, standing.current_id, "superseded")
    if standing.current_id is not None:
        return Decision("held", 0)
    return Decision("current", following)


def key_of(submission: Submission) -> Key:
    """The key of a submission."""
    return submission.form, submission.reporting_unit_code, submission.period_code


def _row_counts(
    assembly: Assembly, tables: Mapping[tuple[str, str], pl.DataFrame]
) -> dict[str, tuple[int, int]]:
    """Submission -> rows used and refused of its tables with a head."""
    rows: Sequence[pl.DataFrame] = [
        frame.select("submission_id", "row_disposition")
        for (form, table), frame in tables.items()
        if assembly.batch.contracts[form].table(table).orientation == "table"
    ]
    counted = (
        pl.concat(rows)
        .group_by("submission_id")
        .agg(
            (pl.col("row_disposition") == "used").sum().alias("used"),
            (pl.col("row_disposition") == "refused").sum().alias("refused"),
        )
    )
    return {name: (used, refused) for name, used, refused in counted.iter_rows()}
