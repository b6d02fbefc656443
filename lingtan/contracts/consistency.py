"""Whether the parts of a contract fit together: what the types of its model cannot say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from lingtan.contracts.batch import SYSTEM_COLUMNS
from lingtan.contracts.model import COVER, Column, Contract, Table

#: Sheets of the workbook that are no table.
GUIDE_SHEET: Final = "说明"
LISTS_SHEET: Final = "代码表"

# Two underscores separate a column from what the lake adds to it.
_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# What a workbook refuses in the name of a sheet.
_SHEET_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_SHEET_LENGTH = 31


def inconsistencies(contract: Contract) -> list[str]:
    """Everything in a contract that contradicts itself, as readable lines; empty where all is well."""
    return [*_form_faults(contract), *(fault for table in contract.tables for fault in _table_faults(table))]


def overlaps(contracts: Iterable[Contract]) -> list[str]:
    """Versions of one form that are valid for the same day: a return is checked against one version."""
    ordered = sorted(contracts, key=lambda contract: (contract.form, contract.valid_from))
    return [
        f"{earlier.form} {earlier.version} and {later.version} are both valid on {later.valid_from}"
        for earlier, later in pairwise(ordered)
        if earlier.form == later.form and (earlier.valid_to is None or earlier.valid_to >= later.valid_from)
    ]


def _form_faults(contract: Contract) -> Iterator[str]:
    if (contract.path.parent.name, contract.path.stem) != (contract.form, contract.version):
        yield f"this file is not {contract.form}/{contract.version}.yaml"
    if not contract.version.isdecimal():
        yield f"version {contract.version} is not a whole number"
    if contract.valid_to is not None and contract.valid_to < contract.valid_from:
        yield "valid_to is before valid_from"
    yield from _twice("table", (table.name for table in contract.tables))
    yield from _twice("sheet", (GUIDE_SHEET, LISTS_SHEET, *(table.title.zh for table in contract.tables)))
    first = contract.tables[0] if contract.tables else None
    if first is None or first.name != COVER or first.orientation != "vertical":
        yield f"the first table is not a vertical {COVER}"
        return
    cover = {column.name: column for column in first.columns}
    for name, text in (("form", contract.form), ("form_version", contract.version)):
        if name not in cover or cover[name].fixed != text:
            yield f"{COVER}.{name} is not fixed to {text}"
    for name in (contract.reporting_unit, "period", "submission_kind_code"):
        if name not in cover or not cover[name].required:
            yield f"{COVER} has no required column {name}"


def _table_faults(table: Table) -> Iterator[str]:
    names = [column.name for column in table.columns]
    if not _NAME.fullmatch(table.name):
        yield f"table {table.name}: a name is lower-case ASCII words joined by single underscores"
    if len(table.title.zh) > _SHEET_LENGTH or _SHEET_FORBIDDEN.search(table.title.zh):
        yield f"{table.name}: {table.title.zh} cannot name a sheet"
    if not table.required and (table.orientation == "vertical" or table.min_rows):
        yield f"{table.name}: a table that may be left out is no {COVER} and needs no rows"
    yield from _twice(f"{table.name} column", names)
    yield from _twice(f"{table.name} label", (column.label.zh for column in table.columns))
    for name in table.key:
        if name not in names or not table.column(name).required:
            yield f"{table.name}: key {name} is not a required column"
    for column in table.columns:
        for fault in _column_faults(column):
            yield f"{table.name}.{column.name}: {fault}"


def _column_faults(column: Column) -> Iterator[str]:
    if not _NAME.fullmatch(column.name):
        yield "a name is lower-case ASCII words joined by single underscores"
    if column.name in SYSTEM_COLUMNS:
        yield "the lake uses this name itself"
    if (column.type == "code") != (column.code_list is not None):
        yield "a code column, and no other, names a code_list"
    numeric = column.type in ("decimal", "integer")
    if not numeric and (column.notation_keys or column.min is not None or column.max is not None):
        yield "only a number has notation_keys, min or max"
    if column.min is not None and column.max is not None and column.min > column.max:
        yield "min is above max"
    if column.period_types and column.type != "period":
        yield "only a period has period_types"
    if column.fixed is not None and column.type != "text":
        yield "only a text is fixed"


def _twice(kind: str, names: Iterable[str]) -> Iterator[str]:
    return (f"{kind} {name} is given twice" for name, count in Counter(names).items() if count > 1)
