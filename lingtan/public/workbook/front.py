"""The sheets before the tables: cover, notes and contents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from lingtan.contracts.text_width import line_count
from lingtan.disclosure.cells import TOTAL
from lingtan.public.columns import CONFIDENTIAL, MARK
from lingtan.public.edition import Edition
from lingtan.public.notes import TITLE, coverage_note, notes, workbook_notes
from lingtan.release.workbook.styles import Styles
from lingtan.release.workbook.values import SIGNIFICANT_DIGITS

_LINE_HEIGHT: Final = 18
_COVER_WIDTH: Final = 110
_NOTE_WIDTH: Final = 64
#: Of a column's width, which is in letters of 11 points: what letters of 12 fill of it.
_USABLE: Final = 0.85
#: Parks that are registered and parks that reported: the first thing to know of any figure.
_REGISTERED: Final = "parks_by_area"
_RETURNS: Final = "parks_by_return"


def withheld_count(frame: pl.DataFrame) -> int:
    """How many cells of a public table are withheld."""
    return frame.filter(pl.col(MARK) == CONFIDENTIAL).height


def _coverage(edition: Edition, code: str, *, in_parts: bool) -> Iterator[str]:
    """The total of a table of one dimension for each year, and its parts where they are wanted."""
    one = edition.of(code)
    if one is None:
        return
    (dimension,) = one.table.by
    for row in one.frame.iter_rows(named=True):
        is_total = row[f"{dimension}_code"] == TOTAL
        part = "" if is_total else f"，{row[f'{dimension}_name_zh']} {row[f'{dimension}_name_en']}"
        if is_total or in_parts:
            value = row[one.measure.quantity]
            shown = CONFIDENTIAL if value is None else value
            yield f"{row['reference_year']} {one.measure.zh} {one.measure.en}{part}：{shown}"


def cover_lines(edition: Edition) -> list[str]:
    """What the cover says: release, years, coverage, tables, cells withheld."""
    cells = sum(one.frame.height for one in edition.tables)
    withheld = sum(withheld_count(one.frame) for one in edition.tables)
    return [
        f"发布编号 Release：{edition.plan_id}",
        f"核算年度 Reference years：{'、'.join(str(year) for year in edition.years)}",
        *_coverage(edition, _REGISTERED, in_parts=False),
        *_coverage(edition, _RETURNS, in_parts=True),
        f"公开表 Tables：{len(edition.tables)}",
        f"数值 Cells：{cells}",
        f"其中保密 Of them withheld：{withheld}",
    ]


def _fit(sheet: Any, row: int, texts: Iterable[tuple[object, float]]) -> None:
    """Give a row the height of its texts in columns of these widths: no program does when it opens a file."""
    lines = max(line_count(str(text), width * _USABLE) for text, width in texts)
    sheet.set_row(row, _LINE_HEIGHT * lines)


def write_cover(sheet: Any, styles: Styles, edition: Edition) -> None:
    """Write the cover: one column, a sentence a row, no blank row for a screen reader to stop at."""
    sheet.set_column(0, 0, _COVER_WIDTH)
    sheet.write_string(0, 0, TITLE[0], styles["title"])
    sheet.write_string(1, 0, TITLE[1], styles["plain"])
    lines = [
        *([edition.marks.line] if edition.marks.line else []),
        *coverage_note(),
        *cover_lines(edition),
        "各工作表：说明、目录，然后每个表格一张工作表。 The sheets: notes, contents, then one table a sheet.",
    ]
    for at, text in enumerate(lines, start=2):
        _fit(sheet, at, [(text, _COVER_WIDTH)])
        sheet.write_string(at, 0, text, styles["plain"])


def _write_table(
    sheet: Any, styles: Styles, name: str, heads: Mapping[str, int], rows: Sequence[Sequence[str | int]]
) -> None:
    """A list as a real table below the title; the first column may be a link already written."""
    sheet.add_table(
        1,
        0,
        1 + len(rows),
        len(heads) - 1,
        {
            "name": name,
            "style": None,
            "columns": [{"header": head, "header_format": styles["head"]} for head in heads],
        },
    )
    _fit(sheet, 1, heads.items())
    for place, width in enumerate(heads.values()):
        sheet.set_column(place, place, width)
    for at, row in enumerate(rows, start=2):
        _fit(sheet, at, zip(row, heads.values(), strict=True))
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(at, place, value, styles["count"])
            else:
                sheet.write_string(at, place, value, styles["wrapped"])


def write_notes(sheet: Any, styles: Styles, edition: Edition) -> None:
    """Write the notes, a row each, in both languages."""
    sheet.write_string(0, 0, "说明 Notes", styles["title"])
    heads = {
        "编号 Number": 12,
        "说明（中文） In Chinese": _NOTE_WIDTH,
        "说明（英文） In English": _NOTE_WIDTH,
    }
    texts = [*notes(edition), *workbook_notes(SIGNIFICANT_DIGITS)]
    rows = [(number, zh, en) for number, (zh, en) in enumerate(texts, start=1)]
    _write_table(sheet, styles, "notes", heads, rows)


def write_contents(sheet: Any, styles: Styles, edition: Edition, names: Sequence[str]) -> None:
    """Write the list of the tables with links to their sheets.

    Args:
        sheet: an empty sheet.
        styles: the workbook's formats.
        edition: the tables.
        names: the sheets of the tables, in their order.
    """
    sheet.write_string(0, 0, "目录 Contents", styles["title"])
    heads = {
        "工作表 Sheet": 18,
        "表 Table": 48,
        "指标 Measure": 48,
        "单位 Unit": 12,
        "行数 Rows": 12,
        "保密 Withheld": 14,
        "文件名 File name": 40,
    }
    rows = [
        (
            name,
            f"{one.table.zh} {one.table.en}",
            f"{one.measure.zh} {one.measure.en}",
            one.measure.unit,
            one.frame.height,
            withheld_count(one.frame),
            one.table.code,
        )
        for name, one in zip(names, edition.tables, strict=True)
    ]
    _write_table(sheet, styles, "contents", heads, rows)
    for at, name in enumerate(names, start=2):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", styles["link"], name)
    sheet.freeze_panes(2, 0)
