"""CSV files of the public tier: the rows of the tables, nothing that a spreadsheet would calculate."""

import csv
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from lingtan.public.csv_files import write_csv_files
from tests.builders.public_edition import EMISSIONS, ENERGY, HOSTILE, public_edition


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "csv"
    write_csv_files(public_edition(), folder)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_every_row_is_there_and_a_withheld_value_is_an_empty_field(folder: Path) -> None:
    assert [path.name for path in sorted(folder.iterdir())] == [
        "emissions_by_area_and_component.csv", "energy_by_area.csv",
    ]  # fmt: skip
    found = [
        (row["area_code"], row["component_code"], row["emission_tco2"], row["confidentiality_code"])
        for row in rows(folder / "emissions_by_area_and_component.csv")
    ]
    assert found == [
        (area, component, "" if value is None else str(value), "C" if value is None else "F")
        for area, component, value in EMISSIONS
    ]


def test_decimals_are_in_full(folder: Path) -> None:
    assert [row["energy_tce"] for row in rows(folder / "energy_by_area.csv")] == [
        value or "" for _, value in ENERGY
    ]


def test_no_text_begins_like_a_formula(folder: Path) -> None:
    for path in folder.iterdir():
        for row in rows(path):
            assert not any(row[name].startswith(("=", "+", "-", "@")) for name in row if "name" in name)
    assert rows(folder / "energy_by_area.csv")[1]["area_name_zh"] == f"'{HOSTILE}"


@pytest.mark.parametrize("beginning", ["=1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_whatever_a_spreadsheet_calculates_is_a_text(beginning: str, tmp_path: Path) -> None:
    edition = public_edition()
    (one,) = edition.tables[1:]
    named = one.frame.with_columns(pl.lit(beginning).alias("area_name_en"))
    write_csv_files(replace(edition, tables=[replace(one, frame=named)]), tmp_path)
    with (tmp_path / "energy_by_area.csv").open(encoding="utf-8", newline="") as file:
        assert {row["area_name_en"] for row in csv.DictReader(file)} == {f"'{beginning}"}


def test_a_file_says_by_itself_that_it_is_synthetic(folder: Path, tmp_path: Path) -> None:
    assert {row["is_synthetic"] for row in rows(folder / "energy_by_area.csv")} == {"true"}
    write_csv_files(public_edition(is_synthetic=False), tmp_path)
    assert {row["is_synthetic"] for row in rows(tmp_path / "energy_by_area.csv")} == {"false"}
