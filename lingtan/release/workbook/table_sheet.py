"""One released table as one sheet: labels, unit, column names, then its rows in canonical order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, Final

import polars as pl

from lingtan.contracts.text_width import text_width
from lingtan.release.code_names import CodeNames
from lingtan.release.table_texts import ColumnText, TableText
from lingtan.release.workbook.styles import Styles
from lingtan.release.workbook.values import NO, YES, MissingWords, number_of, text_of_cell

#: Rows above the first row of data: title with marks, labels with unit, column names.
HEAD_ROWS: Final = 3
_HEAD_HEIGHT: Final = 48
_NARROWEST, _WIDEST = 9, 46
#: Rows whose texts decide how wide a column is.
_SAMPLE: Final = 200


@dataclass(frozen=True)
class SheetSummary:
    """What a sheet holds, for the list of contents.

    Attributes:
        row_count: rows of the table.
        rounded_count: cells that hold their figure rounded to 15 significant digits.
    """

    row_count: int
    rounded_count: int


@dataclass(frozen=True)
class _SheetColumn:
    """A column of the sheet: one of the table, or the names of the codes beside it."""

    source: int
    text: ColumnText
    names: Mapping[str, tuple[str, str]] | None


def _sheet_columns(columns: Sequence[str], text: TableText, names: CodeNames) -> list[_SheetColumn]:
    made = []
    for place, name in enumerate(columns):
        column = text.column(name)
        made.append(_SheetColumn(place, column, None))
        stem = name.removesuffix("_code")
        has_own_name = f"{stem}_name_zh" in columns or f"{stem}_zh" in columns
        known = {} if has_own_name else names.names(column)
        if known:
            made.append(_SheetColumn(place, column, known))
    return made


def _head(column: _SheetColumn) -> str:
    if column.names is not None:
        return f"{column.text.zh}（名称）\n{column.text.en} (name)"
    unit = f"\n[{column.text.measure}]" if column.text.measure else ""
    return f"{column.text.zh}\n{column.text.en}{unit}"


def _named(names: Mapping[str, tuple[str, str]], code: object) -> str:
    zh, en = names.get(str(code), ("", ""))
    return zh if zh == en else f"{zh} {en}".strip()


def _width(column: _SheetColumn, sample: Sequence[Sequence[Any]]) -> float:
    values = (row[column.source] for row in sample)
    texts = (_named(column.names, value) if column.names is not None else _shown(value) for value in values)
    widest = max((text_width(text) for text in (_head(column), *texts)), default=0)
    return min(max(widest + 3, _NARROWEST), _WIDEST)


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        number = number_of(value)
        return f"{number.value:,.{number.decimals}f}"
    if isinstance(value, bool):
        return YES if value else NO
    return "" if value is None else str(value)


class _Writer:
    """Writes cells by kind and counts those that had to be rounded."""

    def __init__(self, sheet: Any, styles: Styles, columns: Sequence[str]) -> None:
        self._sheet = sheet
        self._styles = styles
        self._missing = MissingWords(columns)
        self.rounded = 0

    def row(self, at: int, row: Sequence[Any], columns: Sequence[_SheetColumn]) -> None:
        word: str | None = None
        for place, column in enumerate(columns):
            value = row[column.source]
            if column.names is not None:
                self._text(at, place, _named(column.names, value))
            elif value is None and column.text.measure:
                word = word or self._missing.word(row)
                self._sheet.write_string(at, place, word, self._styles["word"])
            else:
                self._value(at, place, value, column.text)

    def _text(self, at: int, place: int, text: str) -> None:
        # As a text whatever it begins with: no cell becomes a formula or a link.
        if text:
            self._sheet.write_string(at, place, text_of_cell(text), self._styles["text"])
        else:
            self._sheet.write_blank(at, place, None, self._styles["text"])

    def _value(self, at: int, place: int, value: object, column: ColumnText) -> None:
        if value is None:
            self._text(at, place, "")
        elif isinstance(value, bool):
            # In words: spreadsheet programs differ in what they show for a truth value.
            self._text(at, place, YES if value else NO)
        elif isinstance(value, int) and column.measure == "year":
            self._sheet.write_number(at, place, value, self._styles["year"])
        elif isinstance(value, int | Decimal):
            number = number_of(Decimal(value))
            self.rounded += not number.is_exact
            self._sheet.write_number(at, place, number.value, self._styles.number(number.decimals))
        elif isinstance(value, date):
            self._sheet.write_datetime(at, place, datetime.combine(value, time()), self._styles["date"])
        else:
            self._text(at, place, str(value))


def write_table_sheet(
    sheet: Any, styles: Styles, file: Path, text: TableText, names: CodeNames, *, title: str
) -> SheetSummary:
    """Write a table.

    Args:
        sheet: an empty sheet of an xlsxwriter workbook in constant memory: rows go in order.
        styles: the workbook's formats.
        file: the canonical Parquet file; its row order is kept.
        text: labels and units.
        names: names of codes.
        title: stands above the table.

    Returns:
        How many rows were written and how many cells hold a rounded figure.
    """
    frame = pl.read_parquet(file)
    columns = _sheet_columns(frame.columns, text, names)
    sample = list(islice(frame.iter_rows(), _SAMPLE))
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column, sample))
    sheet.set_row(1, _HEAD_HEIGHT)
    sheet.write_string(0, 0, title, styles["line"])
    for place, column in enumerate(columns):
        sheet.write_string(1, place, _head(column), styles["head"])
    for place, column in enumerate(columns):
        suffix = "" if column.names is None else " (name)"
        sheet.write_string(2, place, f"{column.text.name}{suffix}", styles["column"])
    sheet.freeze_panes(HEAD_ROWS, 0)
    sheet.autofilter(HEAD_ROWS - 1, 0, HEAD_ROWS - 1 + max(frame.height, 1), len(columns) - 1)
    writer = _Writer(sheet, styles, frame.columns)
    for at, row in enumerate(frame.iter_rows(), start=HEAD_ROWS):
        writer.row(at, row, columns)
    return SheetSummary(frame.height, writer.rounded)
