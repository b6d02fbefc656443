"""Reading one CSV file as text."""

import csv
import io

from lingtan.intake.cells import Sheet
from lingtan.intake.encoding import decode_text
from lingtan.intake.problems import DeliveryProblemError


def read_csv(content: bytes, name: str, others: str | None = None) -> Sheet:
    """One CSV file as a sheet: every field is text, the line of the head is row 1.

    A row's number is that of its record, as a spreadsheet shows it when it opens the file. `others` is the
    encoding of the texts that were sent with it, where they tell one.

    Raises:
        DeliveryProblemError: `encoding_not_accepted`, `unknown_file_kind`, or `unreadable_file` for broken
            quoting.
    """
    rows: dict[int, dict[int, str]] = {}
    text, encoding = decode_text(content, name, others)
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1):
            cells = {column: field for column, field in enumerate(fields, start=1) if field}
            if cells:
                rows[number] = cells
    except csv.Error as error:
        raise DeliveryProblemError("unreadable_file", f"CSV: {error}", "RFC 4180", name) from error
    return Sheet(name=name, rows=rows, encoding=encoding)
