"""The lake: one folder a batch, written aside and renamed, with every row of a known form as Parquet."""

import hashlib
import io
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.batch import lake_schema
from lingtan.contracts.load import load_contracts
from lingtan.intake.drafts import UNMAPPED_SCHEMA
from lingtan.intake.judgement import JUDGED_SCHEMA
from lingtan.places import Places

FINDINGS: Final = "findings"
UNMAPPED: Final = "unmapped"
RULE_TEXTS: Final = "rule_texts"
EMPTY: Final = "_empty"

#: Findings as they lie in the lake.
LAKE_FINDING_SCHEMA: Final = pl.Schema({**JUDGED_SCHEMA, "batch_id": pl.String(), "finding_id": pl.String()})
#: The words of the rules that found something, as of the day they judged.
RULE_TEXT_SCHEMA: Final = pl.Schema(
    dict.fromkeys(
        (
            "rule_id",
            "rule_version",
            "title_zh",
            "title_en",
            "message_zh",
            "message_en",
            "action_zh",
            "action_en",
        ),
        pl.String(),
    )
)


def form_table(form: str, table: str) -> str:
    """The file of a form table, without suffix."""
    return f"{form}__{table}"


def write_batch(places: Places, batch_id: str, frames: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Write a batch folder at once: a reader sees all of it or nothing.

    Args:
        places: the data folders.
        batch_id: the folder's name; a folder of that name is a left-over without a register entry.
        frames: file stem -> rows; a frame without rows is not written.

    Returns:
        File stem -> SHA-256 of the file.
    """
    staging = staging_folder(places) / batch_id
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    hashes: dict[str, str] = {}
    for name, frame in frames.items():
        if frame.is_empty():
            continue
        hashes[name] = _write_sealed(frame, staging / f"{name}.parquet")
    target = places.lake / batch_id
    places.lake.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    staging.rename(target)
    return hashes


def read_batch(places: Places, batch_id: str, name: str, schema: pl.Schema) -> pl.DataFrame:
    """A file of a batch; no rows where there is none, nulls in columns it does not have yet."""
    path = places.lake / batch_id / f"{name}.parquet"
    if not path.exists():
        return schema.to_frame()
    return pl.read_parquet(path).match_to_schema(schema, missing_columns="insert", extra_columns="ignore")


def write_empty_tables(places: Places) -> None:
    """An empty typed file for every table, so that a query over all batches finds at least one file."""
    schemas: dict[str, pl.Schema] = {FINDINGS: LAKE_FINDING_SCHEMA, UNMAPPED: UNMAPPED_SCHEMA}
    for contract in load_contracts():
        for table in contract.tables:
            schemas[form_table(contract.form, table.name)] = lake_schema(table)
    folder = places.lake / EMPTY
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        path = folder / f"{name}.parquet"
        if not path.exists() or pl.read_parquet_schema(path) != schema:
            aside = folder / f".{name}.new"
            schema.to_frame().write_parquet(aside, compression="zstd")
            aside.replace(path)


def sweep(places: Places, known: set[str]) -> None:
    """Remove what a broken run left: staging folders, and batches the register does not know (L2)."""
    shutil.rmtree(staging_folder(places), ignore_errors=True)
    for folder in places.lake.glob("B-*"):
        if folder.name not in known:
            shutil.rmtree(folder, ignore_errors=True)
    for left in places.archive.glob(".arriving-*"):
        left.unlink(missing_ok=True)


def staging_folder(places: Places) -> Path:
    """One level deeper than a batch: a pattern over the batches must not see half of one."""
    return places.lake / ".staging"


def _write_sealed(frame: pl.DataFrame, path: Path) -> str:
    """Write a file and flush it to disk before the register speaks of it; returns its SHA-256."""
    # In memory first: the bytes are hashed too. A batch is a few rows; statistics for skipping some of them
    # would only make it larger.
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=False)
    content = buffer.getbuffer()
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return hashlib.sha256(content).hexdigest()
