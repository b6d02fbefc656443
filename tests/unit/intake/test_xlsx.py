"""Lossless reading of workbooks (L1, L2): exact text, errors, formulas, merged ranges, hidden rows."""

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lingtan.intake.cells import Sheet
from lingtan.intake.problems import DeliveryProblemError
from lingtan.intake.xlsx import exact_text, read_workbook


def _read(workbook: Workbook) -> Sheet:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return read_workbook(buffer.getvalue())[0]


def _book() -> tuple[Workbook, Worksheet]:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    return workbook, sheet


def _replace(content: bytes, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.0, "5"),
        (-5.0, "-5"),
        (0.1, "0.1"),
        (1.7763568394002505e-15, "1.7763568394002505e-15"),
        (12345.678901234567, "12345.678901234567"),
        (1e22, "1e+22"),
        (True, "TRUE"),
        (datetime(2025, 1, 31), "2025-01-31"),  # noqa: DTZ001
        (datetime(2025, 1, 31, 12), "2025-01-31T12:00:00"),  # noqa: DTZ001
        (date(2025, 1, 31), "2025-01-31"),
        (" 001", " 001"),
    ],
)
def test_text_is_the_shortest_that_gives_the_value_back(value: object, text: str) -> None:
    assert exact_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_number_gives_the_same_double_back(number: float) -> None:
    assert float(exact_text(number)) == number


def test_cells_keep_their_kind_and_place() -> None:
    workbook, sheet = _book()
    sheet["B2"] = "001"
    sheet["C3"] = 0.015625
    sheet["D4"] = "#DIV/0!"
    sheet["D4"].data_type = "e"
    sheet["E5"] = date(2025, 1, 31)
    sheet["F6"] = "=1+1"
    sheet["A8"] = "merged"
    sheet.merge_cells("A8:C9")
    sheet.row_dimensions[5].hidden = True
    read = _read(workbook)
    assert read.rows == {
        2: {2: "001"},
        3: {3: "0.015625"},
        4: {4: "#DIV/0!"},
        5: {5: "2025-01-31"},
        6: {6: ""},
        8: {1: "merged"},
    }
    assert read.errors == {(4, 4)}
    assert read.formulas == {(6, 6)}
    assert read.merged == {(8, 1)}
    assert read.hidden_rows == {5}
    # A formula without a stored result is something: its row is not an empty one.
    assert read.filled_rows() == [2, 3, 4, 5, 6, 8]


def test_all_digits_of_a_stored_number_are_read() -> None:
    workbook, sheet = _book()
    sheet["A1"] = 0.015625
    buffer = io.BytesIO()
    workbook.save(buffer)
    # The library that writes the test file rounds to 16 digits, a spreadsheet program stores 17.
    (read,) = read_workbook(_replace(buffer.getvalue(), b"<v>0.015625</v>", b"<v>12345.678901234567</v>"))
    assert read.rows == {1: {1: "12345.678901234567"}}


def test_the_stored_result_of_a_formula_is_read_and_known_as_one() -> None:
    workbook, sheet = _book()
    sheet["A1"] = "=1/8"
    buffer = io.BytesIO()
    workbook.save(buffer)
    # What a spreadsheet program stores beside the formula; the library that writes the test file cannot.
    content = _replace(buffer.getvalue(), b"<v></v>", b"<v>0.125</v>")
    content = _replace(content, b"<v />", b"<v>0.125</v>")
    (read,) = read_workbook(content)
    assert read.rows == {1: {1: "0.125"}}
    assert read.formulas == {(1, 1)}


def test_a_value_stored_under_a_merged_range_is_not_lost() -> None:
    workbook, sheet = _book()
    for column, value in enumerate((1, 2, 3), start=1):
        sheet.cell(1, column, value)
    buffer = io.BytesIO()
    workbook.save(buffer)
    content = _replace(
        buffer.getvalue(),
        b"</sheetData>",
        b'</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
    )
    (read,) = read_workbook(content)
    assert read.rows == {1: {1: "1", 2: "2", 3: "3"}}
    assert read.merged == {(1, 1)}


def test_a_cell_in_the_last_corner_does_not_fill_the_memory() -> None:
    workbook, sheet = _book()
    sheet["XFD1048576"] = 1
    assert _read(workbook).rows == {1048576: {16384: "1"}}


def test_a_row_of_spaces_is_not_a_row() -> None:
    assert Sheet("示例", {1: {1: "　 "}, 2: {1: "x"}}).filled_rows() == [2]


def test_a_damaged_workbook_is_a_problem_and_no_traceback() -> None:
    workbook, sheet = _book()
    sheet["A1"] = 1
    buffer = io.BytesIO()
    workbook.save(buffer)
    content = _replace(buffer.getvalue(), b"</worksheet>", b"")
    with pytest.raises(DeliveryProblemError) as caught:
        read_workbook(content)
    assert caught.value.problem.problem_code == "unreadable_file"


def test_strings_in_the_cell_rich_text_and_cells_without_address_are_read_alike() -> None:
    """Other programs put strings into the cell, in runs of their own font, or leave addresses out."""
    workbook, sheet = _book()
    sheet["A1"] = "first"
    buffer = io.BytesIO()
    workbook.save(buffer)
    plain = b'<c r="A1" t="inlineStr"><is><t>first</t></is></c>'
    shared = b'<c r="A1" t="s"><v>0</v></c>'
    content = buffer.getvalue()
    (kind,) = [
        kind
        for kind in (plain, shared)
        if kind in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    ]
    cells = (
        b'<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>'
        b'<c r="B1" t="inlineStr"><is><r><t>c</t></r><r><rPr><b/></rPr><t>d</t></r></is></c>'
        b'<c r="C1" t="inlineStr"><is><t/></is></c><c r="D1" s="0"/><c r="E1" t="str"><v>e</v></c>'
    )
    (read,) = read_workbook(_replace(content, kind, cells))
    assert read.rows == {1: {1: " a\nb ", 2: "cd", 5: "e"}}
    without = b'<c t="str"><v>x</v></c><c/><c t="inlineStr"><is><t>z</t></is></c>'
    (read,) = read_workbook(_replace(content, kind, without))
    assert read.rows == {1: {1: "x", 3: "z"}}
