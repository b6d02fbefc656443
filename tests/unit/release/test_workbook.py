"""The workbook of a release: every cell a released cell, readable, steady, and nothing in it a formula."""

import json
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from lingtan.contracts.text_width import line_count
from lingtan.places import checkout
from lingtan.release.marks import Marks
from lingtan.release.table_texts import read_table_texts
from lingtan.release.tables import RELEASED_TABLES, ReleasedTable
from lingtan.release.workbook import write as writing
from lingtan.release.workbook.write import has_sheet, write_workbook

TEXTS = read_table_texts(checkout() / "dbt_project" / "models")
COMPONENTS = next(table for table in RELEASED_TABLES if table.name == "mart_park_component_year")
PARKS = next(table for table in RELEASED_TABLES if table.name == "dim_parks")
FACTS = next(table for table in RELEASED_TABLES if table.name == "fct_emissions")
CHECK = next(table for table in RELEASED_TABLES if table.name == "qa_totals")
LONG = Decimal("123456789012.123456789012")
MARKS = Marks(is_synthetic=True)


def frames() -> dict[str, pl.DataFrame]:
    parks = pl.DataFrame(
        {
            "reference_year": [2025, 2025],
            "park_code": ["P1", "P2"],
            # What a spreadsheet would calculate, if it were let.
            "park_name_zh": ['=HYPERLINK("http://x","y")', "@SUM(1+1)"],
            "park_name_en": ["+1", "-1"],
            "is_synthetic": [True, True],
            "has_return": [True, False],
            "year_source_code": ["annual", "incomplete"],
        },
        schema_overrides={"reference_year": pl.Int32()},
    )
    components = pl.DataFrame(
        {
            "reference_year": [2025] * 3,
            "park_code": ["P1", "P1", "P2"],
            "boundary_code": ["physical"] * 3,
            "component_code": ["fuel", "power", "fuel"],
            "emission_tco2e": [LONG, Decimal("-0.5"), None],
            "not_estimated_count": [0, 0, 1],
            "is_partial": [False, None, True],
        },
        schema_overrides={"reference_year": pl.Int32(), "emission_tco2e": pl.Decimal(38, 12)},
    )
    one = pl.DataFrame({"line_id": ["1"], "notation_key_code": ["NE"], "mass_t": [None]})
    return {
        "dim_parks": parks,
        "mart_park_component_year": components,
        "fct_emissions": one.cast({"mass_t": pl.Decimal(26, 12)}),
        "qa_totals": pl.DataFrame({"rule_id": ["R"], "scope": ["x"]}),
    }


def write(folder: Path, name: str = "a.xlsx") -> Path:
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for table, frame in frames().items():
        frame.write_parquet(folder / "data" / f"{table}.parquet")
    lock = {
        "reference_years": [2025],
        "methods": [{"reference_year": 2025, "method_code": "GHGI", "method_version": "1"}],
        "settings": {"gwp_set_code": "CN-AR5"},
    }
    (folder / "plan.json").write_text(json.dumps(lock), encoding="utf-8")
    tables: list[ReleasedTable] = [PARKS, FACTS, COMPONENTS, CHECK]
    write_workbook(folder, folder / name, plan_id="P-1", marks=MARKS, tables=tables, texts=TEXTS)
    return folder / name


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("tier"))


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def rows(sheet: Any, first: int = 1) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=first, values_only=True))


def test_marts_come_first_and_checks_have_no_sheet(book: Any) -> None:
    assert book.sheetnames == [
        "封面 Cover", "说明 Notes", "目录 Contents", "mart_park_component_year", "dim_parks", "fct_emissions",
    ]  # fmt: skip


def test_every_text_before_the_tables_is_seen_whole(book: Any) -> None:
    for sheet in (book["封面 Cover"], book["说明 Notes"]):
        for row in sheet.iter_rows(min_row=6, min_col=2, max_col=2):
            (cell,) = row
            lines = line_count(str(cell.value or ""), sheet.column_dimensions["B"].width)
            height = sheet.row_dimensions[cell.row].height or 15
            assert height >= 15 * lines, (sheet.title, cell.coordinate)


def test_a_table_has_labels_units_names_and_numbers(book: Any) -> None:
    sheet = book["mart_park_component_year"]
    heads = [cell.value for cell in sheet[2]]
    assert "排放量\nEmission\n[tCO2e]" in heads
    assert "核算边界（名称）\nBoundary (name)" in heads
    assert [cell.value for cell in sheet[3]] == [
        "reference_year", "park_code", "park_code (name)", "boundary_code", "boundary_code (name)",
        "component_code", "component_code (name)", "emission_tco2e", "not_estimated_count", "is_partial",
    ]  # fmt: skip
    first, second, third = rows(sheet, first=4)
    assert first[:2] == (2025, "P1")
    assert first[4] == "物理边界 Physical boundary"
    # 24 digits are released; the cell holds fifteen, and shows what it holds.
    assert first[7] == 123456789012.123
    assert sheet["H4"].number_format == "#,##0.000"
    assert (second[7], sheet["H5"].number_format, second[9]) == (-0.5, "#,##0.0", None)
    assert (third[7], third[9]) == ("NE", "是 yes")


def test_nothing_is_a_formula_or_a_link(path: Path, book: Any) -> None:
    texts = [cell for row in book["dim_parks"].iter_rows(min_row=4) for cell in row]
    assert {cell.data_type for cell in texts} <= {"s", "n", "inlineStr"}
    assert '=HYPERLINK("http://x","y")' in [cell.value for cell in texts]
    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
        assert not any(b"<f>" in sheet or b"mergeCell" in sheet for sheet in sheets)
        assert not any(b"http://x" in archive.read(name) for name in archive.namelist() if "_rels" in name)


def test_heads_are_frozen_and_filtered(book: Any) -> None:
    for name in book.sheetnames[3:]:
        assert book[name].freeze_panes == "A4"
        assert book[name].auto_filter.ref.startswith("A3:")
        assert not book[name].merged_cells.ranges


def test_every_sheet_says_what_it_is(book: Any) -> None:
    for sheet in book:
        assert sheet.oddHeader.center.text == MARKS.line
    for name in book.sheetnames[3:]:
        assert MARKS.line in book[name]["A1"].value
    cover = {row[0]: row[1] for row in rows(book["封面 Cover"])}
    assert cover["发布编号 Release"] == "P-1"
    assert cover["方法及版本 Method and version"] == "GHGI v1 · 2025"
    assert cover["设置 Setting"] == "gwp_set_code = CN-AR5"
    assert cover["2025 年覆盖 Coverage 2025"] == (
        "登记园区 2 个：有全年数据 1 个，已报送、全年数据不齐 1 个，未报送 0 个 · "
        "2 parks registered: 1 with a year, 1 reported but no complete year, 0 not reported"
    )
    assert MARKS.line in cover


def test_the_contents_count_what_was_rounded_and_say_where_the_rest_is(book: Any) -> None:
    contents = {row[0]: row for row in rows(book["目录 Contents"], first=4)}
    assert list(contents) == ["mart_park_component_year", "dim_parks", "fct_emissions", "qa_totals"]
    assert contents["mart_park_component_year"][4:6] == (3, 1)
    assert "choose one boundary_code" in contents["mart_park_component_year"][7]
    assert contents["qa_totals"][5:7] == ("—", "data/qa_totals.parquet, lingtan.duckdb")


def test_the_notes_explain_the_rounding(book: Any) -> None:
    notes = "\n".join(str(row[1]) for row in rows(book["说明 Notes"]))
    assert "15 位有效数字" in notes
    assert "15 significant digits" in notes
    assert "NE 未估算" in notes


def test_two_workbooks_of_one_release_are_equal(path: Path, tmp_path: Path) -> None:
    assert write(tmp_path, "b.xlsx").read_bytes() == path.read_bytes()


def test_long_tables_are_left_to_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert has_sheet(COMPONENTS, writing.ROW_LIMIT)
    assert not has_sheet(COMPONENTS, writing.ROW_LIMIT + 1)
    assert has_sheet(FACTS, writing.DETAIL_ROW_LIMIT)
    assert not has_sheet(FACTS, writing.DETAIL_ROW_LIMIT + 1)
    assert not has_sheet(CHECK, 1)
    monkeypatch.setattr(writing, "DETAIL_ROW_LIMIT", 1)
    book = openpyxl.load_workbook(write(tmp_path))
    assert "dim_parks" not in book.sheetnames
    contents = {row[0]: row for row in rows(book["目录 Contents"], first=4)}
    assert contents["dim_parks"][6] == "超过 1 行 more than 1 rows: data/dim_parks.parquet, lingtan.duckdb"
