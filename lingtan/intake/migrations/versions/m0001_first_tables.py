"""The first tables: delivery, reading, batch_file, submission, event."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables as they stood then; the definitions of today live in `register_tables`."""
    op.create_table(
        "delivery",
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("byte_size", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("archive_path", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("delivery_id", name="pk_delivery"),
    )
    op.create_table(
        "reading",
        sa.Column("reading_id", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("form", sa.String()),
        sa.Column("form_version", sa.String()),
        sa.Column("contract_sha256", sa.String()),
        sa.Column("layout_code", sa.String()),
        sa.Column("layout_sha256", sa.String()),
        sa.Column("reader_version", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("cause_rule_id", sa.String()),
        sa.Column("rows_context", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("reading_id", name="pk_reading"),
        sa.UniqueConstraint("batch_id", name="uq_reading_batch_id"),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.delivery_id"], name="fk_reading_delivery_id"),
    )
    op.create_index("ix_reading_delivery_id", "reading", ["delivery_id"])
    op.create_table(
        "batch_file",
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "table_name", name="pk_batch_file"),
        sa.ForeignKeyConstraint(["batch_id"], ["reading.batch_id"], name="fk_batch_file_batch_id"),
    )
    op.create_table(
        "submission",
        sa.Column("submission_id", sa.String(), nullable=False),
        sa.Column("reading_id", sa.String(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("form_version", sa.String(), nullable=False),
        sa.Column("reporting_unit_code", sa.String(), nullable=False),
        sa.Column("period_code", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("submission_kind_code", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_used", sa.Integer(), nullable=False),
        sa.Column("rows_refused", sa.Integer(), nullable=False),
        sa.Column("rows_context", sa.Integer(), nullable=False),
        sa.Column("accepted_at", sa.String()),
        sa.PrimaryKeyConstraint("submission_id", name="pk_submission"),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.reading_id"], name="fk_submission_reading_id"),
    )
    op.create_index("ix_submission_reading_id", "submission", ["reading_id"])
    op.create_index("ix_submission_key", "submission", ["form", "reporting_unit_code", "period_code"])
    op.create_table(
        "event",
        sa.Column("event_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("submission_id", sa.String()),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.Column("event_code", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("detail", sa.String()),
        sa.PrimaryKeyConstraint("event_id", name="pk_event"),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.submission_id"], name="fk_event_submission_id"
        ),
        sa.ForeignKeyConstraint(["delivery_id"], ["delivery.delivery_id"], name="fk_event_delivery_id"),
    )
    op.create_index("ix_event_delivery_id", "event", ["delivery_id"])


def downgrade() -> None:
    """There is nothing before the first tables: a register is never thrown away by a migration (L2)."""
    raise NotImplementedError("the register is not removed")
