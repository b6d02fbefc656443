"""The samples are what their rows give, and each would be accepted as it is (L10)."""

from pathlib import Path

import pytest

from lingtan.contracts.derive_samples import SAMPLES, sample_files
from lingtan.contracts.differences import differences
from lingtan.intake.identify import FileKind, identify
from lingtan.places import Places, checkout
from orchestration.operations.check import check_one

FORMATS = {
    "park_return.xlsx": ("park_return", FileKind.XLSX),
    "park_return.zip": ("park_return", FileKind.CSV_BUNDLE),
    "park_register.xlsx": ("park_register", FileKind.XLSX),
    "province_inventory.zip": ("province_inventory", FileKind.CSV_BUNDLE),
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
    form, kind = FORMATS[name]
    receipt = check_one(Places.from_environment(), path)
    assert identify(path.read_bytes()) is kind
    assert (receipt.outcome, receipt.form) == ("accepted", form)
    assert [
        one.rule_id for one in receipt.all_findings() if one.severity in ("fatal", "error", "query")
    ] == []
    assert receipt.counts.refused == 0
    assert receipt.counts.used > 0
