"""Reading an XLSX workbook without loss: shortest exact text, errors, formulas, merged ranges, hidden rows.

The parser of openpyxl is driven directly. Its full reader throws away what is stored under a merged range,
and its streaming reader knows neither merged ranges nor hidden rows; the parser beneath them knows all, needs
one pass, and gives a formula's stored result together with the fact that it is one. What bears on no value
(drop-downs, print set-up, styled cells that hold nothing) is passed over: in a form that is most of it.
"""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import (
    COL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.merge import MergeCells
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from lingtan.intake.cells import Position, Sheet
from lingtan.intake.problems import DeliveryProblemError

_STRING_TAG = f"{{{SHEET_MAIN_NS}}}si"
_PLAIN_TAG = f"{{{SHEET_MAIN_NS}}}t"


class _Parser(WorkSheetParser):  # type: ignore[misc]  # openpyxl has no types
    """The parser for what bears on values, and which cells hold a formula."""

    def parse(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)
                element.clear()
            elif element.tag == COL_TAG:
                self.parse_column_dimensions(element)
            elif element.tag == MERGE_TAG:
                self.merged_cells = MergeCells.from_tree(element)

    def parse_row(self, row: Element) -> tuple[int, list[dict[str, Any]]]:
        # A cell without an address stands after the one before it, so none may be passed over then.
        if all("r" in cell.attrib for cell in row):
            row[:] = [cell for cell in row if len(cell)]
        parsed: tuple[int, list[dict[str, Any]]] = super().parse_row(row)
        return parsed

    def parse_cell(self, element: Element) -> dict[str, object]:
        inline = element.find(INLINE_STRING)
        if inline is not None and _is_plain(inline) and element.find(VALUE_TAG) is None:
            # The same text as the value of the cell: the library reads it five times as fast.
            element.set("t", "str")
            SubElement(element, VALUE_TAG).text = inline[0].text
        cell: dict[str, object] = super().parse_cell(element)
        if element.find(FORMULA_TAG) is not None:
            cell["is_formula"] = True
        return cell


class _Reader(ExcelReader):  # type: ignore[misc]  # openpyxl has no types
    """The parts of a workbook that its values need."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = list(_shared_strings(source))


def read_workbook(content: bytes) -> list[Sheet]:
    """The worksheets of a workbook in their order.

    Raises:
        DeliveryProblemError: `unreadable_file` where the bytes are not a sound workbook.
    """
    try:
        with warnings.catch_warnings():
            # A missing style or an unknown extension changes no value.
            warnings.simplefilter("ignore")
            reader = _Reader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            with reader.archive:
                reader.read_manifest()
                reader.read_strings()
                reader.read_workbook()
                apply_stylesheet(reader.archive, reader.wb)
                return [
                    _read_sheet(reader, sheet.name, relation.target, is_hidden=sheet.state != "visible")
                    for sheet, relation in reader.parser.find_sheets()
                    if relation.target in reader.valid_files and "chartsheet" not in relation.Type
                ]
    except Exception as error:
        # A damaged file fails in any part of the reader, in any way; the receipt names the cause.
        raise DeliveryProblemError(
            "unreadable_file", f"{type(error).__name__}: {error}", "XLSX (Office Open XML)"
        ) from error


def _is_plain(node: Element) -> bool:
    """Whether a string is no rich text."""
    return len(node) == 1 and node[0].tag == _PLAIN_TAG


def _shared_strings(source: Any) -> Iterator[str]:
    """The strings cells refer to; one that is not rich text needs no more than its text."""
    for _, node in iterparse(source):
        if node.tag == _STRING_TAG:
            text = (node[0].text or "") if _is_plain(node) else Text.from_tree(node).content
            # As the library does it: an escaped underscore.
            yield text.replace("x005F_", "")
            node.clear()


def _read_sheet(reader: _Reader, name: str, target: str, *, is_hidden: bool) -> Sheet:
    rows: dict[int, dict[int, str]] = {}
    errors: set[Position] = set()
    formulas: set[Position] = set()
    with reader.archive.open(target) as source:
        parser = _Parser(
            source,
            reader.shared_strings,
            data_only=True,
            epoch=reader.wb.epoch,
            date_formats=reader.wb._date_formats,
            timedelta_formats=reader.wb._timedelta_formats,
        )
        for row, cells in parser.parse():
            texts: dict[int, str] = {}
            for cell in cells:
                value, column = cell["value"], cell["column"]
                is_formula = "is_formula" in cell
                if is_formula:
                    formulas.add((row, column))
                if value is None:
                    if is_formula:
                        texts[column] = ""
                    continue
                if cell["data_type"] == "e":
                    errors.add((row, column))
                text = exact_text(value)
                if text:
                    texts[column] = text
            if texts:
                rows[row] = texts
    ranges = parser.merged_cells.mergeCell if parser.merged_cells else ()
    return Sheet(
        name=name,
        rows={row: dict(sorted(rows[row].items())) for row in sorted(rows)},
        errors=frozenset(errors),
        formulas=frozenset(formulas),
        merged=frozenset(
            (area.min_row, area.min_col) for area in ranges if area.size != {"rows": 1, "columns": 1}
        ),
        hidden_rows=frozenset(
            int(row)
            for row, attributes in parser.row_dimensions.items()
            if attributes.get("hidden") in ("1", "true")
        ),
        hidden_columns=_hidden_columns(parser, {column for texts in rows.values() for column in texts}),
        is_hidden=is_hidden,
    )


def _hidden_columns(parser: _Parser, filled: set[int]) -> frozenset[int]:
    """Of the columns with anything in them the hidden ones; a workbook stores runs of columns."""
    runs = [
        range(int(attributes["min"]), int(attributes["max"]) + 1)
        for attributes in parser.column_dimensions.values()
        if attributes.get("hidden") in ("1", "true")
    ]
    return frozenset(column for column in filled if any(column in run for run in runs))


def exact_text(value: object) -> str:
    """The shortest text that stands for exactly this stored value.

    Numbers: the shortest digits that give the same double back, whole ones without `.0`. Dates (a number with
    a date format): ISO 8601, without the time at midnight. Booleans as a spreadsheet shows them.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        text = repr(value)
        return text.removesuffix(".0")
    if isinstance(value, datetime):
        is_midnight = value.time() == time.min
        return value.date().isoformat() if is_midnight else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
