"""What was decided about the submissions of a tree: versions superseded or held, answers, checks failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from lingtan.release.canonical import literal
from lingtan.release.explain.files import ReleaseFiles, unreadable

_ANSWERS: Final = "lake/park_return__explanations"


@dataclass(frozen=True)
class Submission:
    """A submission of the tree.

    Attributes:
        content: as the plan lists it: form, unit, period, version, sender, file and its SHA-256.
        others: what became of other submissions of the same unit, form and period.
        answers: the findings it answers.
    """

    content: dict[str, Any]
    others: tuple[dict[str, Any], ...]
    answers: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Decisions:
    """Submissions, findings of the build about the parks, and checks of the gate that did not pass."""

    submissions: tuple[Submission, ...]
    findings: tuple[dict[str, Any], ...]
    checks: tuple[dict[str, Any], ...]


def _rows(files: ReleaseFiles, query: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    result = files.connection.execute(query, list(values))
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _submission(files: ReleaseFiles, submission_id: str) -> Submission | None:
    query = 'select * exclude (rn) from "plan/submissions" where submission_id = ?'
    planned = _rows(files, query, [submission_id])
    if not planned:
        return None
    one = planned[0]
    others = _rows(
        files,
        "select submission_id, delivery_id, file_name, sender, version, submission_kind_code, status"
        ' from "plan/dispositions" where form = ? and reporting_unit_code = ? and period_code = ?'
        " and submission_id <> ? order by version, submission_id",
        [one["form"], one["reporting_unit_code"], one["period_code"], submission_id],
    )
    answers = _rows(
        files,
        f'select finding_id, answer from "{_ANSWERS}" where submission_id = ? order by finding_id',
        [submission_id],
    )
    return Submission(one, tuple(others), tuple(answers))


def decisions_about(files: ReleaseFiles, submissions: Sequence[str], key: dict[str, str]) -> Decisions:
    """What touches a figure beside its numbers.

    Args:
        files: the release.
        submissions: ids of those in the tree, in the order to show them.
        key: key of the figure; its park's findings of the build are shown.

    Raises:
        LingtanError: the evidence of the release is damaged.
    """
    found = [one for one in (_submission(files, name) for name in submissions) if one is not None]
    findings: list[dict[str, Any]] = []
    if "park_code" in key:
        names = [name for name in ("reference_year", "park_code", "boundary_code") if name in key]
        where = " and ".join(f"cast({name} as varchar) = ?" for name in names)
        findings = _rows(
            files,
            # Where a figure is of no boundary, a finding of both would stand twice.
            "select distinct finding_code, subject_code, value_a, value_b, difference, unit_code, message_zh,"
            f" message_en from mart_findings where {where} order by all",
            [key[name] for name in names],
        )
    evidence = files.folder / "evidence.parquet"
    checks: list[dict[str, Any]] = []
    if evidence.is_file():
        checks = _not_passed(files, evidence)
    return Decisions(tuple(found), tuple(findings), tuple(checks))


def _not_passed(files: ReleaseFiles, evidence: Path) -> list[dict[str, Any]]:
    try:
        return _rows(
            files,
            "select rule_id, scope, result, failing_count, failing_keys"
            f" from read_parquet({literal(str(evidence))})"
            # What a rule only reports stands at the factors themselves.
            " where result not in ('pass', 'flagged') order by rule_id, scope",
        )
    except duckdb.Error as error:
        raise unreadable(evidence) from error
