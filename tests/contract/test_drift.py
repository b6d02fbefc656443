"""What is derived from the contracts is what the checkout holds (L10)."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from lingtan.contracts.derive import derived_files, drift
from lingtan.contracts.differences import differences
from lingtan.contracts.load import load_contracts
from lingtan.contracts.model import Contract
from lingtan.places import checkout


def test_committed_files_are_what_the_contracts_give_l10() -> None:
    lines = drift(checkout(), derived_files())
    assert not lines, "run `make generate` and commit; these differ:\n" + "\n".join(lines)


def test_a_renamed_column_is_told_file_by_file_l10() -> None:
    lines = drift(checkout(), derived_files([_renamed(contract) for contract in load_contracts()]))
    files = {line.split(": ", 1)[0] for line in lines}
    assert files == {
        "dbt_project/models/staging/_sources.yml",
        "docs/reference/forms.md",
        "raw/contracts/derived/park_return_1.schema.json",
        "docs/templates/park_return_1.xlsx",
    }
    assert "dbt_project/models/staging/_sources.yml: -    - name: tenant_count" in lines
    assert "dbt_project/models/staging/_sources.yml: +    - name: tenant_number" in lines
    assert "docs/templates/park_return_1.xlsx: -单位名录!E5 tenant_count" in lines
    assert "docs/templates/park_return_1.xlsx: +单位名录!E5 tenant_number" in lines


def test_missing_and_left_over_files_are_told_l10(tmp_path: Path) -> None:
    (tmp_path / "docs" / "templates").mkdir(parents=True)
    (tmp_path / "docs" / "templates" / "park_return_0.xlsx").write_bytes(b"")
    assert drift(tmp_path, {"docs/reference/forms.md": b"x"}) == [
        "docs/reference/forms.md: missing",
        "docs/templates/park_return_0.xlsx: not derived from anything",
    ]


def test_another_compression_is_no_drift_l4() -> None:
    content = derived_files()["docs/templates/province_inventory_1.xlsx"]
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert stored.getvalue() != content
    assert differences("x.xlsx", stored.getvalue(), content) == []


def _renamed(contract: Contract) -> Contract:
    tables = tuple(
        replace(
            table,
            columns=tuple(
                replace(column, name="tenant_number") if column.name == "tenant_count" else column
                for column in table.columns
            ),
        )
        for table in contract.tables
    )
    return replace(contract, tables=tables)
