"""A form as a workbook: the empty template, or the form filled in."""

import io
import re
import zipfile
from datetime import datetime, time
from pathlib import Path

from openpyxl.workbook import Workbook

from lingtan.contracts.code_lists import load_code_lists
from lingtan.contracts.form_rows import FormRows, rows_of
from lingtan.contracts.model import Contract
from lingtan.contracts.steady_zip import write_steady_zip
from lingtan.contracts.workbook_guide import add_guide
from lingtan.contracts.workbook_lists import add_lists
from lingtan.contracts.workbook_sheets import fill_sheet
from lingtan.contracts.workbook_styles import add_styles

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def write_workbook(contract: Contract, path: Path, rows: FormRows | None = None) -> None:
    """Write the form's workbook: the template where `rows` is None, else the form filled with the rows.

    First sheet 说明 (guide), one sheet a table named after its Chinese title, then the hidden sheet 代码表. A
    table sheet holds title, form number, labels, hints and column names in rows 1 to 5 and data from row
    6; a vertical sheet (cover) holds label, hint, column name and value in columns A to D from row 4.

    Values are written exactly: a Decimal as a number cell where that cell reads as the same number, else as
    text (`workbook_values.write_value`); a code as the code or name given. Equal input gives equal bytes
    (L4).

    Raises:
        ContractError: a code list cannot be read.
        ValueError: a table or column the contract does not know.
        TypeError: a value that cannot stand in a form; a float is refused (L3).
    """
    code_lists = load_code_lists()
    workbook = Workbook()
    workbook.remove(workbook.active)
    add_styles(workbook)
    add_guide(workbook, contract, code_lists)
    table_sheets = [workbook.create_sheet(table.title.zh) for table in contract.tables]
    list_ranges = add_lists(workbook, contract, code_lists)
    for sheet, table in zip(table_sheets, contract.tables, strict=True):
        fill_sheet(sheet, contract, table, rows_of(contract, table, rows or {}), code_lists, list_ranges)
    workbook.active = 1
    _save(workbook, contract, path)


def _save(workbook: Workbook, contract: Contract, path: Path) -> None:
    # The moment of writing must not get into the file; the form's own date stands for it.
    moment = datetime.combine(contract.valid_from, time())
    workbook.properties.creator = "Lingtan 零碳"
    workbook.properties.title = f"{contract.title.zh} {contract.form_number}"
    workbook.properties.created = moment
    buffer = io.BytesIO()
    workbook.save(buffer)
    stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(buffer) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    write_steady_zip(
        path,
        [
            (
                name,
                _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
                if name == "docProps/core.xml"
                else content,
            )
            for name, content in members
        ],
    )
