"""The pages say what the published tables say: figures, what is missing, what is withheld."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from lingtan.public.edition import Edition
from lingtan.summary.render import render_summary
from tests.builders import summary_edition
from tests.builders.summary_notes import notes
from tests.unit.summary.page_parts import chart, row, section, table, text

Pages = Mapping[str, str]


def test_there_is_a_page_an_area_in_both_languages(pages: Pages) -> None:
    assert [name for name in pages if not name.startswith("provinces/")] == ["index.zh.html", "index.en.html"]
    for language in ("zh", "en"):
        assert (
            len([name for name in pages if re.fullmatch(rf"provinces/\d{{6}}\.{language}\.html", name)]) == 34
        )


def test_what_the_figures_do_not_cover_comes_first(pages: Pages) -> None:
    page = pages["index.zh.html"]
    assert page.index('id="coverage"') < page.index('id="headlines-section"')
    said = text(section(page, "coverage"))
    assert "登记园区 27 有全年数据 21 已报送、全年数据不齐 2 未报送 4" in said
    assert "不估算，不插补，也不按零计算" in said
    assert "共 152 个数值，其中 16 个" in said
    assert "最多 6 个" in said, "factors of the two methods behind published measures, not of the third"


def test_a_plan_that_estimates_says_so(edition: Edition, tmp_path: Path) -> None:
    page = render_summary(edition, notes(imputation="mean"), tmp_path)[1].read_text(encoding="utf-8")
    assert "nothing is estimated" not in page
    assert "lets missing values be estimated" in page


def test_headlines_have_the_unit_of_the_language(pages: Pages) -> None:
    assert "园区碳排放 500.0000 万吨二氧化碳" in text(section(pages["index.zh.html"], "headlines-section"))
    assert "Carbon of parks 5,000.000 thousand t CO₂" in text(
        section(pages["index.en.html"], "headlines-section")
    )
    assert "受入电力 100.00000 亿千瓦时" in text(section(pages["index.zh.html"], "headlines-section"))


def test_scopes_stand_in_lines_of_their_own_without_a_sum(pages: Pages) -> None:
    assert table(pages["index.en.html"], "scopes-totals")[1:] == [
        ["Scope 1", "2,000.000", "thousand t CO₂e"],
        ["Scope 2 by location", "2,000.000", "thousand t CO₂e"],
        ["Scope 2 by market", "1,850.000", "thousand t CO₂e"],
        ["Scope 3", "4,000.000", "thousand t CO₂e"],
    ]
    assert "Scopes are never added." in pages["index.en.html"]


def test_areas_show_figures_marks_and_gaps_apart(pages: Pages) -> None:
    page = pages["index.zh.html"]
    assert row(page, "areas-by-area", "河北省") == [
        "210.0000",
        "120.0000",
        "90.0000",
        "85.0000",
        "160.0000",
        "9",
    ]
    assert row(page, "areas-by-area", "青海省") == ["C", "–", "–", "–", "C", "3"]
    assert row(page, "areas-by-area", "西藏自治区") == ["–"] * 6
    assert row(page, "areas-by-area", "省际抵消") == ["−0.0005", "–", "–", "–", "–", "–"]


def test_tiles_are_hatched_where_withheld_and_apart_where_nothing_is(pages: Pages) -> None:
    drawn = chart(pages["index.zh.html"], "areas")
    tiles = re.findall(r'<g class="tile ([^"]*)".*?<title>(.*?)</title>', pages["index.zh.html"])
    shades = {tells.split("：")[0]: shade for shade, tells in tiles}
    assert len(tiles) == 34
    assert shades["河北省"] == "class-3"
    assert (shades["青海省"], shades["广东省"], shades["西藏自治区"]) == ("withheld", "withheld", "absent")
    assert re.findall(r'<text x="0"[^>]*>(.*?)</text>', drawn) == [
        "河北省", "内蒙古自治区", "江苏省", "广东省", "青海省",
    ]  # fmt: skip
    assert drawn.count('<rect class="bar"') == 3
    assert set(re.findall(r'<rect class="withheld"[^>]*width="(\d+)"', drawn)) == {"10"}


def test_legend_bounds_are_published_figures(pages: Pages) -> None:
    keys = re.findall(r"</svg>([^<]*)</li>", pages["index.en.html"])
    assert keys[:3] == ["800.000", "1,300.000", "2,100.000"]


def test_divisions_are_listed_without_their_sections(pages: Pages) -> None:
    assert [one[:2] for one in table(pages["index.en.html"], "divisions")[1:]] == [
        ["Total", ""], ["Refining", "25"], ["Chemicals", "26"], ["Power and heat", "44"],
    ]  # fmt: skip
    assert row(pages["index.en.html"], "divisions", "Chemicals") == ["26", "1,300.000", "–"]


def test_size_classes_stand_beside_thresholds_and_withhold_the_quotient(pages: Pages) -> None:
    rows = table(pages["index.zh.html"], "sizes")
    assert [one[0] for one in rows[1:]] == [
        "20 万吨标准煤以下", "20 万至 100 万吨标准煤", "100 万吨标准煤及以上",
    ]  # fmt: skip
    assert rows[1][1:] == ["12", "50.0000", "40.0000", "1.250", "未规定"]
    assert rows[2][1:] == ["8", "150.0000", "C", "C", "≤ 0.2"]


def test_shares_are_of_published_totals(pages: Pages) -> None:
    assert row(pages["index.en.html"], "power-table", "Green-power trade") == ["2,000.000", "20.0 %"]
    assert row(pages["index.en.html"], "components-table", "Energy conversion") == ["−200.000", "−4.0 %"]
    assert row(pages["provinces/440000.en.html"], "components-table", "Fuel combustion") == ["100.000", "C"]


def test_removals_and_offsets_are_lines_of_their_own(pages: Pages) -> None:
    assert [one[:2] for one in table(pages["index.zh.html"], "taken_off-totals")[1:]] == [
        ["碳清除量", "1.2000"], ["碳抵销量", "0.4000"],
    ]  # fmt: skip
    assert table(pages["index.zh.html"], "taken_off-by-area")[1:] == [
        ["合计", "1.2000", "0.4000"], ["河北省", "–", "0.3000"], ["内蒙古自治区", "1.2000", "–"],
        ["广东省", "–", "0.1000"],
    ]  # fmt: skip


def test_stages_are_counted(pages: Pages) -> None:
    assert row(pages["index.en.html"], "operational-table", "Reached") == ["2"]


@pytest.mark.parametrize(
    ("name", "loss"),
    [
        ("Table: energy by area and section", ["13", "4", "30.0 %"]),
        ("Table: emissions by area and component", ["20", "4", "cannot be told"]),
        ("Table: power by kind", ["4", "0", "0 %"]),
    ],
)
def test_each_table_tells_what_is_withheld(pages: Pages, name: str, loss: list[str]) -> None:
    assert row(pages["index.en.html"], "loss", name) == loss


def test_methods_behind_published_measures_are_noted(pages: Pages) -> None:
    said = text(section(pages["index.zh.html"], "methods-section"))
    assert "试行方法 依据：方法文件（试行）（第 1 号）。方法版本 1。本年使用因子 40 个" in said
    assert "其中园区实测或自行注明的 12 个，统计机构增加的 3 个" in said
    assert "省级清单" not in said
    assert "核算边界 物理边界" in said
    assert "因子公布日期截至" not in said, "a setting that the plan leaves open"


def test_years_stand_side_by_side(tmp_path: Path) -> None:
    two = summary_edition.edition(tmp_path / "data", years=(2024, 2025), tables=["scope_1_by_division"])
    page = render_summary(two, notes(), tmp_path / "out")[1].read_text(encoding="utf-8")
    assert table(page, "years-totals") == [
        ["Measure", "Unit", "2024", "2025"],
        ["Scope 1", "thousand t CO₂e", "2,000.000", "2,000.000"],
    ]


def test_a_section_without_a_table_is_left_out(tmp_path: Path) -> None:
    one = summary_edition.edition(tmp_path / "data", tables=["parks_by_full_stage"])
    page = render_summary(one, notes(), tmp_path / "out")[1].read_text(encoding="utf-8")
    assert re.findall(r'<section[^>]*id="([^"]*)"', page) == [
        "coverage", "headlines-section", "stages-section", "loss-section", "methods-section",
        "downloads-section",
    ]  # fmt: skip


def test_an_area_page_shows_its_figures(pages: Pages) -> None:
    page = pages["provinces/130000.zh.html"]
    said = text(page[page.index("<main>") :])
    assert "园区碳排放 210.0000 万吨二氧化碳 在公布数值的 3 个地区中居第 1 位" in said
    assert row(page, "components-table", "燃料燃烧") == ["120.0000", "57.1 %"]
    assert row(page, "sections-table", "制造业") == ["C"]
    assert "碳抵销量 0.3000" in said


def test_an_area_without_figures_says_so_in_words(pages: Pages) -> None:
    assert "西藏自治区没有公布的 2025 年数字" in pages["provinces/540000.zh.html"]
    assert "No figure of 2025 is published for Tibet" in pages["provinces/540000.en.html"]
    assert "<svg" not in pages["provinces/540000.en.html"]
