"""A filled form as a CSV bundle: one zip with one file a table."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from lingtan.contracts.form_rows import FormRows, rows_of
from lingtan.contracts.model import Contract, Table
from lingtan.contracts.steady_zip import write_steady_zip

#: The encodings a CSV is taken in; `utf-8-sig` is UTF-8 with a byte order mark.
CsvEncoding = Literal["utf-8", "utf-8-sig", "gb18030"]


def write_csv_bundle(
    contract: Contract, path: Path, rows: FormRows, *, encoding: CsvEncoding = "utf-8"
) -> None:
    """Write `<table>.csv` for every table of the form; the head row is the column names.

    A table that the form does not require is left out where `rows` does not name it.
    Decimals are written in plain digits exactly as given (trailing zeros kept), dates as YYYY-MM-DD,
    booleans as true and false, None as an empty field, text as it is. Equal input gives equal bytes (L4).

    Raises:
        ValueError: a table or column the contract does not know.
        TypeError: a value of another type; a float is refused (L3).
    """
    write_steady_zip(
        path,
        [
            (f"{table.name}.csv", _table_text(contract, table, rows).encode(encoding))
            for table in contract.tables
            if table.required or table.name in rows
        ],
    )


def _table_text(contract: Contract, table: Table, rows: FormRows) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in rows_of(contract, table, rows):
        writer.writerow(text_of_value(value) for value in row.values())
    return text.getvalue()


def text_of_value(value: object) -> str:
    """A value as a file of texts holds it; None is the empty text. `TypeError` for another type."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case int() | str():
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} cannot stand in a form: {value!r}")
