"""Pages are complete in themselves, harmless whatever a name is, and the same bytes every time (L4, L12)."""

import base64
import hashlib
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lingtan.errors import LingtanError
from lingtan.public.edition import Edition
from lingtan.summary.render import render_summary
from tests.builders import summary_edition
from tests.builders.summary_notes import notes

Pages = Mapping[str, str]
#: Names that break out of a text, of an attribute and of a drawing, and one too long for any line.
HOSTILE = {
    "130000": "<script>alert('a')</script>",
    "fuel": '"><img src=x onerror=alert(1)>',
    "C": "</svg></title><script>alert(2)</script>",
    "26": "' onmouseover='alert(3)",
    "coal": "{{ 7 * 7 }} 煤" * 5,
    "CHEM": "长" * 60,
}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}


def tags(page: str) -> _Tags:
    parser = _Tags()
    parser.feed(page)
    return parser


def test_pages_refer_to_their_neighbours_and_public_files_only(pages: Pages) -> None:
    for name, page in pages.items():
        assert re.search(r"https?:|src\s*=|@import|@font-face|<link|<iframe|xmlns", page) is None, name
        assert all(one.startswith("#") for one in re.findall(r"url\(([^)]*)\)", page)), name
    links = set(re.findall(r'href="([^"]*)"', pages["index.zh.html"]))
    files = {one for one in links if one.startswith("../")}
    assert {
        "../xlsx/lingtan_public.xlsx", "../lingtan_public.duckdb", "../sdmx/", "../datapackage.json",
        "../csv/power_by_kind.csv", "../data/power_by_kind.parquet",
    } <= files  # fmt: skip
    assert {one for one in links - files if not one.startswith("#")} <= pages.keys()


def test_links_between_pages_lead_somewhere(pages: Pages) -> None:
    for name in ("provinces/110000.zh.html", "provinces/820000.en.html"):
        for link in re.findall(r'href="([^"#]*)(?:#[^"]*)?"', pages[name]):
            place = link.removeprefix("../") if link.startswith("../") else f"provinces/{link}"
            assert place in pages, link
    for anchor in re.findall(r'href="#([^"]*)"', pages["index.zh.html"]):
        assert f'id="{anchor}"' in pages["index.zh.html"]


def test_one_script_runs_and_the_policy_names_it(pages: Pages) -> None:
    page = pages["index.en.html"]
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.S)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
    assert "<script" not in pages["provinces/130000.en.html"]


def test_every_chart_has_a_title_a_text_and_a_table(pages: Pages) -> None:
    for name, page in pages.items():
        ids = re.findall(r'\bid="([^"]*)"', page)
        assert len(ids) == len(set(ids)), name
        charts = re.findall(r'<svg class="(?:bars|tiles)"([^>]*)>(.*?)</svg>', page, re.S)
        for head, inside in charts:
            assert 'role="img"' in head
            labels = re.search(r'aria-labelledby="([^"]*)"', head)
            assert labels is not None
            assert set(labels[1].split()) <= set(ids)
            assert all(re.search(rf"<{part} id=[^>]*>[^<]+</{part}>", inside) for part in ("title", "desc"))
        panels = re.findall(r'<figure class="panel">.*?</figure>', page, re.S)
        assert all("<svg" in one and "<table" in one for one in panels)


def test_hostile_names_are_words_on_every_page(tmp_path: Path) -> None:
    hostile = summary_edition.edition(tmp_path / "data", names=HOSTILE)
    safe = summary_edition.edition(tmp_path / "safe")
    paths = render_summary(hostile, notes(), tmp_path / "out")
    beside = render_summary(safe, notes(), tmp_path / "beside")
    for path, other in zip(paths, beside, strict=True):
        page = path.read_text(encoding="utf-8")
        found, expected = tags(page), tags(other.read_text(encoding="utf-8"))
        # A long name takes more lines of a drawing; nothing else may come of a name.
        assert [one for one in found.names if one != "text"] == [
            one for one in expected.names if one != "text"
        ]
        assert found.attributes == expected.attributes
    assert "&lt;script&gt;alert(&#39;a&#39;)" in paths[0].read_text(encoding="utf-8")
    assert "长" * 60 in paths[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("is_synthetic", [True, False])
def test_synthetic_pages_say_so(tmp_path: Path, is_synthetic: bool) -> None:
    one = summary_edition.edition(tmp_path / "data", is_synthetic=is_synthetic)
    for path in render_summary(one, notes(), tmp_path / "out"):
        page = path.read_text(encoding="utf-8")
        assert ("合成数据" in page or "Synthetic data" in page) == is_synthetic


def test_the_same_edition_gives_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    first = render_summary(edition, notes(), tmp_path / "a")
    second = render_summary(edition, notes(), tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_without_a_table_there_is_no_summary(tmp_path: Path) -> None:
    nothing = summary_edition.edition(tmp_path / "data", tables=[])
    with pytest.raises(LingtanError, match="没有任何公开数据表"):
        render_summary(nothing, notes(), tmp_path / "out")
