"""What the synthetic nation sends: files in an inbox, one folder a province."""

from pathlib import Path
from typing import Final

from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.form_rows import FormRows
from lingtan.contracts.load import contract_for
from lingtan.contracts.workbook import write_workbook
from lingtan.synthetic.model import Nation
from lingtan.synthetic.nation import nation
from lingtan.synthetic.register import PLAN
from lingtan.synthetic.rows import REGISTER_EFFECTIVE, inventory_rows, register_rows, return_rows

#: So many parks, the largest, send workbooks; the others CSV bundles.
WORKBOOK_PARKS: Final = 30
#: These provinces send their inventory as a workbook.
WORKBOOK_INVENTORIES: Final = frozenset({"110000", "330000", "370000", "540000"})


def write_registers(inbox: Path) -> list[Path]:
    """Write every province's park register to `inbox`/<province code>/ and return the files.

    The same parks stay registered for every seed, so the registers are sent once.
    """
    parks = nation(1).parks
    written = []
    for province_code in PLAN:
        own = tuple(park for park in parks if park.province_code == province_code)
        name = f"{province_code}_park_register_{REGISTER_EFFECTIVE.isoformat()}"
        target = inbox / province_code / name
        written.append(_write("park_register", target, register_rows(province_code, own), is_workbook=False))
    return written


def write_submissions(nation: Nation, inbox: Path) -> list[Path]:
    """Write inventories and returns of one year to `inbox`/<province code>/ and return the files."""
    written: list[Path] = []
    for inventory in nation.inventories:
        code = inventory.province_code
        written.append(
            _write(
                "province_inventory",
                inbox / code / f"{code}_province_inventory_{nation.year}",
                inventory_rows(inventory),
                is_workbook=code in WORKBOOK_INVENTORIES,
            )
        )
    largest = sorted(nation.returns, key=lambda one: (-one.park.scale, one.park.code))[:WORKBOOK_PARKS]
    in_workbooks = {one.park.code for one in largest}
    for one in nation.returns:
        code = one.park.code
        target = inbox / one.park.province_code / f"{code}_park_return_{nation.year}"
        written.append(_write("park_return", target, return_rows(one), is_workbook=code in in_workbooks))
    return written


def _write(form: str, target: Path, rows: FormRows, *, is_workbook: bool) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    contract = contract_for(form, "1")
    if is_workbook:
        path = target.with_name(f"{target.name}.xlsx")
        write_workbook(contract, path, rows)
    else:
        path = target.with_name(f"{target.name}.zip")
        write_csv_bundle(contract, path, rows)
    return path
