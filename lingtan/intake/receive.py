"""Taking deliveries in: archive, read, judge, lake, register, receipts."""

import fcntl
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl
from sqlalchemy import Connection, Engine, select

from lingtan.errors import LingtanError
from lingtan.intake.archive import archive_bytes, archive_file, read_archived
from lingtan.intake.check import read_or_problem
from lingtan.intake.deliveries import (
    OnUnreadable,
    UnreadableError,
    Waiting,
    plain_name,
    take_out,
    waiting_files,
)
from lingtan.intake.judgement import IntakeRule
from lingtan.intake.lake import sweep, write_batch, write_empty_tables
from lingtan.intake.layout import load_layouts
from lingtan.intake.pipeline import Opened, Verdict, judge_all
from lingtan.intake.receipt import Receipt
from lingtan.intake.receipt_rendering import (
    FreshFrames,
    frames_of_a_receipt,
    missing_receipts,
    write_receipt,
)
from lingtan.intake.register import open_register
from lingtan.intake.register_tables import delivery, reading
from lingtan.intake.register_writing import (
    Arrival,
    ReadingResult,
    last_attempts,
    note_recognised,
    write_results,
)
from lingtan.places import Places, checkout

#: (files done, files in all, name of the file).
Progress = Callable[[int, int, str], None]

# Writing small files waits for the disk; each thread has its own files, so the outcome is the same.
_WRITERS: Final = 4

#: Files judged and committed together: rules run over many submissions at once, memory stays bounded.
AT_ONCE: Final = 1000


def _now() -> datetime:
    return datetime.now(UTC)


def _stop(error: LingtanError) -> None:
    raise error


def receive(
    places: Places,
    paths: Sequence[Path],
    rules: Sequence[IntakeRule],
    *,
    again: bool = False,
    sender: str | None = None,
    clock: Callable[[], datetime] = _now,
    progress: Progress | None = None,
    on_unreadable: OnUnreadable = _stop,
) -> list[Receipt]:
    """Take in files; the register's transaction is the commit point of the call (of each `AT_ONCE` files).

    Before it nothing counts: a broken run leaves bytes in the archive and folders the next run removes. After
    it the next run finishes what is missing: receipts, and files that have to leave the inbox.

    Args:
        places: the data folders.
        paths: files and folders; none: the inbox. A file outside the inbox is copied, never moved.
        rules: what judges the submissions.
        again: read refused deliveries again; without paths all of them.
        sender: who sent these files; by default the inbox sub-folder.
        clock: the time that is registered.
        progress: told after each file that was read.
        on_unreadable: told about each file or folder that cannot be read, which stays where it is; by default
            the first one stops the call.

    Returns:
        One receipt a file, in the order of the files, then those of deliveries read again.

    Raises:
        LingtanError: a path is missing, a layout is wrong, or another run is taking in at the moment.
    """
    layouts = load_layouts([checkout() / "raw" / "layouts", places.office_layouts])
    found_files = waiting_files(places, paths, sender, on_unreadable)
    with _alone(places):
        engine = open_register(places)
        try:
            with engine.connect() as connection:
                attempts = last_attempts(connection)
                sweep(places, set(connection.execute(select(reading.c.batch_id)).scalars()))
            write_empty_tables(places)
            waiting, arrivals = _arrive_all(places, found_files, on_unreadable)
            todo, recognised = _sort(arrivals, attempts, again=again)
            if again and not paths:
                todo |= _refused(engine, attempts, set(todo))
            touched: set[str] = set()
            fresh: dict[str, dict[str, pl.DataFrame]] = {}
            done = 0
            for portion in _portions(list(todo.values())):
                opened: list[Opened] = []
                for arrival in portion:
                    content = read_archived(places, arrival.archive_path)
                    attempt = attempts.get(arrival.delivery_id, (0, ""))[0] + 1
                    found = read_or_problem(content, arrival.file_name, layouts)
                    opened.append(Opened(arrival, attempt, found))
                    done += 1
                    if progress is not None:
                        progress(done, len(todo), arrival.file_name)
                verdicts = judge_all(opened, rules)
                fresh |= {one.opened.batch_id: frames_of_a_receipt(one.frames) for one in verdicts}
                results = _store_all(places, verdicts)
                with engine.begin() as connection:
                    touched |= write_results(connection, results, clock())
                    if done == len(todo):
                        note_recognised(connection, recognised, clock())
            with engine.connect() as connection:
                return _finish(places, connection, waiting, arrivals, todo, touched, fresh)
        finally:
            engine.dispose()


def _portions(arrivals: Sequence[Arrival]) -> list[Sequence[Arrival]]:
    """The files in portions; one empty portion where there are none, since recognised ones are noted too."""
    return [arrivals[start : start + AT_ONCE] for start in range(0, max(len(arrivals), 1), AT_ONCE)]


def _arrive_all(
    places: Places, found: Sequence[Waiting], on_unreadable: OnUnreadable
) -> tuple[list[Waiting], list[Arrival]]:
    """The files whose bytes are in the archive now."""
    waiting, arrivals = [], []
    with ThreadPoolExecutor(_WRITERS) as pool:
        for item, arrived in zip(found, pool.map(partial(_arrive, places), found), strict=True):
            if isinstance(arrived, UnreadableError):
                on_unreadable(arrived)
                continue
            waiting.append(item)
            arrivals.append(arrived)
    return waiting, arrivals


def _arrive(places: Places, waiting: Waiting) -> Arrival | UnreadableError:
    try:
        sha256, size, path = archive_file(places, waiting.path)
    except UnreadableError as error:
        return error
    return Arrival(
        delivery_id=sha256,
        file_name=plain_name(waiting.path.name),
        byte_size=size,
        sender=waiting.sender,
        archive_path=path.relative_to(places.raw).as_posix(),
    )


def _sort(
    arrivals: Sequence[Arrival], attempts: dict[str, tuple[int, str]], *, again: bool
) -> tuple[dict[str, Arrival], list[Arrival]]:
    """What has to be read, by delivery, and what was received before (or twice in this call)."""
    todo: dict[str, Arrival] = {}
    recognised = []
    for arrival in arrivals:
        _, outcome = attempts.get(arrival.delivery_id, (0, None))
        is_new = outcome is None or (again and outcome == "refused")
        if is_new and arrival.delivery_id not in todo:
            todo[arrival.delivery_id] = arrival
        else:
            recognised.append(arrival)
    return todo, recognised


def _refused(engine: Engine, attempts: dict[str, tuple[int, str]], without: set[str]) -> dict[str, Arrival]:
    """All refused deliveries, from the archive."""
    with engine.connect() as connection:
        rows = connection.execute(
            select(delivery).order_by(delivery.c.received_at, delivery.c.delivery_id)
        ).mappings()
        return {
            row["delivery_id"]: Arrival(**{name: row[name] for name in Arrival.__dataclass_fields__})
            for row in rows
            if attempts[row["delivery_id"]][1] == "refused" and row["delivery_id"] not in without
        }


def _store_all(places: Places, verdicts: Sequence[Verdict]) -> list[ReadingResult]:
    """Write the batches into the lake, and what they were read with into the archive; in their order."""
    read_with = {
        drafts.contract.path: drafts.contract.path.read_bytes()
        for verdict in verdicts
        if (drafts := verdict.opened.drafts) is not None
    }
    layouts = {
        drafts.layout.sha256: drafts.layout.content
        for verdict in verdicts
        if (drafts := verdict.opened.drafts) is not None and drafts.layout is not None
    }
    for content in [*read_with.values(), *layouts.values()]:
        archive_bytes(places, content, ".yaml")
    with ThreadPoolExecutor(_WRITERS) as pool:
        return list(pool.map(partial(_store, places), verdicts))


def _store(places: Places, verdict: Verdict) -> ReadingResult:
    opened = verdict.opened
    files = write_batch(places, opened.batch_id, verdict.frames)
    return ReadingResult(
        arrival=opened.arrival,
        attempt=opened.attempt,
        batch_id=opened.batch_id,
        drafts=opened.drafts,
        judged=verdict.judged,
        cause_rule_id=verdict.cause_rule_id,
        files=files,
    )


def _finish(
    places: Places,
    connection: Connection,
    waiting: Sequence[Waiting],
    arrivals: Sequence[Arrival],
    todo: dict[str, Arrival],
    touched: set[str],
    fresh: FreshFrames,
) -> list[Receipt]:
    """What follows the commit; each step is done by the next run where this one is stopped."""
    ids = [arrival.delivery_id for arrival in arrivals]
    rendered: dict[str, Receipt] = {}
    for delivery_id in dict.fromkeys([*ids, *todo, *sorted(touched), *missing_receipts(places, connection)]):
        rendered[delivery_id] = write_receipt(places, connection, delivery_id, fresh)
    for item in waiting:
        take_out(item)
    receipts = []
    seen: set[str] = set()
    for delivery_id in [*ids, *(name for name in todo if name not in set(ids))]:
        is_recognised = delivery_id not in todo or delivery_id in seen
        seen.add(delivery_id)
        receipts.append(_as_recognised(rendered[delivery_id], is_recognised=is_recognised))
    return receipts


def _as_recognised(receipt: Receipt, *, is_recognised: bool) -> Receipt:
    return Receipt(**{**vars(receipt), "is_recognised": is_recognised})


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    """One run at a time: two would sweep each other's work. The lock ends with the process."""
    places.lake.mkdir(parents=True, exist_ok=True)
    with (places.lake / ".receive.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LingtanError(
                "另一进程正在接收，请稍后再试", "Another run is receiving; try again later"
            ) from error
        yield
