"""Which released cell a reader asks about."""

from collections.abc import Mapping, Sequence

import duckdb

from lingtan.errors import LingtanError
from lingtan.release.canonical import quoted
from lingtan.release.explain.declared import ROW, declarations
from lingtan.release.explain.files import ReleaseFiles
from lingtan.release.explain.public_cells import (
    PUBLISHED,
    key_columns,
    of_protected_cells,
    public_table_named,
)
from lingtan.release.tables import FACTS, MARTS, PROTECTION, key_of

#: Rows of which the values of the open key columns are shown.
_SHOWN = 5


def _listed(names: Sequence[str]) -> str:
    return "、".join(names)


def explainable() -> dict[str, tuple[str, ...]]:
    """The tables whose figures can be explained, with these columns."""
    declared = declarations()
    return {
        table.name: tuple(column for column in declared[table.name].columns if column != ROW)
        for table in (*MARTS, *PROTECTION, *FACTS)
        if table.name in declared
    }


def parse_key(texts: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE texts as a mapping.

    Raises:
        LingtanError: one of them has no equals sign, or a key stands twice.
    """
    key: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name or name in key:
            raise LingtanError(
                f"“{text}”不是 列=值，或该列给了两次；例如 reference_year=2025。",
                f"“{text}” is not COLUMN=VALUE, or the column stands twice; for example reference_year=2025.",
            )
        key[name] = value
    return key


def find_cell(files: ReleaseFiles, table: str, column: str, key: Mapping[str, str]) -> tuple[str, str, int]:
    """The one cell of a table and column with such a key.

    A figure of a public table is that of the protected cell behind it.

    Args:
        files: the release.
        table: a mart, fact, the protected cells, or a public table.
        column: a measure of it.
        key: values of key columns as text; as many as tell the row apart.

    Raises:
        LingtanError: there is no such table, column or key column, or not exactly one such row.
    """
    public = public_table_named(table)
    if public is not None:
        rows = of_protected_cells(public, column)
        return *PUBLISHED, find_row(files.connection, table, rows, key_columns(public), key)
    known = explainable()
    if table not in known:
        raise LingtanError(
            f"没有可解释的表 {table}；可选：{_listed(list(known))}。",
            f"There is no table {table} to explain; choose one of: {', '.join(known)}.",
        )
    if column not in known[table]:
        raise LingtanError(
            f"表 {table} 没有可解释的列 {column}；可选：{_listed(known[table])}。",
            f"Table {table} has no column {column} to explain; choose one of: {', '.join(known[table])}.",
        )
    return table, column, find_row(files.connection, table, quoted(table), key_of(table), key)


def find_row(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    rows_of_table: str,
    columns: Sequence[str],
    key: Mapping[str, str],
) -> int:
    """The number of the one row of a table with such a key.

    Args:
        connection: where the table is.
        table: what the table is called.
        rows_of_table: its name or a query of it in SQL; rows have their number in `rn`.
        columns: its key.
        key: values of key columns as text.

    Raises:
        LingtanError: there is no such key column, or not exactly one such row.
    """
    for name in key:
        if name not in columns:
            raise LingtanError(
                f"{name} 不是表 {table} 的主键列；主键为：{_listed(columns)}。",
                f"{name} is no key column of {table}; its key is: {', '.join(columns)}.",
            )
    where = " and ".join(f"cast({quoted(name)} as varchar) = ?" for name in key) or "true"
    rows = connection.execute(
        f"select rn, {', '.join(map(quoted, columns))} from {rows_of_table} where {where} order by rn",
        list(key.values()),
    ).fetchall()
    if not rows:
        raise LingtanError(
            f"表 {table} 中没有主键为 {_as_text(key)} 的行。",
            f"Table {table} has no row with {_as_text(key)}.",
        )
    if len(rows) > 1:
        open_columns = [
            (name, sorted({str(row[1 + index]) for row in rows}))
            for index, name in enumerate(columns)
            if name not in key and len({row[1 + index] for row in rows}) > 1
        ]
        told = "; ".join(
            f"{name} = {', '.join(values[:_SHOWN])}{', …' if len(values) > _SHOWN else ''}"
            for name, values in open_columns
        )
        raise LingtanError(
            f"表 {table} 中有 {len(rows)} 行符合；请再给出：{told}。",
            f"{len(rows)} rows of {table} match; name further: {told}.",
        )
    return int(rows[0][0])


def _as_text(key: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in key.items()) or "-"
