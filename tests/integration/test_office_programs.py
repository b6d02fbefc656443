"""The workbooks in an office program: LibreOffice opens them, stores them, and every cell is the same."""

import csv
import shutil
import subprocess
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lingtan.places import checkout
from lingtan.release.workbook.values import SIGNIFICANT_DIGITS
from tests.builders.release import Released

#: Every sheet into a file of its own, in UTF-8, numbers as they are shown.
CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
TABLE = "mart_park_component_year"


@pytest.fixture(scope="module")
def soffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is not installed")
    return program


def convert(soffice: str, file: Path, kind: str, folder: Path) -> Path:
    """Convert a file; the program has a profile of its own, so that two can run."""
    done = subprocess.run(
        [
            soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", kind, "--outdir", str(folder / "out"), str(file),
        ],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "convert" in done.stdout, done.stdout + done.stderr
    return folder / "out"


def cells(path: Path) -> dict[str, dict[str, Any]]:
    """Sheet -> address -> value, empty cells left out."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: {
            cell.coordinate: cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None and cell.value != ""
        }
        for sheet in book
    }


@pytest.fixture(scope="module")
def workbook(golden_release: Released) -> Path:
    return golden_release.folder / "restricted" / "xlsx" / "lingtan.xlsx"


@pytest.mark.slow
@pytest.mark.parametrize("form", ["park_return_1", "park_register_1", "province_inventory_1"])
def test_a_template_is_the_same_after_an_office_program(soffice: str, form: str, tmp_path: Path) -> None:
    template = checkout() / "docs" / "templates" / f"{form}.xlsx"
    out = convert(soffice, template, "xlsx", tmp_path)
    assert cells(out / template.name) == cells(template)


@pytest.mark.slow
def test_the_release_workbook_is_the_same_after_an_office_program(
    soffice: str, workbook: Path, tmp_path: Path
) -> None:
    before = cells(workbook)
    assert len(before) > 10
    assert sum(len(sheet) for sheet in before.values()) > 5_000
    assert cells(convert(soffice, workbook, "xlsx", tmp_path) / workbook.name) == before


@pytest.mark.slow
def test_what_an_office_program_shows_is_what_was_released(
    soffice: str, workbook: Path, golden_release: Released, tmp_path: Path
) -> None:
    out = convert(soffice, workbook, CSV_FILTER, tmp_path)
    with (out / f"lingtan-{TABLE}.csv").open(encoding="utf-8", newline="") as stream:
        _, _, names, *shown = csv.reader(stream)
    place = names.index("emission_tco2e")
    released = golden_release.table(TABLE)["emission_tco2e"].to_list()
    fifteen = Context(prec=SIGNIFICANT_DIGITS, rounding=ROUND_HALF_UP)
    assert len(shown) == len(released) > 20
    for row, value in zip(shown, released, strict=True):
        if value is None:
            assert row[place] in ("NE", "—")
        else:
            assert Decimal(row[place].replace(",", "")) == fifteen.plus(value)
