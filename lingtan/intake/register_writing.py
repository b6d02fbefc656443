"""Writing a receive call into the register: one transaction, the commit point."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from lingtan.intake.drafts import Drafts
from lingtan.intake.outcome import NOTHING, Judged, Key, Standing, decide, key_of
from lingtan.intake.reading import READER_VERSION, contract_sha256
from lingtan.intake.register_tables import batch_file, delivery, event, reading, submission


@dataclass(frozen=True)
class Arrival:
    """A delivery whose bytes are in the archive."""

    delivery_id: str
    file_name: str
    byte_size: int
    sender: str
    archive_path: str


@dataclass(frozen=True)
class ReadingResult:
    """A delivery read and judged: what the register learns of it."""

    arrival: Arrival
    attempt: int
    batch_id: str
    drafts: Drafts | None
    judged: Sequence[Judged]
    cause_rule_id: str | None
    files: Mapping[str, str]

    @property
    def outcome(self) -> str:
        """A delivery is accepted when anything of it is taken in, held ones included."""
        return "accepted" if any(item.refused_by is None for item in self.judged) else "refused"


def write_results(connection: Connection, results: Sequence[ReadingResult], now: datetime) -> set[str]:
    """Write the results in their order.

    Returns:
        The deliveries outside of `results` whose submissions changed their status: their receipts change.
    """
    at = now.isoformat(timespec="seconds")
    touched: set[str] = set()
    for result in results:
        if result.attempt == 1:
            connection.execute(insert(delivery).values(received_at=at, **vars(result.arrival)))
        _note(connection, result.arrival.delivery_id, "received" if result.attempt == 1 else "read_again", at)
        reading_id = _write_reading(connection, result, at)
        for item in result.judged:
            touched |= _write_submission(connection, result, reading_id, item, at)
    return touched - {result.arrival.delivery_id for result in results}


def note_recognised(connection: Connection, arrivals: Sequence[Arrival], now: datetime) -> None:
    """The same bytes came again: an event, and nothing else changes."""
    at = now.isoformat(timespec="seconds")
    for arrival in arrivals:
        detail = "; ".join(part for part in (arrival.sender, arrival.file_name) if part)
        _note(connection, arrival.delivery_id, "recognised", at, detail=detail)


def last_attempts(connection: Connection) -> dict[str, tuple[int, str]]:
    """Delivery -> number and outcome of its last reading."""
    query = select(reading.c.delivery_id, reading.c.attempt, reading.c.outcome).order_by(reading.c.attempt)
    return {
        row["delivery_id"]: (row["attempt"], row["outcome"]) for row in connection.execute(query).mappings()
    }


def _write_reading(connection: Connection, result: ReadingResult, at: str) -> str:
    drafts = result.drafts
    reading_id = f"R-{result.arrival.delivery_id[:16]}-{result.attempt}"
    connection.execute(
        insert(reading).values(
            reading_id=reading_id,
            delivery_id=result.arrival.delivery_id,
            attempt=result.attempt,
            batch_id=result.batch_id,
            form=drafts.contract.form if drafts else None,
            form_version=drafts.contract.version if drafts else None,
            contract_sha256=contract_sha256(drafts.contract) if drafts else None,
            layout_code=drafts.layout.layout if drafts and drafts.layout else None,
            layout_sha256=drafts.layout.sha256 if drafts and drafts.layout else None,
            reader_version=READER_VERSION,
            outcome=result.outcome,
            cause_rule_id=result.cause_rule_id,
            rows_context=drafts.context_rows if drafts else 0,
            read_at=at,
            file_format=drafts.file_format if drafts else None,
            text_encoding=drafts.text_encoding if drafts else None,
        )
    )
    if result.files:
        connection.execute(
            insert(batch_file),
            [
                {"batch_id": result.batch_id, "table_name": name, "sha256": sha256}
                for name, sha256 in sorted(result.files.items())
            ],
        )
    return reading_id


def _write_submission(
    connection: Connection, result: ReadingResult, reading_id: str, judged: Judged, at: str
) -> set[str]:
    """Insert a submission, move the one it replaces; returns the deliveries of replaced ones."""
    item = judged.submission
    decision = decide(judged, _standing(connection, key_of(item)))
    is_counted = decision.status in ("current", "withdrawn")
    values = {
        "reading_id": reading_id,
        "batch_id": result.batch_id,
        "form": item.form,
        "form_version": item.form_version,
        "reporting_unit_code": item.reporting_unit_code,
        "period_code": item.period_code,
        "version": decision.version,
        "submission_kind_code": item.submission_kind_code,
        "sender": item.sender,
        "status": decision.status,
        "rows_read": judged.rows_read,
        "rows_used": judged.rows_used,
        "rows_refused": judged.rows_refused,
        "rows_context": judged.rows_context,
        "accepted_at": at if is_counted else None,
    }
    # Read again in the same way, a refused submission keeps its id.
    again = connection.execute(
        update(submission).where(submission.c.submission_id == item.submission_id).values(**values)
    )
    if again.rowcount == 0:
        connection.execute(insert(submission).values(submission_id=item.submission_id, **values))
    code = "accepted" if decision.status == "current" else decision.status
    _note(connection, item.delivery_id, code, at, item.submission_id, judged.refused_by)
    if decision.replaced_id is None:
        return set()
    connection.execute(
        update(submission)
        .where(submission.c.submission_id == decision.replaced_id)
        .values(status=decision.replaced_status)
    )
    owner: str = connection.execute(
        select(reading.c.delivery_id)
        .join(submission, submission.c.reading_id == reading.c.reading_id)
        .where(submission.c.submission_id == decision.replaced_id)
    ).scalar_one()
    _note(connection, owner, str(decision.replaced_status), at, decision.replaced_id, item.submission_id)
    return {owner}


def _standing(connection: Connection, key: Key) -> Standing:
    form, unit, period = key
    of_key = (
        submission.c.form == form,
        submission.c.reporting_unit_code == unit,
        submission.c.period_code == period,
    )
    highest = connection.execute(select(func.max(submission.c.version)).where(*of_key)).scalar()
    if highest is None:
        return NOTHING
    current = connection.execute(
        select(submission.c.submission_id, submission.c.sender).where(
            *of_key, submission.c.status == "current"
        )
    ).one_or_none()
    return Standing(None, highest) if current is None else Standing(current[0], highest, current[1])


def _note(
    connection: Connection,
    delivery_id: str,
    code: str,
    at: str,
    submission_id: str | None = None,
    detail: str | None = None,
) -> None:
    connection.execute(
        insert(event).values(
            delivery_id=delivery_id, submission_id=submission_id, event_code=code, at=at, detail=detail
        )
    )
