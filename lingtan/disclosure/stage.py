"""The stage of disclosure control: closed tables of the build in, protected cells and what that loses out."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from lingtan.disclosure.contributions import read_contributions
from lingtan.disclosure.losses import LOSSES_SCHEMA, losses
from lingtan.disclosure.protect import protect
from lingtan.disclosure.protected_cells import PROTECTED_CELLS_SCHEMA, protected_cells
from lingtan.disclosure.public_tables import PublicTables
from lingtan.disclosure.stated import Published

#: Reference year -> measure -> contributions.
ByYear = Mapping[int, Mapping[str, pl.DataFrame]]


def contributions_by_year(public: PublicTables, tables: Path, industries: Path, boundary_code: str) -> ByYear:
    """The contributions of owners to every measure, a year at a time.

    Args:
        public: everything published.
        tables: a folder of closed `<table>.parquet` (`contributions.TABLES`).
        industries: the reference list of industries.
        boundary_code: the boundary that the plan publishes.
    """
    found = {one.code: read_contributions(tables, industries, one, boundary_code) for one in public.measures}
    years = sorted({year for frame in found.values() for year in frame["reference_year"].unique()})
    return {
        year: {code: frame.filter(reference_year=year) for code, frame in found.items()} for year in years
    }


def write_public_cells(
    public: PublicTables,
    contributions: ByYear,
    earlier: Mapping[int, Sequence[Published]],
    stat_folder: Path,
) -> Path:
    """Protect every system of measures in every year, beside all that was published of it.

    Args:
        public: everything published.
        contributions: of the release.
        earlier: reference year -> what was published of it before, the oldest first.
        stat_folder: where the result goes.

    Returns:
        `stat_public_cells.parquet` with rows of `PROTECTED_CELLS_SCHEMA`, the same bytes for the same
        contributions; beside it stands `stat_public_losses.parquet` with rows of `LOSSES_SCHEMA`.
    """
    cells = [pl.DataFrame(schema=PROTECTED_CELLS_SCHEMA)]
    lost = [pl.DataFrame(schema=LOSSES_SCHEMA)]
    for year, of_year in contributions.items():
        # What rests on the same is protected in the same way: it tells nothing beside the new release.
        before = [one for one in earlier.get(year, ()) if not one.rests_on(of_year)]
        for measures in public.systems():
            if any(of_year[one.code].height for one in measures):
                protected = protect(public, measures, of_year, before)
                cells.append(protected_cells(year, protected))
                lost.append(losses(year, protected))
    key = ("reference_year", "measure_code")
    _write(pl.concat(lost).sort(key), stat_folder / "stat_public_losses.parquet")
    return _write(
        pl.concat(cells).sort(*key, "level_code", "cell_code"), stat_folder / "stat_public_cells.parquet"
    )


def _write(frame: pl.DataFrame, target: Path) -> Path:
    frame.rechunk().write_parquet(target, compression="zstd")
    return target
