"""A page is complete in itself, escaped, marked, and the same bytes every time (L4, L12)."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from lingtan.bulletin.render import render_bulletin
from lingtan.errors import LingtanError
from tests.builders.marts import small_nation, write_marts
from tests.unit.bulletin.conftest import RELEASE

LANGUAGES = ["zh", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_outside_is_referred_to(pages: Mapping[str, str], language: str) -> None:
    page = pages[language]
    assert re.search(r"https?:|//[a-z]|src\s*=|@import|@font-face|<script|<link|<iframe|xmlns", page) is None
    other = {"zh": "en", "en": "zh"}[language]
    assert re.findall(r'href="([^"]*)"', page) == [f"index.{other}.html"]
    assert all(reference.startswith("#") for reference in re.findall(r"url\(([^)]*)\)", page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique_and_every_figure_is_named(pages: Mapping[str, str], language: str) -> None:
    ids = re.findall(r'\bid="([^"]*)"', pages[language])
    assert len(ids) == len(set(ids))
    assert pages[language].count("<svg") == 8
    for labelled in re.findall(r'aria-labelledby="([^"]*)"', pages[language]):
        assert set(labelled.split()) <= set(ids)
    assert set(re.findall(r"url\(#([^)]*)\)", pages[language])) <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_the_data_are_escaped(pages: Mapping[str, str], language: str) -> None:
    assert "<script" not in pages[language]
    assert {"zh": "&lt;script&gt;拒收&lt;/script&gt;", "en": "&lt;script&gt;refused"}[language] in pages[
        language
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_marked_at_top_and_bottom(pages: Mapping[str, str], language: str) -> None:
    marks = re.findall(r'<div class="mark">(.*?)</div>', pages[language])
    assert len(marks) == 2
    assert pages[language].index(marks[0]) < pages[language].index("<h1")
    for mark in marks:
        assert all(word in mark for word in ("内部资料", "internal", "合成数据", "synthetic"))
    assert RELEASE in pages[language]


def test_real_data_are_internal_but_not_synthetic(tables: Path, tmp_path: Path) -> None:
    for path in render_bulletin(tables, tmp_path / "out", release_id=RELEASE, is_synthetic=False):
        page = path.read_text(encoding="utf-8")
        assert "内部资料" in page
        assert "合成数据" not in page
        assert "synthetic" not in page.lower()


def test_same_tables_give_the_same_bytes(tables: Path, tmp_path: Path) -> None:
    first = render_bulletin(tables, tmp_path / "a", release_id=RELEASE, is_synthetic=True)
    second = render_bulletin(tables, tmp_path / "b", release_id=RELEASE, is_synthetic=True)
    assert [path.name for path in first] == ["index.zh.html", "index.en.html"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_missing_table_is_named(tables: Path, tmp_path: Path) -> None:
    (tables / "mart_coverage.parquet").unlink()
    with pytest.raises(LingtanError, match="mart_coverage"):
        render_bulletin(tables, tmp_path / "out", release_id=RELEASE, is_synthetic=True)


def test_without_inventories_the_section_says_so(tmp_path: Path) -> None:
    nation = small_nation()
    for name in ("mart_province_inventory_year", "mart_national_inventory_year", "fct_province_emissions"):
        nation[name] = []
    written = render_bulletin(
        write_marts(tmp_path / "tables", nation), tmp_path / "out", release_id=RELEASE, is_synthetic=True
    )
    assert "没有收到任何省级能源清单（未报送）" in written[0].read_text(encoding="utf-8")
    assert written[1].read_text(encoding="utf-8").count("<svg") == 7


def test_without_any_year_there_is_no_bulletin(tmp_path: Path) -> None:
    tables = write_marts(tmp_path / "tables", {})
    with pytest.raises(LingtanError, match="没有任何年度"):
        render_bulletin(tables, tmp_path / "out", release_id=RELEASE, is_synthetic=True)
