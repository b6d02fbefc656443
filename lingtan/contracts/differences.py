"""How two versions of a derived file differ, in lines a person can read."""

import difflib
import io
import zipfile
from typing import Final

import polars as pl
from openpyxl import load_workbook

_LONGEST: Final = 20


def differences(path: str, committed: bytes, derived: bytes) -> list[str]:
    """Lines in one of the two only, `-` as committed and `+` as derived; twenty and a count of the rest.

    Workbooks and bundles are equal where their members are: their compression differs between platforms
    (L4). They are told apart by their cells and tables; of a Parquet file only what it holds counts.
    """
    if committed == derived:
        return []
    if not path.endswith((".xlsx", ".zip")):
        left, right = committed.decode("utf-8"), derived.decode("utf-8")
        return _line_differences(left.splitlines(), right.splitlines()) or ["differs in line ends"]
    changed = _changed_members(committed, derived)
    if not changed:
        return []
    lines = _cells if path.endswith(".xlsx") else _table_lines
    told = _line_differences(lines(committed), lines(derived))
    is_told = told or all(name.endswith(".parquet") for name in changed)
    return told if is_told else [f"differs in {', '.join(changed)}"]


def _line_differences(committed: list[str], derived: list[str]) -> list[str]:
    lines = [
        line
        for line in difflib.unified_diff(committed, derived, n=0, lineterm="")
        if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    rest = len(lines) - _LONGEST
    return [*lines[:_LONGEST], *([f"and {rest} more"] if rest > 0 else [])]


def _changed_members(committed: bytes, derived: bytes) -> list[str]:
    left, right = _members(committed), _members(derived)
    return [name for name in sorted(left.keys() | right.keys()) if left.get(name) != right.get(name)]


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _table_lines(content: bytes) -> list[str]:
    return [
        f"{name} {line}"
        for name, member in _members(content).items()
        for line in (_parquet_lines(member) if name.endswith(".parquet") else _csv_lines(member))
    ]


def _parquet_lines(content: bytes) -> list[str]:
    frame = pl.read_parquet(io.BytesIO(content))
    return [str(dict(frame.schema)), *(str(row) for row in frame.iter_rows())]


def _csv_lines(content: bytes) -> list[str]:
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
    return [content.hex()]


def _cells(content: bytes) -> list[str]:
    workbook = load_workbook(io.BytesIO(content))
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
