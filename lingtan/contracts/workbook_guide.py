"""The first sheet of a form: what it is and how to fill it in. A reader ignores it."""

from collections.abc import Mapping
from typing import Final

import polars as pl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lingtan.contracts.consistency import GUIDE_SHEET
from lingtan.contracts.model import COVER, Contract
from lingtan.contracts.periods import PERIOD_WORDS
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


#: Marks a table that may be left out, wherever it is named.
OPTIONAL: Final = "（选填 optional）"
_OPTIONAL_NOTE = (
    "标有“选填”的表，没有相应业务时可以不填或删去；“完整性”表说明没有填报的源类别属于何种情况。\n"
    "A sheet marked optional may stay empty or be removed where there is nothing to report; the sheet on "
    "completeness says of each source category why."
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
    if any(not table.required for table in contract.tables):
        _paragraph(sheet, _OPTIONAL_NOTE)
    _grid(
        sheet,
        ("表名 Sheet", "每行 One row a", "唯一标识 Key"),
        [
            (
                table.title.zh + ("" if table.required else f"\n{OPTIONAL}"),
                f"{table.title.en}\n{table.grain}",
                "、".join(table.column(name).label.zh for name in table.key) + "\n" + ", ".join(table.key),
            )
            for table in contract.tables
        ],
    )
    _periods(sheet, contract, code_lists)
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


def _periods(sheet: Worksheet, contract: Contract, code_lists: Mapping[str, pl.DataFrame]) -> None:
    _heading(sheet, "报告期的写法 · How a period is written")
    words = [PERIOD_WORDS[kind] for kind in contract.period_types]
    _grid(
        sheet,
        ("期别 Period", "写法 Written as", "含义 Meaning"),
        [(f"{word.zh} {word.en}", word.example, f"{word.meaning_zh} · {word.meaning_en}") for word in words],
    )
    has_basis = any(column.code_list == "period_basis" for column in contract.table(COVER).columns)
    if has_basis and "month" in contract.period_types:
        entries = code_lists["period_basis"].filter(pl.col("code") == "year_to_date")
        for code, name_zh, name_en in entries.iter_rows():
            _paragraph(
                sheet,
                f"期别口径为“{name_zh}”（{code}）时，数字从 1 月 1 日累计到报告期末："
                "2025-06 为 1 至 6 月合计，2025-02 为 1、2 月合并报送。\n"
                f"With the basis “{name_en}” ({code}) the figures run from 1 January to the end of the "
                "period: 2025-06 is January to June, 2025-02 January and February jointly.",
            )


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
