"""One sheet of a form for one table: a head with rows to fill in, or a list of labels with values."""

import math
from collections.abc import Mapping
from typing import Final

import polars as pl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lingtan.contracts.model import Column, Contract, Table
from lingtan.contracts.text_width import line_count, text_width
from lingtan.contracts.workbook_guide import OPTIONAL
from lingtan.contracts.workbook_lists import validation_for
from lingtan.contracts.workbook_styles import FONT, REQUIRED, TAB_COVER, TAB_TABLE, input_style
from lingtan.contracts.workbook_values import write_value

#: Where the rows of a table begin; the row above holds the column names.
FIRST_ROW: Final = 6
#: Where the entries of a vertical table begin, and the columns of its names and values.
FIRST_ENTRY: Final = 4
NAME_COLUMN: Final = 3
VALUE_COLUMN: Final = 4

# Rows that look ready to be filled in; the drop-downs and text formats reach as far as a form may.
_READY_ROWS: Final = 40
_INPUT_HEIGHT: Final = 18
_LAST_ROW: Final = 20_000
# Columns whose values are no texts.
_NUMBERS: Final = ("decimal", "integer", "date")
# The names of the columns are set smaller than the texts a width is measured in.
_CODE_NAME_SIZE: Final = 0.75
# Columns in which people write sentences.
_LONG_TEXTS: Final = ("remark", "answer", "reason", "factor_note", "factor_document")
# A sheet wider than this, in half-width characters, prints on A3.
_A4_WIDTH: Final = 190


def fill_sheet(
    sheet: Worksheet,
    contract: Contract,
    table: Table,
    rows: list[dict[str, object]],
    code_lists: Mapping[str, pl.DataFrame],
    list_ranges: Mapping[str, str],
) -> None:
    """Write one table to its sheet, filled with the rows (all columns in the contract's order)."""
    optional = "" if table.required else f"  {OPTIONAL}"
    sheet.cell(1, 1, f"{table.title.zh}  {table.title.en}{optional}").style = "form_title"
    keys = "、".join(table.column(name).label.zh for name in table.key)
    sheet.cell(
        2,
        1,
        f"表号：{contract.form_number}　{contract.title.zh} · version {contract.version}　　"
        f"每行唯一：{keys} · {table.grain}　　(*) 必填 required",
    ).style = "form_number"
    sheet.row_dimensions[1].height = 30
    sheet.row_dimensions[2].height = 17
    if table.orientation == "vertical":
        _fill_vertical(sheet, table, rows[0] if rows else {}, list_ranges)
    else:
        _fill_table(sheet, table, rows, code_lists, list_ranges)
    _set_up_print(sheet, contract)


def _fill_table(
    sheet: Worksheet,
    table: Table,
    rows: list[dict[str, object]],
    code_lists: Mapping[str, pl.DataFrame],
    list_ranges: Mapping[str, str],
) -> None:
    sheet.sheet_properties.tabColor = TAB_TABLE
    head_lines = hint_lines = 1
    widths = [_column_width(column, code_lists) for column in table.columns]
    for position, (column, width) in enumerate(zip(table.columns, widths, strict=True), start=1):
        letter = get_column_letter(position)
        # Beyond the rows prepared below, a text stays the text that was typed.
        sheet.column_dimensions[letter].number_format = "General" if column.type in _NUMBERS else "@"
        sheet.column_dimensions[letter].width = width
        hint = "\n".join([column.label.en, *((column.help.zh, column.help.en) if column.help else ())])
        sheet.cell(3, position, _label(column)).style = "head"
        sheet.cell(4, position, hint).style = "hint"
        sheet.cell(5, position, column.name).style = "code_name"
        head_lines = max(head_lines, line_count(str(_label(column)), width - 2))
        hint_lines = max(hint_lines, line_count(hint, width * 1.1))
        _validate(sheet, column, list_ranges, f"{letter}{FIRST_ROW}:{letter}{_LAST_ROW}")
    sheet.row_dimensions[3].height = head_lines * 16 + 6
    sheet.row_dimensions[4].height = hint_lines * 11 + 4
    sheet.row_dimensions[5].height = 12
    styles = [input_style(column.type) for column in table.columns]
    for row in range(FIRST_ROW, FIRST_ROW + max(_READY_ROWS, len(rows))):
        for position, style in enumerate(styles, start=1):
            sheet.cell(row, position).style = style
        sheet.row_dimensions[row].height = _INPUT_HEIGHT
    for row, values in enumerate(rows, start=FIRST_ROW):
        lines = 1
        for position, (width, value) in enumerate(zip(widths, values.values(), strict=True), start=1):
            write_value(sheet.cell(row, position), value)
            lines = max(lines, line_count(str(value), width - 3))
        sheet.row_dimensions[row].height = max(_INPUT_HEIGHT, lines * 14 + 4)
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.print_title_rows = f"1:{FIRST_ROW - 1}"
    total = sum(dimension.width for dimension in sheet.column_dimensions.values())
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if total > _A4_WIDTH else sheet.PAPERSIZE_A4


def _fill_vertical(
    sheet: Worksheet, table: Table, row: Mapping[str, object], list_ranges: Mapping[str, str]
) -> None:
    sheet.sheet_properties.tabColor = TAB_COVER
    sheet.sheet_view.showGridLines = False
    widths = {"A": 24, "B": 48, "C": 26, "D": 44}
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width
    for position, head in enumerate(("项目", "Item and hint 提示", "列名 Column", "填报内容 Value"), start=1):
        sheet.cell(3, position, head).style = "head"
    for line, column in enumerate(table.columns, start=FIRST_ENTRY):
        hint = "\n".join(
            [column.label.en, *((f"{column.help.zh}　{column.help.en}",) if column.help else ())]
        )
        sheet.cell(line, 1, _label(column)).style = "row_label"
        sheet.cell(line, 2, hint).style = "row_hint"
        sheet.cell(line, NAME_COLUMN, column.name).style = "row_code"
        value = sheet.cell(line, VALUE_COLUMN)
        value.style = "fixed" if column.fixed is not None else input_style(column.type)
        write_value(value, row.get(column.name))
        _validate(sheet, column, list_ranges, value.coordinate)
        sheet.row_dimensions[line].height = max(20, line_count(hint, widths["B"]) * 14 + 5)
    sheet.row_dimensions[3].height = 22
    sheet.freeze_panes = f"A{FIRST_ENTRY}"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4


def _label(column: Column) -> str | CellRichText:
    text = column.label.zh
    unit = f"\n{column.unit}" if column.unit else ""
    if not column.required:
        return text + unit
    red = InlineFont(rFont=FONT, sz=10, b=True, color=REQUIRED)
    return CellRichText(text, TextBlock(red, " (*)"), *([unit] if unit else []))


def _column_width(column: Column, code_lists: Mapping[str, pl.DataFrame]) -> int:
    label = max(text_width(line) for line in str(_label(column)).split("\n")) + 3
    content = {"text": 14, "boolean": 8}.get(column.type, 12)
    if column.code_list:
        # A clerk picks the name, a system writes the code; and room for the arrow of the drop-down.
        texts = [*code_lists[column.code_list]["name_zh"], *code_lists[column.code_list]["code"]]
        content = max((text_width(text) for text in texts), default=0) + 4
    if column.name in _LONG_TEXTS:
        content = 26
    code_name = math.ceil(text_width(column.name) * _CODE_NAME_SIZE)
    return max(11, code_name, min(22, label), min(30, content))


def _validate(sheet: Worksheet, column: Column, list_ranges: Mapping[str, str], cells: str) -> None:
    validation = validation_for(column, list_ranges)
    if validation is not None:
        validation.add(cells)
        sheet.add_data_validation(validation)


def _set_up_print(sheet: Worksheet, contract: Contract) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.6, 0.75
    margins.header = margins.footer = 0.35
    sheet.oddFooter.left.text = f"{contract.form_number} v{contract.version}"
    sheet.oddFooter.center.text = sheet.title
    sheet.oddFooter.right.text = "&P / &N"
