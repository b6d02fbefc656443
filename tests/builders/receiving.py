"""Receiving in tests: with the real rules, at a fixed moment, and looking at what it left."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
from sqlalchemy import select, text

from lingtan.intake.receipt import Counts, Receipt
from lingtan.intake.receive import receive
from lingtan.intake.register import open_register
from lingtan.intake.register_tables import event, submission
from lingtan.places import Places
from quality.catalogue import intake_rules

MOMENT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def receive_now(places: Places, paths: Sequence[Path] = (), *, again: bool = False) -> list[Receipt]:
    return receive(places, paths, intake_rules(), again=again, clock=lambda: MOMENT)


def statuses(places: Places) -> list[tuple[str, int]]:
    engine = open_register(places)
    with engine.connect() as connection:
        query = select(submission.c.status, submission.c.version).order_by(text("rowid"))
        rows = [(row.status, row.version) for row in connection.execute(query)]
    engine.dispose()
    return rows


def events(places: Places) -> list[str]:
    engine = open_register(places)
    with engine.connect() as connection:
        codes: list[str] = list(
            connection.execute(select(event.c.event_code).order_by(event.c.event_id)).scalars()
        )
    engine.dispose()
    return codes


def lake_table(places: Places, table: str) -> pl.DataFrame:
    return pl.read_parquet(places.lake / "*" / f"park_return__{table}.parquet")


def sums_up(counts: Counts) -> bool:
    values: dict[str, int] = asdict(counts)
    return values.pop("read") == sum(values.values())
