"""The DuckDB file of the public tier: protected tables with comments, macros that undo no protection."""

from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from lingtan.disclosure.cells import TOTAL
from lingtan.public.chart_marks import CHART_MARKS
from lingtan.public.descriptions import descriptions
from lingtan.public.edition import Edition, EditionTable
from lingtan.public.notes import notes
from lingtan.public.wide_macros import wide_macros
from lingtan.quiet_duckdb import connect
from lingtan.release.canonical import literal, quoted
from lingtan.release.descriptions import TableDescription
from lingtan.release.duckdb_file import STORAGE_VERSION, add_macros, write_about
from lingtan.release.macros.catalogue import Macro, read_macros
from lingtan.release.manifest import PUBLIC_DUCKDB_FILE

#: Every public table in one form, for the macros.
CELLS: Final = "public_cells"
_AREA: Final = "area"
_CELLS_TEXT: Final = (
    "所有公开表的数值，一行一个：area_* 是地区，by_* 是其他维度。 "
    "Every cell of every public table, a row each: area_* is the area, by_* are the other dimensions."
)


def public_macros(edition: Edition) -> tuple[Macro, ...]:
    """The macros of the file, in the order in which they have to be made.

    Args:
        edition: says which tables there are.
    """
    guard = tuple(one for one in read_macros() if one.name == "only_one")
    return (*guard, *read_macros(Path(__file__).parent / "macros"), *wide_macros(edition))


def _write_table(
    connection: duckdb.DuckDBPyConnection,
    code: str,
    frame: pl.DataFrame,
    description: TableDescription,
    marks: str,
) -> None:
    name = f"release.{quoted(code)}"
    connection.register("cells", frame.to_arrow())
    connection.execute(f"create table {name} as select * from cells")
    connection.unregister("cells")
    text = f"{description.text} {marks}".strip()
    connection.execute(f"comment on table {name} is {literal(text)}")
    for column, meaning in description.columns.items():
        connection.execute(f"comment on column {name}.{quoted(column)} is {literal(meaning)}")


def _cells_of(one: EditionTable, decimals: int) -> str:
    """The cells of a table as rows of `public_cells`."""
    others = [name for name in one.table.by if name != _AREA]
    no_text = "cast(null as varchar)"
    columns = {
        "table_code": literal(one.table.code),
        "measure_code": literal(one.measure.code),
        "unit": literal(one.measure.unit),
        "reference_year": "reference_year",
    }
    for part in ("code", "name_zh", "name_en"):
        columns[f"area_{part}"] = quoted(f"{_AREA}_{part}") if _AREA in one.table.by else no_text
        by = " || ' | ' || ".join(quoted(f"{name}_{part}") for name in others)
        columns[f"by_{part}"] = by or (literal(TOTAL) if part == "code" else no_text)
    columns["is_total"] = " and ".join(
        f"{quoted(f'{name}_code')} = {literal(TOTAL)}" for name in one.table.by
    )
    columns["quantity"] = f"cast({quoted(one.measure.quantity)} as decimal(38, {decimals}))"
    columns["confidentiality_code"] = "confidentiality_code"
    chosen = ", ".join(f"{expression} as {name}" for name, expression in columns.items())
    return f"select {chosen} from {quoted(one.table.code)}"


def _add_cells(connection: duckdb.DuckDBPyConnection, edition: Edition) -> None:
    decimals = max(one.measure.decimals for one in edition.tables)
    cells = " union all ".join(_cells_of(one, decimals) for one in edition.tables)
    connection.execute("use release")
    connection.execute(f"create view {CELLS} as {cells}")
    connection.execute(f"comment on view {CELLS} is {literal(f'{_CELLS_TEXT} {edition.marks.line}'.strip())}")
    connection.execute("use memory")


def write_duckdb_file(edition: Edition, folder: Path) -> Path:
    """Write `lingtan_public.duckdb`; its rows are those of the edition, its bytes vary.

    Args:
        edition: what was published.
        folder: where the file goes; it must not be there yet.

    Returns:
        The file.
    """
    target = folder / PUBLIC_DUCKDB_FILE
    with connect() as connection:
        connection.execute(f"attach {literal(str(target))} as release (storage_version '{STORAGE_VERSION}')")
        # One transaction: a comment of its own would be flushed to disk every time.
        connection.execute("begin")
        texts, marks = descriptions(edition), edition.marks.line
        for one in edition.tables:
            _write_table(connection, one.table.code, one.frame, texts[one.table.code], marks)
        _write_table(connection, CHART_MARKS, edition.chart_marks, texts[CHART_MARKS], marks)
        if edition.tables:
            _add_cells(connection, edition)
            add_macros(connection, public_macros(edition))
        write_about(connection, edition.plan_id, "public", edition.marks, notes(edition))
        connection.execute("commit")
        connection.execute("checkpoint release")
        connection.execute("detach release")
    target.chmod(0o444)
    return target
