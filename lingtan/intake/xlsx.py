"""Reading an XLSX workbook without loss: shortest exact text, errors, formulas, merged ranges, hidden rows.

The parser of openpyxl is driven directly. Its full reader throws away what is stored under a merged range,
and its streaming reader knows neither merged ranges nor hidden rows; the parser beneath them knows all, needs
one pass, and gives a formula's stored result together with the fact that it is one.
"""

import io
import warnings
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import Element

from openpyxl import load_workbook
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from lingtan.intake.cells import Position, Sheet
from lingtan.intake.problems import DeliveryProblemError


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """The parser, and which cells hold a formula."""

    def parse_cell(self, element: Element) -> dict[str, object]:
        cell: dict[str, object] = super().parse_cell(element)
        if element.find(FORMULA_TAG) is not None:
            cell["is_formula"] = True
        return cell


def read_workbook(content: bytes) -> list[Sheet]:
    """The worksheets of a workbook in their order.

    Raises:
        DeliveryProblemError: `unreadable_file` where the bytes are not a sound workbook.
    """
    try:
        with warnings.catch_warnings():
            # A missing style or an unknown extension changes no value.
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                return [_read_sheet(sheet) for sheet in workbook.worksheets]
            finally:
                workbook.close()
    except Exception as error:
        # A damaged file fails in any part of the reader, in any way; the receipt names the cause.
        raise DeliveryProblemError(
            "unreadable_file", f"{type(error).__name__}: {error}", "XLSX (Office Open XML)"
        ) from error


def _read_sheet(sheet: object) -> Sheet:
    workbook = sheet.parent  # type: ignore[attr-defined]
    rows: dict[int, dict[int, str]] = {}
    errors: set[Position] = set()
    formulas: set[Position] = set()
    with sheet._get_source() as source:  # type: ignore[attr-defined]
        parser = _Parser(
            source,
            sheet._shared_strings,  # type: ignore[attr-defined]
            data_only=True,
            epoch=workbook.epoch,
            date_formats=workbook._date_formats,
            timedelta_formats=workbook._timedelta_formats,
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
        name=sheet.title,  # type: ignore[attr-defined]
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
        is_hidden=sheet.sheet_state != "visible",  # type: ignore[attr-defined]
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
