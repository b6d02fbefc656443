"""The form as a workbook: the layout a reader relies on, exact values, equal bytes (L3, L4)."""

import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from lingtan.contracts.code_lists import load_code_lists
from lingtan.contracts.load import contract_for, load_contracts
from lingtan.contracts.model import Contract
from lingtan.contracts.workbook import write_workbook
from lingtan.contracts.workbook_values import write_value

FORMS = pytest.mark.parametrize("contract", load_contracts(), ids=lambda contract: contract.form)


@FORMS
def test_template_has_the_layout_a_reader_relies_on(contract: Contract, tmp_path: Path) -> None:
    write_workbook(contract, tmp_path / "form.xlsx")
    workbook = load_workbook(tmp_path / "form.xlsx")
    titles = [table.title.zh for table in contract.tables]
    assert workbook.sheetnames == ["说明", *titles, "代码表"]
    assert workbook["代码表"].sheet_state == "hidden"
    for table in contract.tables:
        sheet = workbook[table.title.zh]
        names = [column.name for column in table.columns]
        assert sheet["A1"].value.startswith(f"{table.title.zh}  {table.title.en}")
        assert ("选填 optional" in sheet["A1"].value) is not table.required
        assert contract.form_number in sheet["A2"].value
        if table.orientation == "vertical":
            rows = list(sheet.iter_rows(min_row=4, max_col=4, values_only=True))
            assert [row[2] for row in rows] == names
            assert [row[3] for row in rows] == [column.fixed for column in table.columns]
        else:
            assert [cell.value for cell in sheet[5]] == names
            assert all(cell.value is None for row in sheet.iter_rows(min_row=6) for cell in row)
            assert sheet.freeze_panes == "B6"
        labels = [row[0] for row in rows] if table.orientation == "vertical" else [c.value for c in sheet[3]]
        for label, column in zip(labels, table.columns, strict=True):
            assert label.startswith(column.label.zh)
            assert (" (*)" in label) == column.required
            assert (column.unit or "") in label


@FORMS
def test_template_suits_a_clerk(contract: Contract, tmp_path: Path) -> None:
    write_workbook(contract, tmp_path / "form.xlsx")
    workbook = load_workbook(tmp_path / "form.xlsx")
    for table in contract.tables:
        sheet = workbook[table.title.zh]
        assert not sheet.protection.sheet
        assert not sheet.merged_cells.ranges
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        if table.orientation == "table":
            formats = {
                column.type: sheet.cell(6, place).number_format
                for place, column in enumerate(table.columns, 1)
            }
            # Nothing rounds what is shown; a leading zero or a long code stays as typed.
            expected = {"decimal": "General", "integer": "General", "date": "yyyy-mm-dd"}
            assert formats == {column_type: expected.get(column_type, "@") for column_type in formats}


def test_the_guide_names_optional_sheets_and_how_a_period_is_written(tmp_path: Path) -> None:
    contract = contract_for("park_return", "1")
    write_workbook(contract, tmp_path / "form.xlsx")
    rows = list(load_workbook(tmp_path / "form.xlsx")["说明"].iter_rows(max_col=3, values_only=True))
    names = [str(row[0]).split("\n") for row in rows]
    for table in contract.tables:
        (own,) = [name for name in names if name[0] == table.title.zh]
        assert (own[1:] == ["（选填 optional）"]) is not table.required
    assert {row[1] for row in rows} >= {"2025", "2025-Q1", "2025-01"}
    assert any("2025-02 为 1、2 月合并报送" in str(row[0]) for row in rows)


@FORMS
def test_hints_are_no_longer_than_a_spreadsheet_takes(contract: Contract, tmp_path: Path) -> None:
    """A longer one is dropped when the file is opened, with an offer to repair it."""
    write_workbook(contract, tmp_path / "form.xlsx")
    for sheet in load_workbook(tmp_path / "form.xlsx"):
        for hint in sheet.data_validations.dataValidation:
            assert max(len(hint.promptTitle or ""), len(hint.errorTitle or "")) <= 32
            assert max(len(hint.prompt or ""), len(hint.error or "")) <= 255
            assert len(hint.formula1 or "") <= 255


@FORMS
def test_drop_downs_offer_the_chinese_names_of_the_list(contract: Contract, tmp_path: Path) -> None:
    write_workbook(contract, tmp_path / "form.xlsx")
    workbook = load_workbook(tmp_path / "form.xlsx")
    for table in contract.tables:
        sheet = workbook[table.title.zh]
        for place, column in enumerate(table.columns):
            if column.code_list is None:
                continue
            address = (
                f"D{4 + place}" if table.orientation == "vertical" else sheet.cell(6, place + 1).coordinate
            )
            (validation,) = [
                found for found in sheet.data_validations.dataValidation if address in found.cells
            ]
            place_of_list, cells = validation.formula1.replace("$", "").split("!")
            assert place_of_list.strip("'") == "代码表"
            offered = [cell.value for (cell,) in workbook["代码表"][cells]]
            assert offered == load_code_lists()[column.code_list]["name_zh"].to_list()
            assert validation.errorStyle == "warning"


def test_equal_input_gives_equal_bytes_without_a_clock_l4(tmp_path: Path) -> None:
    contract = contract_for("park_return", "1")
    for name in ("first.xlsx", "second.xlsx"):
        write_workbook(contract, tmp_path / name, {"units": [{"unit_code": "U1"}]})
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "first.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = load_workbook(tmp_path / "first.xlsx").properties
    assert properties.created == properties.modified == datetime(2020, 1, 1)  # noqa: DTZ001 as the file has it


def test_filled_form_holds_every_value_as_given_l1_l3(tmp_path: Path) -> None:
    contract = contract_for("park_register", "1")
    park = {
        "park_code": "001",
        "park_name_zh": "=示例园区",
        "park_level_code": "国家级",
        "physical_area_hectare": Decimal("12.5"),
        "administrative_area_hectare": Decimal("12345.678901234567"),
        "park_status_from": date(2025, 1, 1),
        "is_publishable": True,
        "is_synthetic": False,
        "remark": "#N/A",
    }
    others = [{"park_code": "000"}] * 60
    rows: dict[str, list[Mapping[str, object]]] = {
        "cover": [{"period": "2025-01-01"}],
        "parks": [*others, park],
    }
    write_workbook(contract, tmp_path / "form.xlsx", rows)
    workbook = load_workbook(tmp_path / "form.xlsx")
    cover = {row[2]: row[3] for row in workbook["封面"].iter_rows(min_row=4, max_col=4, values_only=True)}
    assert (cover["form"], cover["form_version"], cover["period"]) == ("park_register", "1", "2025-01-01")
    sheet = workbook["园区"]
    names = [cell.value for cell in sheet[5]]
    found = {name: cell for name, cell in zip(names, sheet[66], strict=True) if cell.value is not None}
    assert {name: cell.value for name, cell in found.items()} == park | {
        "physical_area_hectare": 12.5,
        "administrative_area_hectare": "12345.678901234567",
        "park_status_from": datetime(2025, 1, 1),  # noqa: DTZ001 a date cell has no zone
        "is_publishable": "是",
        "is_synthetic": "否",
    }
    assert {found[name].data_type for name in ("park_code", "park_name_zh", "remark")} == {"s"}


@settings(deadline=None, max_examples=60)
@given(values=st.lists(st.decimals(-(10**13) + 1, 10**13 - 1, places=12), min_size=1, max_size=60))
def test_a_number_cell_reads_as_the_decimal_or_is_text_l3(
    tmp_path_factory: pytest.TempPathFactory, values: list[Decimal]
) -> None:
    # Through a real file: what a reader gets is what was given, whichever kind of cell it is.
    path = tmp_path_factory.mktemp("values") / "values.xlsx"
    workbook = Workbook()
    sheet = workbook.active
    for row, value in enumerate(values, start=1):
        write_value(sheet.cell(row, 1), value)
        write_value(sheet.cell(row, 2), round(value, 2))
    workbook.save(path)
    for value, (exact, rounded) in zip(values, load_workbook(path).active.values, strict=True):
        assert Decimal(exact if isinstance(exact, str) else repr(exact)) == value
        assert Decimal(rounded if isinstance(rounded, str) else repr(rounded)) == round(value, 2)
        # Up to 15 digits a number is a number cell.
        assert not isinstance(rounded, str)


def test_a_float_an_unknown_column_and_an_unknown_table_are_refused(tmp_path: Path) -> None:
    contract = contract_for("park_return", "1")
    with pytest.raises(TypeError, match="float cannot stand in a form"):
        write_workbook(contract, tmp_path / "x.xlsx", {"energy": [{"quantity": 0.1}]})
    with pytest.raises(ValueError, match="table energy has no column quantiy"):
        write_workbook(contract, tmp_path / "x.xlsx", {"energy": [{"quantiy": Decimal(1)}]})
    with pytest.raises(ValueError, match="form park_return has no table scope4"):
        write_workbook(contract, tmp_path / "x.xlsx", {"scope4": []})
    with pytest.raises(ValueError, match="table cover has one row, not 2"):
        write_workbook(contract, tmp_path / "x.xlsx", {"cover": [{}, {}]})
    assert list(tmp_path.iterdir()) == []
