"""CSV renderings of the canonical tables, for programs that read nothing else."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lingtan.quiet_duckdb import connect
from lingtan.release.canonical import literal
from lingtan.release.tables import ReleasedTable

#: Rows that spreadsheet programs can open, head row included.
SHEET_ROW_LIMIT: Final = 1_048_576


def write_csv_files(data: Path, folder: Path, tables: Sequence[ReleasedTable]) -> tuple[str, ...]:
    """Write `<table>.csv`: UTF-8, comma, a head row, decimals in full, an empty field for null.

    A table that no spreadsheet program could open is left to Parquet and DuckDB.

    Args:
        data: folder of the canonical `<table>.parquet`; its row order is kept.
        folder: where the CSV files go.
        tables: what to render.

    Returns:
        Names of the tables that were left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    left_out = []
    with connect() as connection:
        for table in tables:
            source = f"read_parquet({literal(str(data / f'{table.name}.parquet'))})"
            counted = connection.execute(f"select count(*) from {source}").fetchone()
            if counted and counted[0] >= SHEET_ROW_LIMIT:
                left_out.append(table.name)
                continue
            target = literal(str(folder / f"{table.name}.csv"))
            connection.execute(f"copy (select * from {source}) to {target} (format csv, header)")
    return tuple(left_out)
