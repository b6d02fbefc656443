"""The tables of the register: what was taken in, how it was read, which version counts, what happened."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

delivery: Final = Table(
    "delivery",
    metadata,
    Column("delivery_id", String, primary_key=True, comment="SHA-256 of the bytes"),
    Column("file_name", String, nullable=False),
    Column("byte_size", Integer, nullable=False),
    Column("sender", String, nullable=False),
    Column("received_at", String, nullable=False, comment="ISO 8601, UTC"),
    Column("archive_path", String, nullable=False, comment="relative to the raw folder"),
)

reading: Final = Table(
    "reading",
    metadata,
    Column("reading_id", String, primary_key=True),
    Column("delivery_id", ForeignKey("delivery.delivery_id"), nullable=False, index=True),
    Column("attempt", Integer, nullable=False, comment="1, then one more each time it is read again"),
    Column("batch_id", String, nullable=False, unique=True),
    Column("form", String),
    Column("form_version", String),
    Column("contract_sha256", String),
    Column("layout_code", String),
    Column("layout_sha256", String),
    Column("reader_version", String, nullable=False),
    Column("outcome", String, nullable=False, comment="accepted or refused"),
    Column("cause_rule_id", String, comment="the first rule that refused it"),
    Column(
        "rows_context", Integer, nullable=False, comment="rows of no submission, such as a sheet of notes"
    ),
    Column("read_at", String, nullable=False),
    Column("file_format", String, comment="null where it could not be read as a form"),
    Column("text_encoding", String, comment="of CSV files; of each where they differ"),
)

batch_file: Final = Table(
    "batch_file",
    metadata,
    Column("batch_id", ForeignKey("reading.batch_id"), primary_key=True),
    Column("table_name", String, primary_key=True, comment="file stem in the batch's folder"),
    Column("sha256", String, nullable=False),
)

submission: Final = Table(
    "submission",
    metadata,
    Column("submission_id", String, primary_key=True),
    Column("reading_id", ForeignKey("reading.reading_id"), nullable=False, index=True),
    Column("batch_id", String, nullable=False),
    Column("form", String, nullable=False),
    Column("form_version", String, nullable=False),
    Column("reporting_unit_code", String, nullable=False),
    Column("period_code", String, nullable=False),
    Column("version", Integer, nullable=False, comment="1, 2, ... of its key; 0: never counted"),
    Column("submission_kind_code", String, nullable=False),
    Column("sender", String, nullable=False),
    Column("status", String, nullable=False, comment="current, superseded, held, refused or withdrawn"),
    Column("rows_read", Integer, nullable=False),
    Column("rows_used", Integer, nullable=False),
    Column("rows_refused", Integer, nullable=False),
    Column("rows_context", Integer, nullable=False),
    Column("accepted_at", String, comment="null where it was held or refused"),
    Index("ix_submission_key", "form", "reporting_unit_code", "period_code"),
)

event: Final = Table(
    "event",
    metadata,
    Column("event_id", Integer, primary_key=True, autoincrement=True),
    Column("submission_id", ForeignKey("submission.submission_id")),
    Column("delivery_id", ForeignKey("delivery.delivery_id"), nullable=False, index=True),
    Column(
        "event_code",
        String,
        nullable=False,
        comment="received, recognised, read_again, accepted, held, refused, superseded, withdrawn",
    ),
    Column("at", String, nullable=False),
    Column("detail", String),
)
