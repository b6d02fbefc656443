"""Reading CSV as text: a bare file, or a bundle with one file a table."""

import csv
import io
import zipfile
import zlib
from pathlib import PurePosixPath

from lingtan.intake.cells import Sheet
from lingtan.intake.identify import MOST_BYTES, decode_text, is_table_file
from lingtan.intake.problems import DeliveryProblemError


def read_csv(content: bytes, name: str) -> Sheet:
    """One CSV file as a sheet: every field is text, the line of the head is row 1.

    A row's number is that of its record, as a spreadsheet shows it when it opens the file.

    Raises:
        DeliveryProblemError: `encoding_not_accepted`, `unknown_file_kind`, or `unreadable_file` for broken
            quoting.
    """
    rows: dict[int, dict[int, str]] = {}
    try:
        reader = csv.reader(io.StringIO(decode_text(content, name), newline=""), strict=True)
        for number, fields in enumerate(reader, start=1):
            cells = {column: text for column, text in enumerate(fields, start=1) if text}
            if cells:
                rows[number] = cells
    except csv.Error as error:
        raise DeliveryProblemError("unreadable_file", f"CSV: {error}", "RFC 4180", name) from error
    return Sheet(name=name, rows=rows)


def read_csv_bundle(content: bytes) -> tuple[list[Sheet], list[str]]:
    """The tables of a bundle in the order of their names, and the names of files that are no table.

    A member's name is a label; it is never used as a path.

    Raises:
        DeliveryProblemError: as `read_csv`, and `unreadable_file` for a damaged or lying archive.
    """
    sheets: list[Sheet] = []
    others: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                if member.is_dir():
                    continue
                if not is_table_file(member.filename):
                    others.append(member.filename)
                    continue
                with archive.open(member) as file:
                    # The size in the archive's own list may lie.
                    body = file.read(MOST_BYTES + 1)
                if len(body) > MOST_BYTES:
                    raise DeliveryProblemError(
                        "unreadable_file", "ZIP", f"≤ {MOST_BYTES} bytes", member.filename
                    )
                sheets.append(read_csv(body, PurePosixPath(member.filename).name))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, OSError) as error:
        raise DeliveryProblemError("unreadable_file", f"ZIP: {error}", "ZIP") from error
    return sheets, others
