"""What a delivery is, by its content and never by its name."""

import io
import zipfile
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

import msoffcrypto

from lingtan.intake.cells import TABLE_SUFFIXES
from lingtan.intake.encoding import decode_text
from lingtan.intake.parquet_tables import is_parquet
from lingtan.intake.problems import DeliveryProblemError

#: A form of tens of thousands of rows is a few megabytes; what unpacks to more than this is not one.
MOST_BYTES: Final = 256 * 1024 * 1024
MOST_MEMBERS: Final = 2_000

ACCEPTED: Final = "XLSX; CSV (UTF-8, GB18030); Parquet; .zip"
_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"


class FileKind(StrEnum):
    """The kinds of file that are read; the value is the suffix of such a file."""

    XLSX = ".xlsx"
    BUNDLE = ".zip"
    CSV = ".csv"
    PARQUET = ".parquet"


def identify(content: bytes) -> FileKind:
    """The kind of a delivery.

    Raises:
        DeliveryProblemError: with the cause (`encrypted_file`, `xls_not_accepted`, `encoding_not_accepted`,
            `unreadable_file`, `unknown_file_kind`, `empty_delivery`).
    """
    if not content.strip():
        raise DeliveryProblemError("empty_delivery", f"{len(content)} bytes", ACCEPTED)
    if content.startswith(_OLE2):
        raise _ole2_problem(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _identify_zip(content)
    if content.startswith(_ZIP):
        raise DeliveryProblemError("unreadable_file", "ZIP, cut off", ACCEPTED)
    if is_parquet(content):
        return FileKind.PARQUET
    decode_text(content)
    return FileKind.CSV


def _ole2_problem(content: bytes) -> DeliveryProblemError:
    """An OLE2 container is an encrypted workbook of either kind, or an old .xls."""
    try:
        is_encrypted = bool(msoffcrypto.OfficeFile(io.BytesIO(content)).is_encrypted())
    except Exception as error:
        # The library meets every kind of damage with an exception of another kind.
        return DeliveryProblemError("unreadable_file", f"OLE2, {type(error).__name__}: {error}", ACCEPTED)
    if is_encrypted:
        return DeliveryProblemError("encrypted_file", "OLE2, encrypted", ACCEPTED)
    return DeliveryProblemError("xls_not_accepted", "OLE2 (.xls)", ACCEPTED)


def _identify_zip(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DeliveryProblemError("unreadable_file", f"ZIP, {error}", ACCEPTED) from error
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_BYTES or len(members) > MOST_MEMBERS:
        raise DeliveryProblemError(
            "unreadable_file",
            f"ZIP, {unpacked} bytes unpacked, {len(members)} files",
            f"≤ {MOST_BYTES} bytes, ≤ {MOST_MEMBERS} files",
        )
    if any(member.flag_bits & 1 for member in members):
        raise DeliveryProblemError("encrypted_file", "ZIP, encrypted", ACCEPTED)
    names = {member.filename for member in members}
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return FileKind.XLSX
    if any(is_table_file(name) for name in names):
        return FileKind.BUNDLE
    raise DeliveryProblemError("unknown_file_kind", "ZIP: " + ", ".join(sorted(names)[:5]), ACCEPTED)


def is_table_file(name: str) -> bool:
    """Whether a member of a ZIP is a table; what an operating system adds to an archive is not."""
    path = PurePosixPath(name)
    is_of_system = "__MACOSX" in path.parts or path.name.startswith(".")
    return path.suffix.lower() in TABLE_SUFFIXES and not is_of_system
