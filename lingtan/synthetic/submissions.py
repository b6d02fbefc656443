"""What the synthetic nation sends: files in an inbox, one folder a province, in two drops."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, Literal

from lingtan.contracts.csv_bundle import CsvEncoding, write_csv_bundle
from lingtan.contracts.form_rows import FormRows
from lingtan.contracts.load import contract_for
from lingtan.contracts.parquet_bundle import write_parquet_bundle
from lingtan.synthetic.filled_template import write_filled_template
from lingtan.synthetic.model import FileFormat, Nation, ParkReturn
from lingtan.synthetic.register import FIRST_YEAR, parks
from lingtan.synthetic.register_changes import CHANGED_FROM, changed_provinces
from lingtan.synthetic.register_plan import plan
from lingtan.synthetic.return_rows import SubmissionKind, return_rows
from lingtan.synthetic.rows import inventory_rows, register_rows

#: `first`: what comes in time, wrong originals among it; `second`: late ones, corrections, withdrawals.
Drop = Literal["first", "second"]
DROPS: Final[tuple[Drop, ...]] = ("first", "second")
#: These provinces send their inventory as a workbook.
WORKBOOK_INVENTORIES: Final = frozenset({"110000", "330000", "370000", "540000"})
_ENCODINGS: Final[dict[FileFormat, CsvEncoding]] = {
    "csv": "utf-8",
    "csv_bom": "utf-8-sig",
    "csv_gb18030": "gb18030",
}


def write_registers(inbox: Path) -> list[Path]:
    """Write every province's park register to `inbox`/<province code>/ and return the files.

    A province whose parks change has a second one, sent ahead. After that the same parks stay registered for
    every seed, so that registers are sent once.
    """
    provinces = [(province_code, FIRST_YEAR) for province_code in plan()]
    provinces += [(province_code, CHANGED_FROM) for province_code in changed_provinces()]
    written = []
    for province_code, year in provinces:
        own = tuple(park for park in parks(year) if park.province_code == province_code)
        effective = date(year, 1, 1)
        target = inbox / province_code / f"{province_code}_park_register_{effective.isoformat()}"
        rows = register_rows(province_code, own, effective)
        written.append(_write("park_register", target, rows, "csv"))
    return written


def write_submissions(nation: Nation, inbox: Path, *, drop: Drop = "first") -> list[Path]:
    """Write one drop of a year to `inbox`/<province code>/ and return the files.

    The first drop holds the inventories and every return that is in time, some of them wrong. The second one
    holds the late returns, a correction or a withdrawal of each wrong one, and the new originals of what was
    withdrawn; a file's name puts a withdrawal before the original that follows it.
    """
    written: list[Path] = []
    if drop == "first":
        for inventory in nation.inventories:
            code = inventory.province_code
            target = inbox / code / f"{code}_province_inventory_{nation.year}"
            file_format: FileFormat = "xlsx" if code in WORKBOOK_INVENTORIES else "csv"
            written.append(_write("province_inventory", target, inventory_rows(inventory), file_format))
    for one, kind, suffix in _first(nation) if drop == "first" else _second(nation):
        park = one.park
        target = inbox / park.province_code / f"{park.code}_park_return_{one.period_code}{suffix}"
        written.append(_write("park_return", target, return_rows(one, kind), park.file_format))
    return written


def _first(nation: Nation) -> Iterator[tuple[ParkReturn, SubmissionKind, str]]:
    wrong = {one.key: one for one in nation.superseded}
    for one in (*nation.returns, *nation.compared, *nation.not_counted):
        if not one.park.is_late:
            yield wrong.get(one.key, one), "original", ""


def _second(nation: Nation) -> Iterator[tuple[ParkReturn, SubmissionKind, str]]:
    wrong = {one.key: one for one in nation.superseded}
    for one in (*nation.returns, *nation.compared, *nation.not_counted):
        if one.park.is_late:
            yield one, "original", ""
        elif one.key in wrong and one.park.is_corrected:
            yield one, "correction", "_2_correction"
        elif one.key in wrong:
            yield wrong[one.key], "withdrawal", "_2_withdrawal"
            yield one, "original", "_3_original"


def _write(form: str, target: Path, rows: FormRows, file_format: FileFormat) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    contract = contract_for(form, "1")
    if file_format == "xlsx":
        path = target.with_name(f"{target.name}.xlsx")
        write_filled_template(contract, path, rows)
        return path
    path = target.with_name(f"{target.name}.zip")
    if file_format == "parquet":
        write_parquet_bundle(contract, path, rows)
    else:
        write_csv_bundle(contract, path, rows, encoding=_ENCODINGS[file_format])
    return path
