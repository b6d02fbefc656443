"""Everything that is derived from the contracts, as files of the checkout (L10)."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from lingtan.contracts.code_lists import load_code_lists
from lingtan.contracts.derive_pages import forms_page
from lingtan.contracts.derive_schemas import form_schema
from lingtan.contracts.derive_sources import sources_yaml
from lingtan.contracts.differences import differences
from lingtan.contracts.load import load_contracts
from lingtan.contracts.model import Contract
from lingtan.contracts.workbook import write_workbook

#: Folders that hold derived files only: what is not derived any more is removed from them.
DERIVED_FOLDERS: Final = ("docs/templates", "raw/contracts/derived")


def derived_files(contracts: Sequence[Contract] | None = None) -> dict[str, bytes]:
    """Path within the checkout -> content, for all derived files; by default of the shipped contracts.

    Raises:
        ContractError: a contract or code list has a fault.
    """
    contracts = load_contracts() if contracts is None else contracts
    code_lists = load_code_lists()
    files = {
        "dbt_project/models/staging/_sources.yml": sources_yaml(contracts),
        "docs/reference/forms.md": forms_page(contracts, code_lists),
    }
    for contract in contracts:
        name = f"{contract.form}_{contract.version}"
        files[f"raw/contracts/derived/{name}.schema.json"] = form_schema(contract, code_lists)
    return {path: text.encode("utf-8") for path, text in files.items()} | {
        f"docs/templates/{contract.form}_{contract.version}.xlsx": _template(contract)
        for contract in contracts
    }


def drift(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """How the checkout at `root` differs from the derived files, in readable lines; empty where equal."""
    lines = []
    for path, content in files.items():
        if not (root / path).is_file():
            lines.append(f"{path}: missing")
        else:
            lines += [f"{path}: {fault}" for fault in differences(path, (root / path).read_bytes(), content)]
    return lines + [f"{path}: not derived from anything" for path in left_over(root, files)]


def left_over(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Files in the derived folders that no contract gives, as paths within the checkout."""
    present = (path for folder in DERIVED_FOLDERS for path in (root / folder).glob("*") if path.is_file())
    return sorted({path.relative_to(root).as_posix() for path in present} - set(files))


def _template(contract: Contract) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_workbook(contract, path)
        return path.read_bytes()
