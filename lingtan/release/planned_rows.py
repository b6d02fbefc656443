"""The plan's rows of the lake, one file a table, with the hash of the file each row came from (L13)."""

import shutil
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.intake.lake import EMPTY

#: The one batch of a build's own lake.
PLANNED: Final = "planned"


def _sources(submissions: pl.DataFrame, lake: Path) -> dict[str, list[Path]]:
    """Lake files of the planned batches that hold rows of a delivery; findings stand in the plan already."""
    sources: dict[str, list[Path]] = {}
    for batch_id in submissions["batch_id"].unique().sort():
        for path in sorted((lake / batch_id).glob("*.parquet")):
            if "__" in path.stem or path.stem == "unmapped":
                sources.setdefault(path.stem, []).append(path)
    return sources


def write_planned_rows(submissions: Path, lake: Path, folder: Path) -> tuple[str, ...]:
    """Write every lake row of the planned submissions: one file a form table, all batches together.

    Args:
        submissions: plan/submissions.parquet.
        lake: the lake, one folder a batch.
        folder: where `<form>__<table>.parquet` goes: the lake's columns after delivery_id (the SHA-256 of the
            file the row came from), sorted by submission and place in the file.

    Returns:
        The tables written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    planned = pl.read_parquet(submissions, columns=["delivery_id", "submission_id", "batch_id"])
    delivered = planned.lazy().select("delivery_id", "submission_id")
    sources = _sources(planned, lake)
    for name, paths in sorted(sources.items()):
        place = ("row_number", "sheet", "source_row") if name != "unmapped" else ("sheet", "source_row")
        # Polars opens hundreds of small files at a fifth of the engine's cost.
        rows = pl.concat([pl.scan_parquet(path) for path in paths], how="diagonal_relaxed")
        rows = rows.join(delivered, on="submission_id").sort("submission_id", *place)
        rows = rows.select("delivery_id", pl.exclude("delivery_id"))
        rows.collect().write_parquet(folder / f"{name}.parquet")
    return tuple(sorted(sources))


def gather_planned_rows(submissions: Path, lake: Path, folder: Path) -> None:
    """Lay the planned rows out as a lake of one batch, so that a build opens thousands of files only once.

    Args:
        submissions: plan/submissions.parquet.
        lake: the lake, one folder a batch; its files are the plan's own, by hash.
        folder: the lake of the build; what an earlier attempt left there is replaced. Tables of which nobody
            sent a row have their empty file, as in the lake itself.
    """
    shutil.rmtree(folder, ignore_errors=True)
    write_planned_rows(submissions, lake, folder / PLANNED)
    if (lake / EMPTY).is_dir():
        shutil.copytree(lake / EMPTY, folder / EMPTY, copy_function=shutil.copyfile)
