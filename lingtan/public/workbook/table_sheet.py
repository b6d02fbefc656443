"""One public table as one sheet."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from lingtan.contracts.text_width import text_width
from lingtan.public.columns import CONFIDENTIAL, MARK
from lingtan.public.edition import EditionTable
from lingtan.release.table_texts import ColumnText
from lingtan.release.workbook.styles import Styles
from lingtan.release.workbook.values import number_of, text_of_cell

#: Rows above the heads of the table: title, what its cells are, the way back.
_HEAD_ROW: Final = 3
_HEAD_HEIGHT: Final = 54
_NARROWEST, _WIDEST = 14, 44


def head_of(column: ColumnText) -> str:
    """What stands above a column: its name in both languages, and the unit."""
    unit = f" [{column.measure}]" if column.measure not in ("", "year") else ""
    return f"{column.zh} {column.en}{unit}"


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, Decimal) else str(value)


def _width(place: int, column: ColumnText, rows: Sequence[tuple[Any, ...]]) -> float:
    # The head may take three lines, a value none but its own.
    widest = max(text_width(_shown(row[place])) for row in rows)
    return min(max(widest + 3, text_width(head_of(column)) / 2, _NARROWEST), _WIDEST)


def _write(sheet: Any, at: int, place: int, value: object, column: ColumnText, styles: Styles) -> None:
    if value is None:
        sheet.write_string(at, place, CONFIDENTIAL, styles["word"])
    elif isinstance(value, Decimal):
        number = number_of(value)
        sheet.write_number(at, place, number.value, styles.number(number.decimals))
    elif isinstance(value, int):
        sheet.write_number(at, place, value, styles["year"])
    elif column.name == MARK:
        # Apart from the figure beside it.
        sheet.write_string(at, place, str(value), styles["mark_word"])
    else:
        # As a text whatever it begins with: no cell becomes a formula or a link.
        sheet.write_string(at, place, text_of_cell(str(value)), styles["text"])


def write_table_sheet(
    sheet: Any, styles: Styles, one: EditionTable, columns: Sequence[ColumnText], *, marks: str, back: str
) -> None:
    """Write a table.

    Args:
        sheet: an empty sheet of an xlsxwriter workbook.
        styles: the workbook's formats.
        one: the table; only its quantity may be null, where it is withheld.
        columns: what its columns are called.
        marks: what the sheet says about itself; may be empty.
        back: the sheet that lists the tables.
    """
    table, measure = one.table, one.measure
    title = f"{table.zh} {table.en}"
    sheet.write_string(0, 0, f"{title} {marks}".strip(), styles["title"])
    withheld = f"{CONFIDENTIAL} 表示保密、未公布。 {CONFIDENTIAL} means confidential, withheld."
    said = f"{measure.zh}（{measure.unit}） {measure.en} ({measure.unit})。 {withheld}"
    sheet.write_string(1, 0, said, styles["line"])
    sheet.write_url(2, 0, f"internal:'{back}'!A1", styles["link"], "返回目录 Back to the contents")
    sheet.set_row(_HEAD_ROW, _HEAD_HEIGHT)
    rows = one.frame.rows()
    sheet.add_table(
        _HEAD_ROW,
        0,
        _HEAD_ROW + len(rows),
        len(columns) - 1,
        {
            "name": table.code,
            "style": None,
            "title": title,
            "description": said,
            "columns": [{"header": head_of(column), "header_format": styles["head"]} for column in columns],
        },
    )
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(place, column, rows))
        for at, row in enumerate(rows, start=_HEAD_ROW + 1):
            _write(sheet, at, place, row[place], column, styles)
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.repeat_rows(_HEAD_ROW)
