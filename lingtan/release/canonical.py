"""The canonical form of the released tables: Parquet sorted by key, the same bytes for the same rows (L4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from lingtan.errors import LingtanError
from lingtan.quiet_duckdb import connect
from lingtan.release.hashing import file_sha256
from lingtan.release.tables import RELEASED_TABLES, ReleasedTable

#: Rows a row group holds; fixed, because it decides the bytes.
_ROW_GROUP_SIZE: Final = 122_880
#: Parquet has no integer of this size: DuckDB would write a DOUBLE in its place (L3).
_NOT_STORABLE: Final = frozenset({"HUGEINT", "UHUGEINT", "VARINT", "BIGNUM"})


@dataclass(frozen=True)
class CanonicalFile:
    """One canonical table as written."""

    table: ReleasedTable
    path: Path
    row_count: int
    sha256: str


def quoted(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """An SQL string."""
    return "'" + text.replace("'", "''") + "'"


def _columns(connection: duckdb.DuckDBPyConnection, table: ReleasedTable) -> dict[str, str]:
    rows = connection.execute(
        "select column_name, data_type from duckdb_columns() where table_name = ? and not internal"
        " and database_name = current_database() order by column_index",
        [table.name],
    ).fetchall()
    columns = {str(name): str(data_type) for name, data_type in rows}
    if not columns:
        raise LingtanError(
            f"构建库中缺少应发布的表 {table.name}；请重新运行 build。",
            f"The build database lacks the released table {table.name}; run the build again.",
        )
    absent = [name for name in table.key if name not in columns]
    wide = [name for name, data_type in columns.items() if data_type in _NOT_STORABLE]
    if absent or wide:
        raise LingtanError(
            f"表 {table.name} 不能按规范格式写出：缺少主键列 {absent}，类型无法精确保存的列 {wide}。",
            f"Table {table.name} has no canonical form: missing key columns {absent}, "
            f"columns of a type that Parquet cannot hold exactly {wide}.",
        )
    return columns


def write_canonical(
    database: Path, folder: Path, tables: Sequence[ReleasedTable] = RELEASED_TABLES
) -> tuple[CanonicalFile, ...]:
    """Write released tables from a closed build database.

    Args:
        database: the DuckDB file of the build; nobody writes it any more.
        folder: where `<table>.parquet` goes; older canonical files there are removed first.
        tables: which tables, sorted by which key.

    Returns:
        One entry a table, in the order given.

    Raises:
        LingtanError: a table or key column is missing, or a column cannot be held exactly.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.parquet"):
        old.unlink()
    written = []
    with connect(str(database), read_only=True) as connection:
        for table in tables:
            names = ", ".join(quoted(name) for name in _columns(connection, table))
            order = ", ".join(f"{quoted(name)} asc nulls last" for name in table.key)
            path = folder / f"{table.name}.parquet"
            counted = connection.execute(
                f"copy (select {names} from {quoted(table.name)} order by {order}) to {literal(str(path))}"
                f" (format parquet, compression zstd, row_group_size {_ROW_GROUP_SIZE})"
            ).fetchone()
            row_count = int(counted[0]) if counted else 0
            written.append(CanonicalFile(table, path, row_count, file_sha256(path)))
    return tuple(written)
