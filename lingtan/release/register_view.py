"""The register as it was known on a day (DESIGN section 3, "as known on")."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import polars as pl
import sqlalchemy as sa

from lingtan.errors import LingtanError
from lingtan.intake.register import has_register, open_register
from lingtan.intake.register_tables import batch_file, delivery, event, reading, submission
from lingtan.places import Places

#: What an event makes of a submission; other events leave its status alone.
_STATUS_AFTER: Final = {
    "accepted": "current",
    "superseded": "superseded",
    "held": "held",
    "refused": "refused",
    "withdrawn": "withdrawn",
}

SUBMISSION_SCHEMA: Final = pl.Schema(
    {
        "submission_id": pl.String(),
        "reading_id": pl.String(),
        "batch_id": pl.String(),
        "delivery_id": pl.String(),
        "form": pl.String(),
        "form_version": pl.String(),
        "reporting_unit_code": pl.String(),
        "period_code": pl.String(),
        "version": pl.Int32(),
        "submission_kind_code": pl.String(),
        "sender": pl.String(),
        "file_name": pl.String(),
        "status": pl.String(),
        "rows_read": pl.Int64(),
        "rows_used": pl.Int64(),
        "rows_refused": pl.Int64(),
        "rows_context": pl.Int64(),
        "contract_sha256": pl.String(),
        "layout_code": pl.String(),
        "layout_sha256": pl.String(),
        "reader_version": pl.String(),
        "known_since": pl.String(),
    }
)
_EVENT_SCHEMA: Final = pl.Schema(
    {"submission_id": pl.String(), "event_code": pl.String(), "at": pl.String(), "event_id": pl.Int64()}
)
#: The lake's files as they were when their batch was committed.
BATCH_FILE_SCHEMA: Final = pl.Schema(
    {"batch_id": pl.String(), "table_name": pl.String(), "sha256": pl.String()}
)


@dataclass(frozen=True)
class RegisterView:
    """The register on the day asked for.

    Attributes:
        submissions: every submission known, with its status then (`SUBMISSION_SCHEMA`).
        batch_files: the lake files of every batch (`BATCH_FILE_SCHEMA`).
    """

    submissions: pl.DataFrame
    batch_files: pl.DataFrame


def _frame(connection: sa.Connection, query: sa.Select[Any], schema: pl.Schema) -> pl.DataFrame:
    rows = [{name: row[name] for name in schema} for row in connection.execute(query).mappings()]
    # Through text: SQLite gives times and numbers in the type the column was declared with.
    texts = [{name: None if value is None else str(value) for name, value in row.items()} for row in rows]
    return pl.DataFrame(texts, schema=dict.fromkeys(schema, pl.String())).cast(schema)


def _status_on(submissions: pl.DataFrame, events: pl.DataFrame, day: str) -> pl.DataFrame:
    """Status after the last event on or before the day; without one, the status of today."""
    last = (
        events.filter(pl.col("event_code").is_in(list(_STATUS_AFTER)), pl.col("at").str.slice(0, 10) <= day)
        .sort("at", "event_id")
        .group_by("submission_id", maintain_order=True)
        .last()
        .select("submission_id", status_then=pl.col("event_code").replace_strict(_STATUS_AFTER))
    )
    return (
        submissions.filter(pl.col("known_since").str.slice(0, 10) <= day)
        .join(last, on="submission_id", how="left")
        .with_columns(status=pl.coalesce("status_then", "status"))
        .drop("status_then")
    )


def read_register(places: Places, as_known_on: date | None = None) -> RegisterView:
    """Read every submission with its delivery and reading.

    Args:
        places: the register.
        as_known_on: the last day (UTC, as the register's times) whose readings and events count; None:
            everything known now.

    Raises:
        LingtanError: nothing was ever taken in.
    """
    if not has_register(places):
        raise LingtanError(
            "尚未接收任何报送；请先运行 receive。", "Nothing has been received yet; run receive first."
        )
    engine = open_register(places)
    try:
        of_reading = [
            reading.c[name] for name in SUBMISSION_SCHEMA if name in reading.c and name != "rows_context"
        ]
        of_submission = [column for column in submission.c if column.name in SUBMISSION_SCHEMA]
        taken = {column.name for column in of_submission}
        of_reading = [column for column in of_reading if column.name not in taken]
        with engine.connect() as connection:
            submissions = _frame(
                connection,
                sa.select(
                    *of_submission, *of_reading, delivery.c.file_name, reading.c.read_at.label("known_since")
                )
                .join(reading, submission.c.reading_id == reading.c.reading_id)
                .join(delivery, reading.c.delivery_id == delivery.c.delivery_id),
                SUBMISSION_SCHEMA,
            )
            events = _frame(connection, sa.select(event), _EVENT_SCHEMA)
            files = _frame(connection, sa.select(batch_file), BATCH_FILE_SCHEMA)
    finally:
        engine.dispose()
    if as_known_on is not None:
        submissions = _status_on(submissions, events, as_known_on.isoformat())
    return RegisterView(submissions.sort("submission_id"), files)
