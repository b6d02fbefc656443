"""The hidden sheet of code lists and the drop-downs and hints that use it."""

from collections.abc import Mapping
from decimal import Decimal

import polars as pl
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from lingtan.contracts.consistency import LISTS_SHEET
from lingtan.contracts.model import BOOLEAN_TEXTS, Column, Contract

# A list takes three columns (code, name in Chinese, name in English) and one empty one.
_COLUMNS_PER_LIST = 4
_FIRST_ENTRY_ROW = 3


def lists_used(contract: Contract) -> list[str]:
    """The code lists the contract's columns name, in order of first use."""
    names = (column.code_list for table in contract.tables for column in table.columns if column.code_list)
    return list(dict.fromkeys(names))


def add_lists(
    workbook: Workbook, contract: Contract, code_lists: Mapping[str, pl.DataFrame]
) -> dict[str, str]:
    """Write the lists the form uses to the hidden sheet; returns list name -> range of its Chinese names."""
    sheet = workbook.create_sheet(LISTS_SHEET)
    sheet.sheet_state = "hidden"
    ranges = {}
    for position, name in enumerate(lists_used(contract)):
        first = position * _COLUMNS_PER_LIST + 1
        entries = code_lists[name]
        sheet.cell(1, first, name)
        for offset, column in enumerate(("code", "name_zh", "name_en")):
            sheet.cell(2, first + offset, column)
            for row, text in enumerate(entries[column], start=_FIRST_ENTRY_ROW):
                sheet.cell(row, first + offset, text).data_type = "s"
        letter = get_column_letter(first + 1)
        last = _FIRST_ENTRY_ROW + entries.height - 1
        ranges[name] = f"{quote_sheetname(LISTS_SHEET)}!${letter}${_FIRST_ENTRY_ROW}:${letter}${last}"
    return ranges


def validation_for(column: Column, list_ranges: Mapping[str, str]) -> DataValidation | None:
    """What the workbook offers or says at the cells of this column; None where it has nothing to say.

    It never refuses an entry: a code may be typed instead of picked, and what is wrong is told with its
    reason by the rules.
    """
    if column.code_list:
        return DataValidation(
            type="list",
            formula1=list_ranges[column.code_list],
            errorStyle="warning",
            errorTitle="不在代码表中 · Not in the list",
            error="请从下拉列表选择，或填写代码。是否保留？ Pick from the list or type a code. Keep this?",
            showErrorMessage=True,
        )
    if column.type == "boolean":
        offered = ",".join(list(BOOLEAN_TEXTS)[:2])
        return DataValidation(
            type="list", formula1=f'"{offered}"', errorStyle="warning", showErrorMessage=True
        )
    if column.notation_keys:
        keys = " ".join(column.notation_keys)
        return DataValidation(
            showInputMessage=True,
            promptTitle=column.label.zh,
            prompt=f"填数字；没有数字时填 {keys} 之一，见“说明”。A number, or one of {keys}.",
        )
    if column.min is not None and column.max is not None:
        return _range_validation(column, column.min, column.max)
    return None


def _range_validation(column: Column, least: Decimal, most: Decimal) -> DataValidation:
    return DataValidation(
        type="whole" if column.type == "integer" else "decimal",
        operator="between",
        formula1=str(least),
        formula2=str(most),
        errorStyle="warning",
        errorTitle=f"{column.label.zh} · {column.label.en}"[:32],
        error=f"应在 {least} 至 {most} 之间。是否保留？ Expected between {least} and {most}. Keep this?",
        showErrorMessage=True,
    )
