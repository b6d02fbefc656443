"""How two versions of a derived file differ, in lines a person can read."""

import difflib
import io
import zipfile
from typing import Final

from openpyxl import load_workbook

_LONGEST: Final = 20


def differences(path: str, committed: bytes, derived: bytes) -> list[str]:
    """Lines in one of the two only, `-` as committed and `+` as derived; twenty and a count of the rest.

    Workbooks are equal where their members are: their compression differs between platforms (L4). They are
    told apart by their cells.
    """
    if committed == derived:
        return []
    if not path.endswith(".xlsx"):
        left, right = committed.decode("utf-8"), derived.decode("utf-8")
        return _line_differences(left.splitlines(), right.splitlines()) or ["differs in line ends"]
    changed = _changed_members(committed, derived)
    if not changed:
        return []
    return _line_differences(_cells(committed), _cells(derived)) or [f"differs in {', '.join(changed)}"]


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


def _cells(content: bytes) -> list[str]:
    workbook = load_workbook(io.BytesIO(content))
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
