"""The public workbook: tables a screen reader can walk, words for what is withheld, nothing calculated."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lingtan.contracts.text_width import line_count
from lingtan.public.workbook.write import write_workbook
from tests.builders.public_edition import EMISSIONS, HOSTILE, public_edition

TABLES = ("表1 Table 1", "表2 Table 2")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_workbook(public_edition(), tmp_path_factory.mktemp("public") / "xlsx")


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def test_cover_notes_and_contents_come_before_one_table_a_sheet(book: Any) -> None:
    assert book.sheetnames == ["封面 Cover", "说明 Notes", "目录 Contents", *TABLES]
    assert [len(sheet.tables) for sheet in book] == [0, 1, 1, 1, 1]
    assert all(sheet.sheet_state == "visible" for sheet in book)


def test_no_cell_is_merged_or_blank(book: Any) -> None:
    for sheet in book:
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        # One column above the table, no empty row anywhere.
        assert all(row[0] is not None for row in sheet.iter_rows(values_only=True)), sheet.title
        for table in sheet.tables.values():
            cells = [cell.value for row in sheet[table.ref] for cell in row]
            assert None not in cells
            assert table.ref.endswith(f"{sheet.max_row}")


def test_a_table_has_a_title_one_row_of_heads_and_its_rows(book: Any) -> None:
    sheet = book[TABLES[0]]
    (table,) = sheet.tables.values()
    assert (table.name, table.ref) == ("emissions_by_area_and_component", "A4:I13")
    assert sheet["A1"].value == "各地区、各分项的碳排放 Carbon by area and component 合成数据 | synthetic"
    assert [cell.value for cell in sheet[4]] == [
        "核算年度 Reference year",
        "地区代码 Area code", "地区名称 Area in Chinese", "地区英文名称 Area in English",
        "分项代码 Component code", "分项名称 Component in Chinese", "分项英文名称 Component in English",
        "园区碳排放 Carbon of parks [tCO2]",
        "保密标记 Confidentiality",
    ]  # fmt: skip
    assert sheet.freeze_panes == "A5"
    assert [(row[1], row[4], row[7], row[8]) for row in sheet.iter_rows(min_row=5, values_only=True)] == [
        (area, component, "C" if value is None else value, "C" if value is None else "F")
        for area, component, value in EMISSIONS
    ]


def test_a_figure_of_more_digits_is_rounded_to_fifteen_and_a_note_says_so(book: Any) -> None:
    sheet = book[TABLES[1]]
    assert [cell.value for cell in sheet["E"][4:]] == ["C", "C", 12345678901234600]
    notes = "".join(str(row[2]) for row in book["说明 Notes"].iter_rows(values_only=True))
    assert "15 significant digits" in notes
    assert "confidential and withheld" in notes


def test_nothing_is_a_formula_or_leads_outside(path: Path, book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert HOSTILE in [cell.value for cell in cells]
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {None}
    with zipfile.ZipFile(path) as archive:
        assert not any(
            b"http://x" in archive.read(name) for name in archive.namelist() if "sharedStrings" not in name
        )


def test_the_contents_lead_to_every_table_and_count_what_is_withheld(book: Any) -> None:
    rows = list(book["目录 Contents"].iter_rows(min_row=3, values_only=True))
    assert [(row[0], row[3], row[4], row[5], row[6]) for row in rows] == [
        (TABLES[0], "tCO2", 9, 4, "emissions_by_area_and_component"),
        (TABLES[1], "tce", 3, 2, "energy_by_area"),
    ]
    links = [row[0].hyperlink.location for row in book["目录 Contents"].iter_rows(min_row=3)]
    assert links == [f"'{name}'!A1" for name in TABLES]
    assert [book[name]["A3"].hyperlink.location for name in TABLES] == ["'目录 Contents'!A1"] * 2


def test_letters_are_large_and_texts_are_seen_whole(book: Any) -> None:
    for sheet in book:
        assert {cell.font.sz for row in sheet.iter_rows() for cell in row if cell.value} <= {12, 16}
    for sheet in (book["封面 Cover"], book["说明 Notes"], book["目录 Contents"]):
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                width = next(
                    one.width for one in sheet.column_dimensions.values() if one.min <= cell.column <= one.max
                )
                height = sheet.row_dimensions[cell.row].height or 18
                assert height >= 18 * line_count(str(cell.value), width * 11 / 12), (
                    sheet.title,
                    cell.coordinate,
                )


def test_the_file_says_what_it_is(book: Any) -> None:
    assert book.properties.title == "零碳园区统计：公开表 Statistics of zero-carbon parks: public tables"
    assert book.properties.subject == "合成数据 | synthetic"
    assert book.custom_doc_props["Language"].value == "zh-CN, en"
    assert "内部资料" not in "".join(str(cell.value) for sheet in book for row in sheet for cell in row)


def test_the_cover_says_what_is_not_covered_and_who_reported(book: Any, tmp_path: Path) -> None:
    cover = [row[0] for row in book["封面 Cover"].iter_rows(values_only=True)]
    assert any(
        "What was not reported or could not be calculated is in none of them" in text for text in cover
    )
    assert "其中保密 Of them withheld：6" in cover
    edition = public_edition()
    (one,) = edition.tables[1:]
    tables = [
        replace(one, table=one.table.model_copy(update={"code": code}))
        for code in ("parks_by_area", "parks_by_return")
    ]
    path = write_workbook(replace(edition, tables=tables), tmp_path)
    cover = [row[0] for row in openpyxl.load_workbook(path)["封面 Cover"].iter_rows(values_only=True)]
    measure = "2025 综合能源消费量 Energy use"
    total = f"{measure}：12345678901234567.90"
    assert [text for text in cover if text.startswith(measure)] == [
        total, f"{measure}，北京市 Beijing：C", f"{measure}，{HOSTILE} {HOSTILE}：C", total,
    ]  # fmt: skip
