"""The page of an explanation: well formed, alone, and safe from the names in it (L12)."""

import re
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest

from lingtan.release.explain.explain import Explanation, explain_cell
from lingtan.release.explain.page import as_page
from tests.builders.explained import NATIONAL, copied
from tests.builders.release import Released

pytestmark = pytest.mark.slow


class _Page(HTMLParser):
    """Checks that what opens closes, and keeps what could ask for something."""

    VOID = frozenset({"meta", "br", "link", "img", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.requests: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.requests += [
            value for name, value in attrs if name in ("src", "href", "action") and value and value[0] != "#"
        ]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(explanation: Explanation) -> _Page:
    parsed = _Page()
    parsed.feed(as_page(explanation))
    return parsed


def test_the_page_is_well_formed_and_asks_for_nothing(golden_release: Released) -> None:
    key = {"park_code": "GOLD-CERTIFICATE", **NATIONAL}
    explanation = explain_cell(golden_release.folder, "mart_park_year", "emission_tco2e", key, limit=3)
    page = page_of(explanation)
    assert page.open == []
    assert page.requests == []
    assert "script" not in page.tags
    assert "details" in page.tags
    assert "url(" not in as_page(explanation)


def test_a_closed_line_says_which_line_it_is(golden_release: Released) -> None:
    """What is not open shows nothing but its head: the lines of a sum are told apart there."""
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    page = as_page(explain_cell(golden_release.folder, "mart_park_year", "emission_tco2e", key, limit=None))
    heads = re.findall(r"<summary>(.*?)</summary>", page, flags=re.DOTALL)
    short = [found[0] for head in heads if (found := re.findall(r'class="short">([^<]*)<', head))]
    of_lines = [one for one in short if "energy/FIN" in one]
    assert len(of_lines) > 1
    assert len(set(of_lines)) == len(of_lines)


def test_names_of_others_stand_escaped_in_the_page(golden_release: Released, tmp_path: Path) -> None:
    release = copied(golden_release, tmp_path)
    path = release / "restricted" / "plan" / "submissions.parquet"
    pl.read_parquet(path).with_columns(file_name=pl.lit("<script>alert(1)</script>.xlsx")).write_parquet(path)
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    explanation = explain_cell(release, "mart_park_year", "emission_tco2e", key, limit=2)
    assert "script" not in page_of(explanation).tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;.xlsx" in as_page(explanation)
