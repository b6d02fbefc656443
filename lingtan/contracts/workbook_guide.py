"""The first sheet of a form: what it is and how to fill it in. A reader ignores it."""

from collections.abc import Mapping

import polars as pl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lingtan.contracts.consistency import GUIDE_SHEET
from lingtan.contracts.model import Contract
from lingtan.contracts.text_width import line_count
from lingtan.contracts.workbook_styles import TAB_GUIDE

_WIDTHS = {"A": 20, "B": 34, "C": 46}
_LINE_HEIGHT = 15
# A column is measured in digits of 11 points; our 10-point texts hold a few more.
_FIT = 1.15

_STEPS = (
    (
        "浅黄色为填报区；带 (*) 的为必填。灰色小字为系统列名，请勿改动或移动各列标题。",
        "Fill in the light yellow cells; (*) is required. Leave the small grey column names as they are.",
    ),
    (
        "代码列可从下拉列表选择中文名称，也可直接填写代码或英文名称。",
        "In a code column pick the Chinese name from the list, or type the code or the English name.",
    ),
    (
        "数字按实际精度填写，不必取整；填报值原样保存，不会被改动。",
        "Give numbers at their own precision. A value is kept as submitted and never changed.",
    ),
    (
        "行数不够时直接向下续填；空白行可以保留。",
        "Go on below the last row where you need more; empty rows may stay.",
    ),
)


def add_guide(workbook: Workbook, contract: Contract, code_lists: Mapping[str, pl.DataFrame]) -> None:
    """Write the guide sheet: the form, how to fill it in, notation keys, the sheets, the units."""
    sheet = workbook.create_sheet(GUIDE_SHEET)
    sheet.sheet_properties.tabColor = TAB_GUIDE
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    _line(sheet, "form_title", contract.title.zh)
    _line(sheet, "form_number", contract.title.en)
    _line(
        sheet,
        "form_number",
        f"表号：{contract.form_number}　　第 {contract.version} 版 · version {contract.version}　　"
        f"适用报告期：{contract.valid_from:%Y-%m-%d} 起 · periods from {contract.valid_from:%Y-%m-%d}"
        + (f" 至 to {contract.valid_to:%Y-%m-%d}" if contract.valid_to else ""),
    )
    _heading(sheet, "填报说明 · How to fill in this form")
    for position, (zh, en) in enumerate(((contract.note.zh, contract.note.en), *_STEPS), start=1):
        _paragraph(sheet, f"{position}. {zh}\n    {en}")
    _heading(sheet, "各表 · Sheets")
    _grid(
        sheet,
        ("表名 Sheet", "每行 One row a", "唯一标识 Key"),
        [
            (
                table.title.zh,
                f"{table.title.en}\n{table.grain}",
                "、".join(table.column(name).label.zh for name in table.key) + "\n" + ", ".join(table.key),
            )
            for table in contract.tables
        ],
    )
    if any(column.notation_keys for table in contract.tables for column in table.columns):
        _heading(sheet, "没有数字时填写的符号 · Keys where there is no number")
        _grid(
            sheet,
            ("符号 Key", "含义", "Meaning"),
            list(code_lists["notation_keys"].iter_rows()),
        )
    if any(column.code_list == "units" for table in contract.tables for column in table.columns):
        _heading(sheet, "计量单位 · Units")
        _grid(sheet, ("代码 Code", "中文名称", "English name"), list(code_lists["units"].iter_rows()))
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _next_row(sheet: Worksheet) -> int:
    return sheet.max_row + 1 if sheet["A1"].value is not None else 1


def _line(sheet: Worksheet, style: str, text: str) -> None:
    row = _next_row(sheet)
    sheet.cell(row, 1, text).style = style
    sheet.row_dimensions[row].height = 28 if style == "form_title" else 17


def _heading(sheet: Worksheet, text: str) -> None:
    row = _next_row(sheet) + 1
    sheet.cell(row, 1, text).style = "section"
    sheet.row_dimensions[row].height = 22


def _paragraph(sheet: Worksheet, text: str) -> None:
    row = _next_row(sheet)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
    sheet.cell(row, 1, text).style = "plain"
    sheet.row_dimensions[row].height = line_count(text, sum(_WIDTHS.values()) * _FIT) * _LINE_HEIGHT + 3


def _grid(sheet: Worksheet, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    for style, texts in [("head", heads), *(("boxed", row) for row in rows)]:
        row = _next_row(sheet)
        for position, text in enumerate(texts, start=1):
            cell = sheet.cell(row, position, text)
            cell.data_type = "s"
            cell.style = style
        lines = (line_count(text, width * _FIT) for text, width in zip(texts, _WIDTHS.values(), strict=True))
        sheet.row_dimensions[row].height = max(lines) * _LINE_HEIGHT + 4
