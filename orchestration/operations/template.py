"""Writes the blank workbook of a form."""

from pathlib import Path

from lingtan.contracts.load import load_contracts
from lingtan.contracts.workbook import write_workbook
from lingtan.errors import LingtanError


def write_template(form: str, out: Path) -> Path:
    """Write the newest version of a form as a blank workbook.

    Args:
        form: The form's name, for example ``park_return``.
        out: The file to write, or the folder to write it into.

    Returns:
        The file written.

    Raises:
        LingtanError: There is no such form.
    """
    versions = [contract for contract in load_contracts() if contract.form == form]
    if not versions:
        forms = sorted({contract.form for contract in load_contracts()})
        raise LingtanError(
            f"没有报表 {form}；可选：{'、'.join(forms)}",
            f"There is no form {form}; there are: {', '.join(forms)}",
        )
    contract = max(versions, key=lambda one: one.valid_from)
    path = out / f"{form}_{contract.version}.xlsx" if out.is_dir() else out
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(contract, path)
    return path
