"""All files of the public tier together, of an edition with tables and of one without."""

import zipfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from lingtan.public.render import render_public_files
from lingtan.release.hashing import hashes_below
from tests.builders.public_edition import public_edition

TABLES = ("emissions_by_area_and_component", "energy_by_area")
DUCKDB = "lingtan_public.duckdb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    render_public_files(public_edition(), folder)
    return folder


def test_every_file_is_there_and_the_same_again_but_for_the_duckdb_file(folder: Path, tmp_path: Path) -> None:
    render_public_files(public_edition(), tmp_path)
    first, second = hashes_below(folder), hashes_below(tmp_path)
    assert (
        set(first)
        == set(second)
        == {
            "README.txt",
            "datapackage.json",
            DUCKDB,
            "sdmx/structures.xml",
            "xlsx/lingtan_public.xlsx",
            *(f"{kind}/{table}.csv" for kind in ("csv", "sdmx") for table in TABLES),
        }
    )
    assert {name for name in first if first[name] != second[name]} <= {DUCKDB}


def content(path: Path) -> str:
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as connection:
            return str(connection.sql("from about_release").fetchall())
    return path.read_text(encoding="utf-8")


def test_every_file_says_that_it_is_synthetic_and_none_that_it_is_internal(folder: Path) -> None:
    for path in (path for path in folder.rglob("*") if path.is_file()):
        text = content(path)
        # Files of rows alone say it in a column.
        assert ("合成" in text and "ynthetic" in text) or "is_synthetic" in text.lower(), path
        assert "内部资料" not in text


def test_figures_of_real_parks_have_no_mark(tmp_path: Path) -> None:
    render_public_files(public_edition(is_synthetic=False), tmp_path)
    for name in ("README.txt", "xlsx/lingtan_public.xlsx", DUCKDB):
        assert "合成" not in content(tmp_path / name), name
    for kind in ("csv", "sdmx"):
        assert "true" not in content(tmp_path / kind / "energy_by_area.csv")


def test_a_release_without_a_public_table_says_so(tmp_path: Path) -> None:
    render_public_files(replace(public_edition(), tables=[]), tmp_path)
    assert set(hashes_below(tmp_path)) == {"README.txt", DUCKDB}
    assert "This release has no public table." in (tmp_path / "README.txt").read_text(encoding="utf-8")
