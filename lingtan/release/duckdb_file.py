"""The DuckDB file of a release: the canonical tables with comments, for readers of any DuckDB since 1.0."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import duckdb

from lingtan.release.canonical import literal, quoted
from lingtan.release.descriptions import TableDescription
from lingtan.release.marks import Marks
from lingtan.release.tables import ReleasedTable

#: The oldest storage version that holds our types.
_STORAGE_VERSION: Final = "v1.0.0"
#: The table that says what the file is, for whoever opens it without its folder.
ABOUT_TABLE: Final = "about_release"


def _about(connection: duckdb.DuckDBPyConnection, plan_id: str, marks: Marks) -> None:
    about = f"release.{ABOUT_TABLE}"
    connection.execute(f"create table {about} (item_code varchar, value_zh varchar, value_en varchar)")
    rows = [
        ("plan_id", plan_id, plan_id),
        ("tier", "restricted", "restricted"),
        ("marks", " · ".join(marks.zh), " · ".join(marks.en)),
    ]
    connection.executemany(f"insert into {about} values (?, ?, ?)", rows)
    connection.execute(f"comment on table {about} is {literal(marks.line)}")


def _comment(
    connection: duckdb.DuckDBPyConnection, table: ReleasedTable, description: TableDescription, marks: Marks
) -> None:
    name = f"release.{quoted(table.name)}"
    text = f"{description.text} [{marks.line}]".strip()
    connection.execute(f"comment on table {name} is {literal(text)}")
    for column, meaning in description.columns.items():
        if meaning:
            connection.execute(f"comment on column {name}.{quoted(column)} is {literal(meaning)}")


def write_duckdb_file(
    data: Path,
    target: Path,
    *,
    plan_id: str,
    marks: Marks,
    tables: Sequence[ReleasedTable],
    descriptions: Mapping[str, TableDescription],
) -> None:
    """Render canonical Parquet as one DuckDB file; its rows are those of the Parquet files, its bytes vary.

    Args:
        data: folder of the canonical `<table>.parquet`.
        target: the file to write; it must not exist.
        plan_id: stands in the table `about_release`.
        marks: stand in `about_release` and in the comment of every table.
        tables: what to render.
        descriptions: comments by table and column; a table without one gets the marks alone.
    """
    with duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(target))} as release (storage_version '{_STORAGE_VERSION}')")
        for table in tables:
            source = literal(str(data / f"{table.name}.parquet"))
            connection.execute(
                f"create table release.{quoted(table.name)} as select * from read_parquet({source})"
            )
            _comment(connection, table, descriptions.get(table.name, TableDescription("", {})), marks)
        _about(connection, plan_id, marks)
        connection.execute("checkpoint release")
        connection.execute("detach release")
    target.chmod(0o444)


def _fingerprint(connection: duckdb.DuckDBPyConnection, relation: str) -> tuple[object, ...] | None:
    return connection.execute(
        f"select count(*), coalesce(sum(cast(hash(r) as hugeint)), 0) from {relation} as r"
    ).fetchone()


def differing_tables(file: Path, data: Path, tables: Sequence[ReleasedTable]) -> list[str]:
    """Tables whose rows in the DuckDB file are not those of the canonical Parquet, order aside.

    The file's bytes vary by run, so no hash in the manifest can hold it to the judged content; its rows can.

    Raises:
        duckdb.Error: the file is no DuckDB file or lacks a table.
    """
    with duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(file))} as release (read_only)")
        return [
            table.name
            for table in tables
            if _fingerprint(connection, f"release.{quoted(table.name)}")
            != _fingerprint(connection, f"read_parquet({literal(str(data / f'{table.name}.parquet'))})")
        ]
