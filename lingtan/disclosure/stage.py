"""The stage of disclosure control: closed tables of the build in, `stat_public_cells.parquet` out."""

from pathlib import Path

import polars as pl

from lingtan.disclosure.contributions import read_contributions
from lingtan.disclosure.protect import protect
from lingtan.disclosure.protected_cells import PROTECTED_CELLS_SCHEMA, protected_cells
from lingtan.disclosure.public_tables import PublicTables


def write_public_cells(
    public: PublicTables, tables: Path, industries: Path, boundary_code: str, stat_folder: Path
) -> Path:
    """Protect every measure of every year.

    Args:
        public: everything published.
        tables: a folder of closed `<table>.parquet` (`contributions.TABLES`).
        industries: the reference list of industries.
        boundary_code: the boundary that the plan publishes.
        stat_folder: where the result goes.

    Returns:
        The file written: rows of `PROTECTED_CELLS_SCHEMA`, the same bytes for the same tables.
    """
    found = [pl.DataFrame(schema=PROTECTED_CELLS_SCHEMA)]
    for measure in public.measures:
        contributions = read_contributions(tables, industries, measure, boundary_code)
        for (year,), of_year in sorted(contributions.partition_by("reference_year", as_dict=True).items()):
            found.append(protected_cells(measure, int(str(year)), protect(public, measure, of_year)))
    target = stat_folder / "stat_public_cells.parquet"
    key = ("reference_year", "measure_code", "level_code", "cell_code")
    pl.concat(found).sort(key).rechunk().write_parquet(target, compression="zstd")
    return target
