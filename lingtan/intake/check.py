"""Checking one file before it is sent: a batch of one, nothing is written."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from lingtan.errors import LingtanError
from lingtan.intake.deliveries import plain_name
from lingtan.intake.drafts import Drafts
from lingtan.intake.finding_ids import EXPLANATIONS, explanations_of
from lingtan.intake.identify import MOST_BYTES
from lingtan.intake.judgement import IntakeRule
from lingtan.intake.lake import FINDINGS, LAKE_FINDING_SCHEMA, RULE_TEXTS, form_table
from lingtan.intake.layout import Layout, load_layouts
from lingtan.intake.outcome import NOTHING, decide
from lingtan.intake.pipeline import Opened, Verdict, judge_all
from lingtan.intake.problems import DeliveryProblemError, Problem
from lingtan.intake.reading import read_delivery
from lingtan.intake.receipt import Counts, Part, Receipt, in_words, unmatched
from lingtan.intake.register_writing import Arrival
from lingtan.places import checkout


def check_file(
    path: Path, rules: Sequence[IntakeRule], *, layouts: Sequence[Layout] | None = None
) -> Receipt:
    """The receipt this file would get where nothing of its key was received before.

    Args:
        path: the file.
        rules: what judges it.
        layouts: the layouts that may fit; by default those shipped with the code.

    Raises:
        LingtanError: the file cannot be opened.
    """
    name = plain_name(path.name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LingtanError(f"无法打开 {name}", f"Cannot open {name}: {error.strerror}") from error
    sha256 = hashlib.sha256(content).hexdigest()
    known = load_layouts([checkout() / "raw" / "layouts"]) if layouts is None else layouts
    arrival = Arrival(sha256, name, len(content), "", "")
    (verdict,) = judge_all([Opened(arrival, 1, read_or_problem(content, name, known))], rules)
    return _receipt(verdict)


def read_or_problem(content: bytes, file_name: str, layouts: Sequence[Layout]) -> Problem | Drafts:
    """What is in a delivery, or why nothing of it can be read."""
    if len(content) > MOST_BYTES:
        return Problem("unreadable_file", found=f"{len(content)} bytes", expected=f"≤ {MOST_BYTES} bytes")
    try:
        return read_delivery(content, file_name, layouts)
    except DeliveryProblemError as error:
        return error.problem


def _receipt(verdict: Verdict) -> Receipt:
    arrival, drafts = verdict.opened.arrival, verdict.opened.drafts
    findings = verdict.frames.get(FINDINGS, pl.DataFrame(schema=LAKE_FINDING_SCHEMA))
    explanations = explanations_of(
        verdict.frames.get(form_table(drafts.contract.form, EXPLANATIONS)) if drafts else None
    )
    words = in_words(findings, verdict.frames[RULE_TEXTS], explanations)
    loose_answers = unmatched(findings, explanations)
    parts = []
    for item in verdict.judged:
        decision = decide(item, NOTHING)
        parts.append(
            Part(
                submission_id=item.submission.submission_id,
                form=item.submission.form,
                form_version=item.submission.form_version,
                reporting_unit_code=item.submission.reporting_unit_code,
                period_code=item.submission.period_code,
                submission_kind_code=item.submission.submission_kind_code,
                version=decision.version,
                status=decision.status,
                counts=Counts.of(decision.status, item.rows_used, item.rows_refused, item.rows_context),
                findings=words.get(item.submission.submission_id, ()),
                unmatched_explanations=(
                    loose_answers.get(item.submission.submission_id, ())
                    if decision.status != "refused"
                    else ()
                ),
            )
        )
    loose = drafts.context_rows if drafts else 0
    return Receipt(
        delivery_id=arrival.delivery_id,
        file_name=arrival.file_name,
        byte_size=arrival.byte_size,
        sender=arrival.sender,
        received_at=None,
        outcome="accepted" if any(item.refused_by is None for item in verdict.judged) else "refused",
        cause_rule_id=verdict.cause_rule_id,
        batch_id=verdict.opened.batch_id,
        form=drafts.contract.form if drafts else None,
        form_version=drafts.contract.version if drafts else None,
        layout_code=drafts.layout.layout if drafts and drafts.layout else None,
        file_format=drafts.file_format if drafts else None,
        text_encoding=drafts.text_encoding if drafts else None,
        counts=sum((part.counts for part in parts), Counts(read=loose, context=loose)),
        parts=tuple(parts),
        findings=words.get(None, ()),
    )
