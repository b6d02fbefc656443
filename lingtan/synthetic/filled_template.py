"""The form's own workbook filled in, as a clerk fills it: the empty template with cells put into its sheets.

Thirty workbooks written cell by cell would take longer than all else the nation writes; the template is
built once, and only the cells with values are new.
"""

import io
import re
import tempfile
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from lingtan.contracts.form_rows import FormRows, rows_of
from lingtan.contracts.load import contract_for
from lingtan.contracts.model import Contract, Table
from lingtan.contracts.steady_zip import write_steady_zip
from lingtan.contracts.workbook import write_workbook
from lingtan.contracts.workbook_sheets import FIRST_ENTRY, FIRST_ROW, VALUE_COLUMN

_ROW: Final = re.compile(r'<row r="(\d+)"[^>]*>.*?</row>|<row r="(\d+)"[^>]*/>', re.DOTALL)
_EMPTY_CELL: Final = re.compile(r'<c r="([A-Z]+)\d+" s="(\d+)"(?: t="n")? ?/>')
_DAY_ZERO: Final = date(1899, 12, 30)
#: A number cell reads as the number written up to so many digits.
_DIGITS: Final = 15


def write_filled_template(contract: Contract, path: Path, rows: FormRows) -> None:
    """Write the workbook with these rows; equal rows give equal bytes (L4).

    Raises:
        ValueError: a table or column the contract does not know.
    """
    sheets = {
        f"xl/worksheets/sheet{place}.xml": table for place, table in enumerate(contract.tables, start=2)
    }
    members = []
    for name, content in _template(contract.form, contract.version):
        table = sheets.get(name)
        given = rows_of(contract, table, rows) if table is not None else []
        if table is not None and given:
            fill = _fill_vertical if table.orientation == "vertical" else _fill_table
            content = fill(table, given, content.decode("utf-8")).encode("utf-8")
        members.append((name, content))
    write_steady_zip(path, members)


@cache
def _template(form: str, version: str) -> tuple[tuple[str, bytes], ...]:
    """The members of the empty workbook; its table sheets follow the guide, in the contract's order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_workbook(contract_for(form, version), path)
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            return tuple((name, archive.read(name)) for name in archive.namelist())


def _fill_vertical(table: Table, rows: list[dict[str, object]], sheet: str) -> str:
    letter = get_column_letter(VALUE_COLUMN)
    for line, column in enumerate(table.columns, start=FIRST_ENTRY):
        value = rows[0][column.name]
        if value is not None and column.fixed is None:
            at = f"{letter}{line}"
            blank = re.search(rf'<c r="{at}" s="(\d+)"(?: t="n")? ?/>', sheet)
            if blank is None:
                raise ValueError(f"the template of table {table.name} has no blank cell {at}")
            sheet = sheet[: blank.start()] + _cell(at, blank[1], value) + sheet[blank.end() :]
    return sheet


def _fill_table(table: Table, rows: list[dict[str, object]], sheet: str) -> str:
    ready = {int(row[1] or row[2]): row for row in _ROW.finditer(sheet)}
    first, last = ready[FIRST_ROW], ready[max(ready)]
    styles = dict(_EMPTY_CELL.findall(first[0]))
    letters = [get_column_letter(position) for position in range(1, len(table.columns) + 1)]
    head = first[0][: first[0].index(">")].replace(f'r="{FIRST_ROW}"', 'r="{}"')
    filled = []
    for number, row in enumerate(rows, start=FIRST_ROW):
        cells = (
            _cell(f"{letter}{number}", styles[letter], value)
            for letter, value in zip(letters, row.values(), strict=True)
        )
        filled.append(f"{head.format(number)}>{''.join(cells)}</row>")
    end = FIRST_ROW + len(rows) - 1
    dimension = re.sub(
        r'<dimension ref="A1:([A-Z]+)\d+"', rf'<dimension ref="A1:\g<1>{end}"', sheet[: first.start()]
    )
    return dimension + "".join(filled) + sheet[last.end() :]


def _cell(at: str, style: str, value: object) -> str:
    match value:
        case None:
            return f'<c r="{at}" s="{style}"/>'
        case bool():
            return _text(at, style, "是" if value else "否")
        case Decimal() | int() if len(Decimal(value).as_tuple().digits) <= _DIGITS:
            return f'<c r="{at}" s="{style}"><v>{Decimal(value):f}</v></c>'
        case date():
            return f'<c r="{at}" s="{style}"><v>{(value - _DAY_ZERO).days}</v></c>'
        case _:
            return _text(at, style, str(value))


def _text(at: str, style: str, text: str) -> str:
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
