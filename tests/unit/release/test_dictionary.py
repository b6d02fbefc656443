"""The dictionary of a release: every table, column, list and macro, complete in itself, in both languages."""

import re

import polars as pl
import pytest

from lingtan.places import checkout
from lingtan.release.dictionary.render import render_dictionary
from lingtan.release.macros.catalogue import read_macros
from lingtan.release.marks import Marks
from lingtan.release.table_texts import read_table_texts
from lingtan.release.tables import RELEASED_TABLES

TEXTS = read_table_texts(checkout() / "dbt_project" / "models")
_TYPES = {"integer": pl.Int32(), "bigint": pl.Int64(), "boolean": pl.Boolean(), "date": pl.Date()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("release")
    for table in RELEASED_TABLES:
        columns = TEXTS[table.name].columns.values()
        schema = {one.name: _TYPES.get(one.data_type, pl.String()) for one in columns}
        pl.DataFrame(schema=schema).write_parquet(folder / f"{table.name}.parquet")
    made = []
    for out in ("one", "two"):
        written = render_dictionary(
            folder, folder / out, plan_id="P-1", marks=Marks(is_synthetic=True),
            tables=RELEASED_TABLES, texts=TEXTS, macros=read_macros(),
        )  # fmt: skip
        made.append({path.name: path.read_text(encoding="utf-8") for path in written})
    assert made[0] == made[1]
    return {name.split(".")[1]: text for name, text in made[0].items()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_and_column_is_there(pages: dict[str, str], language: str) -> None:
    page = pages[language]
    assert "内部资料 · 合成数据 | internal · synthetic" in page
    for table in RELEASED_TABLES:
        article = page.split(f'id="table-{table.name}"')[1].split("</article>")[0]
        for column in TEXTS[table.name].columns.values():
            assert f"<code>{column.name}</code>" in article
            assert column.zh in article
        assert ", ".join(table.key) in article
    net = page.split('id="table-mart_park_net_year"')[1].split("</article>")[0]
    assert "additive only over: park_code" in net
    assert "不可相加 not additive" in net


def test_what_is_not_additive_stands_in_the_language_of_the_page(pages: dict[str, str]) -> None:
    assert "两种核算方法的结果不可相加" in pages["zh"]
    assert "Results of two methods are never added" in pages["en"]
    assert "Results of two methods are never added" not in pages["zh"].split("查询宏")[0]


def test_every_link_of_a_page_leads_somewhere(pages: dict[str, str]) -> None:
    for language, page in pages.items():
        ids = set(re.findall(r'id="([^"]+)"', page))
        links = set(re.findall(r'href="([^"]+)"', page))
        other = "en" if language == "zh" else "zh"
        assert {link for link in links if not link.startswith("#")} == {f"index.{other}.html"}
        assert {link[1:] for link in links if link.startswith("#")} <= ids


def test_a_page_is_complete_in_itself(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert not re.search(r"<script|<link|<img|@import|url\(|https?://", page)
        assert "park_return__energy.parquet" in page
