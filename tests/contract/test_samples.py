"""The samples are what their rows give, and each would be accepted as it is (L10)."""

from pathlib import Path

import pytest

from lingtan.contracts.derive_samples import SAMPLES, sample_files
from lingtan.contracts.differences import differences
from lingtan.contracts.load import contract_for
from lingtan.intake.identify import FileKind, identify
from lingtan.intake.reading import read_delivery
from lingtan.places import Places, checkout
from orchestration.operations.check import check_one

FORMATS = {
    "park_return.xlsx": ("park_return", FileKind.XLSX, "xlsx", None),
    "park_return.zip": ("park_return", FileKind.BUNDLE, "csv_bundle", "UTF-8"),
    "park_return_gb18030.zip": ("park_return", FileKind.BUNDLE, "csv_bundle", "GB18030"),
    "park_return_parquet.zip": ("park_return", FileKind.BUNDLE, "parquet_bundle", None),
    "park_register.xlsx": ("park_register", FileKind.XLSX, "xlsx", None),
    "province_inventory.zip": ("province_inventory", FileKind.BUNDLE, "csv_bundle", "UTF-8 BOM"),
}


def test_committed_samples_are_what_their_rows_give_l10() -> None:
    faults = [
        f"{path}: {fault}"
        for path, content in sample_files().items()
        for fault in differences(path, (checkout() / path).read_bytes(), content)
    ]
    assert not faults, "run `make generate` and commit; these differ:\n" + "\n".join(faults)


def test_every_sample_has_rows_it_is_made_from_l10() -> None:
    present = {path.name for path in (checkout() / SAMPLES).iterdir() if path.is_file()} - {"README.md"}
    assert present == set(FORMATS) == {Path(path).name for path in sample_files()}


def test_equal_rows_give_equal_bytes_l4() -> None:
    assert sample_files() == sample_files()


@pytest.mark.parametrize("name", FORMATS)
def test_a_sample_is_accepted_without_fatal_or_error_finding(name: str) -> None:
    path = checkout() / SAMPLES / name
    form, kind, file_format, encoding = FORMATS[name]
    receipt = check_one(Places.from_environment(), path)
    assert identify(path.read_bytes()) is kind
    assert (receipt.outcome, receipt.form) == ("accepted", form)
    assert (receipt.file_format, receipt.text_encoding) == (file_format, encoding)
    assert [
        one.rule_id for one in receipt.all_findings() if one.severity in ("fatal", "error", "query")
    ] == []
    assert receipt.counts.refused == 0
    assert receipt.counts.used > 0


def test_the_sample_workbook_fills_every_table_of_the_return() -> None:
    (draft,) = read_delivery((checkout() / SAMPLES / "park_return.xlsx").read_bytes(), "", []).submissions
    tables = {table.name for table in contract_for("park_return", "1").tables}
    assert {name for name, rows in draft.tables.items() if rows["row_number"]} == tables
