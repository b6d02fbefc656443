"""The DuckDB file of a release: the canonical tables with comments, for readers of any DuckDB since 1.0."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from lingtan.quiet_duckdb import connect
from lingtan.release.additivity import not_additive
from lingtan.release.canonical import literal, quoted
from lingtan.release.code_names import read_code_names
from lingtan.release.descriptions import TableDescription
from lingtan.release.macros.catalogue import Macro
from lingtan.release.marks import Marks
from lingtan.release.tables import ReleasedTable

#: The oldest storage version that holds our types.
STORAGE_VERSION: Final = "v1.0.0"
#: The table that says what the file is, for whoever opens it without its folder.
ABOUT_TABLE: Final = "about_release"
#: The names behind the codes, for whoever has no checkout.
CODES_TABLE: Final = "code_names"


def write_about(
    connection: duckdb.DuckDBPyConnection,
    plan_id: str,
    tier: str,
    marks: Marks,
    notes: Sequence[tuple[str, str]] = (),
) -> None:
    """Make the table that says what the attached file `release` is.

    Args:
        connection: has the file attached as `release`.
        plan_id: the plan.
        tier: `restricted` or `public`.
        marks: what the file says about itself.
        notes: what its readers have to know, in Chinese and in English.
    """
    about = f"release.{ABOUT_TABLE}"
    connection.execute(f"create table {about} (item_code varchar, value_zh varchar, value_en varchar)")
    rows = [
        ("plan_id", plan_id, plan_id),
        ("tier", tier, tier),
        ("marks", " · ".join(marks.zh), " · ".join(marks.en)),
        *((f"note_{number}", zh, en) for number, (zh, en) in enumerate(notes, start=1)),
    ]
    connection.executemany(f"insert into {about} values (?, ?, ?)", rows)
    connection.execute(f"comment on table {about} is {literal(marks.line)}")


def _code_names(connection: duckdb.DuckDBPyConnection) -> None:
    lists = read_code_names().lists
    rows = [(name, code, zh, en) for name, codes in sorted(lists.items()) for code, (zh, en) in codes.items()]
    table = f"release.{CODES_TABLE}"
    connection.execute(
        f"create table {table} (list_code varchar, code varchar, name_zh varchar, name_en varchar)"
    )
    columns = ("list_code", "code", "name_zh", "name_en")
    connection.register("named", pl.DataFrame(rows, schema=columns, orient="row").to_arrow())
    connection.execute(f"insert into {table} select * from named")
    connection.unregister("named")
    text = "代码的名称；各列用哪个代码表见数据字典。 Names of codes; the dictionary tells a column's list."
    connection.execute(f"comment on table {table} is {literal(text)}")


def _comment(
    connection: duckdb.DuckDBPyConnection, table: ReleasedTable, description: TableDescription, marks: Marks
) -> None:
    name = f"release.{quoted(table.name)}"
    columns = [row[0] for row in connection.execute(f"describe {name}").fetchall()]
    warnings = " ".join(f"{rule.zh} {rule.en}" for rule in not_additive(columns, description.names))
    text = f"{description.text} [{marks.line}] {warnings}".strip()
    connection.execute(f"comment on table {name} is {literal(text)}")
    for column, meaning in description.columns.items():
        said = f"{meaning} {description.additivity.get(column, '')}".strip()
        if said:
            connection.execute(f"comment on column {name}.{quoted(column)} is {literal(said)}")


def add_macros(connection: duckdb.DuckDBPyConnection, macros: Sequence[Macro]) -> None:
    """Make the macros in the file attached as `release`: they are bound to its tables when they are made."""
    connection.execute("use release")
    for macro in macros:
        connection.execute(macro.sql)
        kind = "macro" if macro.kind == "helper" else "macro table"
        text = f"{macro.zh} {macro.en} [{macro.call}]"
        connection.execute(f"comment on {kind} {quoted(macro.name)} is {literal(text)}")
    connection.execute("use memory")


def write_duckdb_file(
    data: Path,
    target: Path,
    *,
    plan_id: str,
    marks: Marks,
    tables: Sequence[ReleasedTable],
    descriptions: Mapping[str, TableDescription],
    macros: Sequence[Macro] = (),
) -> None:
    """Render canonical Parquet as one DuckDB file; its rows are those of the Parquet files, its bytes vary.

    Args:
        data: folder of the canonical `<table>.parquet`.
        target: the file to write; it must not exist.
        plan_id: stands in the table `about_release`.
        marks: stand in `about_release` and in the comment of every table.
        tables: what to render.
        descriptions: comments by table and column; every table gets the marks and what is not additive.
        macros: questions and guarded sums over these tables.
    """
    with connect() as connection:
        connection.execute(f"attach {literal(str(target))} as release (storage_version '{STORAGE_VERSION}')")
        # One transaction: a comment of its own would be flushed to disk two thousand times.
        connection.execute("begin")
        for table in tables:
            source = literal(str(data / f"{table.name}.parquet"))
            connection.execute(
                f"create table release.{quoted(table.name)} as select * from read_parquet({source})"
            )
            _comment(connection, table, descriptions.get(table.name, TableDescription("", {})), marks)
        add_macros(connection, macros)
        write_about(connection, plan_id, "restricted", marks)
        _code_names(connection)
        connection.execute("commit")
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
    with connect() as connection:
        connection.execute(f"attach {literal(str(file))} as release (read_only)")
        return [
            table.name
            for table in tables
            if _fingerprint(connection, f"release.{quoted(table.name)}")
            != _fingerprint(connection, f"read_parquet({literal(str(data / f'{table.name}.parquet'))})")
        ]
