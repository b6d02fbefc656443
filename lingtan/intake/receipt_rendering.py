"""Making a receipt from register and lake: when it was lost, or when a later delivery changed its state."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from sqlalchemy import Connection, RowMapping, select

from lingtan.errors import LingtanError
from lingtan.intake.finding_ids import EXPLANATION_SCHEMA, EXPLANATIONS, explanations_of
from lingtan.intake.lake import (
    FINDINGS,
    LAKE_FINDING_SCHEMA,
    RULE_TEXT_SCHEMA,
    RULE_TEXTS,
    form_table,
    read_batch,
)
from lingtan.intake.receipt import Counts, Explanation, Finding, Part, Receipt, in_words, unmatched
from lingtan.intake.receipt_text import receipt_text
from lingtan.intake.register import open_register
from lingtan.intake.register_tables import delivery, event, reading, submission
from lingtan.places import Places

#: Batch -> file stem -> rows, of batches that are still in memory.
FreshFrames = Mapping[str, Mapping[str, pl.DataFrame]]


def frames_of_a_receipt(frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Of the frames of a batch those that its receipt tells."""
    return {
        name: frame
        for name, frame in frames.items()
        if name in (FINDINGS, RULE_TEXTS) or name.endswith(f"__{EXPLANATIONS}")
    }


def render_receipt(places: Places, delivery_id: str) -> Receipt:
    """Make a delivery's receipt from register and lake and write both files.

    Args:
        places: the data folders.
        delivery_id: the SHA-256 of the delivery, or its beginning if that is unambiguous.

    Raises:
        LingtanError: the register does not know the delivery.
    """
    engine = open_register(places)
    try:
        with engine.connect() as connection:
            return write_receipt(places, connection, delivery_id)
    finally:
        engine.dispose()


def write_receipt(
    places: Places, connection: Connection, delivery_id: str, fresh: FreshFrames | None = None
) -> Receipt:
    """As `render_receipt`, on an open register; `fresh` saves reading what was written a moment ago."""
    receipt = _receipt(places, connection, delivery_id, fresh or {})
    places.receipts.mkdir(parents=True, exist_ok=True)
    for suffix, text in ((".json", receipt.as_json()), (".txt", receipt_text(receipt))):
        path = places.receipts / f"{receipt.delivery_id[:16]}{suffix}"
        aside = path.with_name(f".{path.name}.new")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    return receipt


def missing_receipts(places: Places, connection: Connection) -> list[str]:
    """Deliveries in the register whose receipt was never finished or is lost."""
    there = {path.name for path in places.receipts.glob("*.*")}
    known: list[str] = list(connection.execute(select(delivery.c.delivery_id)).scalars())
    return [
        delivery_id
        for delivery_id in known
        if not {f"{delivery_id[:16]}.json", f"{delivery_id[:16]}.txt"} <= there
    ]


def _receipt(places: Places, connection: Connection, delivery_id: str, fresh: FreshFrames) -> Receipt:
    found = (
        connection.execute(
            select(delivery).where(delivery.c.delivery_id.startswith(delivery_id, autoescape=True))
        )
        .mappings()
        .all()
    )
    if len(found) != 1:
        raise LingtanError(
            f"登记库中没有（或不止一个）文件 {delivery_id}",
            f"The register knows no delivery {delivery_id}, or more than one",
        )
    (own,) = found
    last = (
        connection.execute(
            select(reading)
            .where(reading.c.delivery_id == own["delivery_id"])
            .order_by(reading.c.attempt.desc())
            .limit(1)
        )
        .mappings()
        .one()
    )

    def rows(name: str, schema: pl.Schema) -> pl.DataFrame:
        known = fresh.get(last["batch_id"])
        if known is None:
            return read_batch(places, last["batch_id"], name, schema)
        return known.get(name, schema.to_frame())

    findings = rows(FINDINGS, LAKE_FINDING_SCHEMA)
    texts = rows(RULE_TEXTS, RULE_TEXT_SCHEMA)
    explanations = explanations_of(rows(form_table(last["form"] or "", EXPLANATIONS), EXPLANATION_SCHEMA))
    words = in_words(findings, texts, explanations)
    loose_answers = unmatched(findings, explanations)
    parts = tuple(
        _part(row, words.get(row["submission_id"], ()), loose_answers.get(row["submission_id"], ()))
        for row in connection.execute(
            select(submission).where(submission.c.reading_id == last["reading_id"]).order_by(_insertion())
        ).mappings()
    )
    events = connection.execute(
        select(event.c.at, event.c.event_code, event.c.submission_id, event.c.detail)
        .where(event.c.delivery_id == own["delivery_id"])
        .order_by(event.c.event_id)
    ).mappings()
    loose = last["rows_context"]
    return Receipt(
        **{name: own[name] for name in ("delivery_id", "file_name", "byte_size", "sender", "received_at")},
        **{
            name: last[name]
            for name in (
                "outcome",
                "cause_rule_id",
                "batch_id",
                "form",
                "form_version",
                "layout_code",
                "file_format",
                "text_encoding",
            )
        },
        counts=sum((part.counts for part in parts), Counts(read=loose, context=loose)),
        parts=parts,
        findings=words.get(None, ()),
        events=tuple(dict(row) for row in events),
    )


def _insertion() -> Any:
    """Submissions in the order they were read: the order of their first events."""
    return (
        select(event.c.event_id)
        .where(event.c.submission_id == submission.c.submission_id)
        .order_by(event.c.event_id)
        .limit(1)
        .scalar_subquery()
    )


def _part(
    row: RowMapping, findings: tuple[Finding, ...], unmatched_explanations: tuple[Explanation, ...]
) -> Part:
    return Part(
        **{
            name: row[name]
            for name in (
                "submission_id",
                "form",
                "form_version",
                "reporting_unit_code",
                "period_code",
                "submission_kind_code",
                "version",
                "status",
            )
        },
        counts=Counts.of(row["status"], row["rows_used"], row["rows_refused"], row["rows_context"]),
        findings=findings,
        unmatched_explanations=() if row["status"] == "refused" else unmatched_explanations,
    )
