"""Writes the workbook of a release: the same bytes for the same tables, texts and plan (L4)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet
import xlsxwriter

from lingtan.release.additivity import not_additive
from lingtan.release.code_names import read_code_names
from lingtan.release.marks import Marks
from lingtan.release.table_texts import TableText, text_of
from lingtan.release.tables import CHECKS, MARTS, ReleasedTable
from lingtan.release.workbook.front import ContentsRow, cover_rows, write_contents, write_cover, write_notes
from lingtan.release.workbook.styles import Styles
from lingtan.release.workbook.table_sheet import SheetSummary, write_table_sheet

#: Rows up to which a mart or comparison has a sheet: a program opens it at once.
ROW_LIMIT: Final = 10_000
#: Rows up to which a dimension or fact has one: their lines are for programs, which read Parquet or DuckDB.
DETAIL_ROW_LIMIT: Final = 2_000
#: Stands in the file in place of the moment of writing.
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: A sheet's name has no more characters.
_NAME_LIMIT: Final = 31


def has_sheet(table: ReleasedTable, row_count: int) -> bool:
    """Whether a table has a sheet: marts up to one limit, dimensions and facts up to another."""
    if table in CHECKS:
        return False
    return row_count <= (ROW_LIMIT if table in MARTS else DETAIL_ROW_LIMIT)


def _where(table: ReleasedTable, row_count: int) -> str:
    if has_sheet(table, row_count):
        return ""
    limit = ROW_LIMIT if table in MARTS else DETAIL_ROW_LIMIT
    why = "" if table in CHECKS else f"超过 {limit:,} 行 more than {limit:,} rows: "
    return f"{why}data/{table.name}.parquet, lingtan.duckdb"


def _in_order(tables: Sequence[ReleasedTable]) -> list[ReleasedTable]:
    """Marts first: most readers want nothing else."""
    return [one for one in tables if one in MARTS] + [one for one in tables if one not in MARTS]


def _open(target: Path, marks: Marks) -> Any:
    workbook = xlsxwriter.Workbook(
        str(target),
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    workbook.set_properties(
        {
            "title": "零碳园区统计数据 Statistics of zero-carbon parks",
            "subject": marks.line,
            "author": "Lingtan 零碳",
            "created": _CREATED,
        }
    )
    workbook.set_size(2400, 1400)
    return workbook


def _add_sheet(workbook: Any, name: str, plan_id: str, marks: Marks) -> Any:
    sheet = workbook.add_worksheet(name[:_NAME_LIMIT])
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&C{marks.line}")
    sheet.set_footer(f"&L{plan_id}&C&A&R&P / &N")
    return sheet


def write_workbook(
    tier: Path,
    target: Path,
    *,
    plan_id: str,
    marks: Marks,
    tables: Sequence[ReleasedTable],
    texts: Mapping[str, TableText],
) -> None:
    """Write the workbook.

    Args:
        tier: the tier's folder with `plan.json` and `data/<table>.parquet`.
        target: the file; its folder is made if absent.
        plan_id: stands on the cover and below each printed page.
        marks: stand on the cover, above each table and on each printed page.
        tables: the released tables.
        texts: labels, units and grains by table.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    data = tier / "data"
    names = read_code_names(data)
    workbook = _open(target, marks)
    try:
        styles = Styles(workbook)
        cover, notes, contents = (
            _add_sheet(workbook, name, plan_id, marks)
            for name in ("封面 Cover", "说明 Notes", "目录 Contents")
        )
        write_cover(cover, styles, cover_rows(tier, plan_id), marks)
        write_notes(notes, styles)
        lines = []
        for table in _in_order(tables):
            text = text_of(texts, table)
            schema = pyarrow.parquet.ParquetFile(data / f"{table.name}.parquet")
            row_count = schema.metadata.num_rows
            written: SheetSummary | None = None
            if has_sheet(table, row_count):
                sheet = _add_sheet(workbook, table.name, plan_id, marks)
                title = f"{table.name} · {text.zh}    {marks.line}"
                written = write_table_sheet(
                    sheet, styles, data / f"{table.name}.parquet", text, names, title=title
                )
                sheet.repeat_rows(1, 2)
            rules = not_additive(schema.schema_arrow.names, text)
            lines.append(
                ContentsRow(
                    name=table.name,
                    zh=text.zh,
                    grain=text.grain,
                    key=", ".join(table.key),
                    row_count=row_count,
                    rounded_count=None if written is None else written.rounded_count,
                    where=_where(table, row_count),
                    not_additive="\n".join(f"{rule.zh} {rule.en}" for rule in rules),
                )
            )
        write_contents(contents, styles, lines)
    finally:
        workbook.close()
