"""A park without a result is told by its reason: only one that sent nothing did not report (L7)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lingtan.bulletin.render import render_bulletin
from tests.builders.marts import METHOD, Tables, small_nation, write_marts
from tests.unit.bulletin.conftest import RELEASE
from tests.unit.bulletin.page_tables import page_tables

#: Beside the silent P4 one that reports the administrative boundary only, and one with months missing.
OTHER_BOUNDARY, MONTHS_MISSING = "P5", "P6"


def _park(park: str, province: str, zh: str, en: str, *, has_return: bool) -> dict[str, Any]:
    return {
        "reference_year": 2026,
        "park_code": park,
        "province_code": province,
        "province_name_zh": zh,
        "province_name_en": en,
        "is_synthetic": True,
        "has_return": has_return,
    }


def _gap(park: str, province: str, method: str, reason: str, zh: str, en: str) -> dict[str, Any]:
    return {
        "reference_year": 2026,
        "province_code": province,
        "park_code": park,
        "boundary_code": "physical",
        "method_code": method,
        "term_code": "NA",
        "reason_code": reason,
        "line_count": 1,
        "reason_zh": zh,
        "reason_en": en,
    }


def _house() -> Tables:
    nation = small_nation()
    nation["dim_parks"] += [
        _park(OTHER_BOUNDARY, "540000", "西藏自治区", "Tibet", has_return=True),
        _park(MONTHS_MISSING, "330000", "浙江省", "Zhejiang", has_return=False),
    ]
    for method in (METHOD, "GHGI"):
        nation["mart_coverage"] += [
            _gap(OTHER_BOUNDARY, "540000", method, "boundary_not_reported", "无本边界", "other boundary"),
            _gap(MONTHS_MISSING, "330000", method, "periods_incomplete", "不齐", "incomplete"),
        ]
    # The same park is silent in the other boundary; that is no reason for this one.
    other = _gap(MONTHS_MISSING, "330000", METHOD, "not_reported", "未报送", "Not reported")
    nation["mart_coverage"].append(other | {"boundary_code": "administrative"})
    return nation


def _rendered(folder: Path, nation: Tables) -> Mapping[str, str]:
    written = render_bulletin(
        write_marts(folder / "tables", nation), folder / "out", release_id=RELEASE, is_synthetic=True
    )
    return {path.name.split(".")[1]: path.read_text(encoding="utf-8") for path in written}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return _rendered(tmp_path_factory.mktemp("house"), _house())


def test_the_first_page_names_the_three_reasons_apart(house: Mapping[str, str]) -> None:
    assert (
        "有物理边界全年结果的园区 3 个，其中结果完整的 2 个，结果部分（有未估算项或被拒收行）的 1 个；"
        "没有全年结果的 3 个：已报送、全年数据不齐 1 个，已报送、无本边界数据 1 个，未报送 1 个。"
    ) in house["zh"]
    assert (
        "3 parks have no such result: reported but no complete year 1, reported but not for this boundary 1, "
        "not reported 1." in house["en"]
    )
    for language, names in (
        ("zh", ("已报送、全年数据不齐", "已报送、无本边界数据", "未报送")),
        ("en", ("Reported but no complete year", "Reported but not for this boundary", "Not reported")),
    ):
        for name in names:
            assert f"<dt>{name}</dt><dd>1" in house[language]


def test_the_parks_of_every_province_add_up(house: Mapping[str, str]) -> None:
    head, *rows = page_tables(house["zh"])[2]
    assert head == [
        "地区", "登记园区", "结果完整", "结果部分", "已报送、全年数据不齐", "已报送、无本边界数据", "未报送",
    ]  # fmt: skip
    assert rows == [
        ["合计", "6", "2", "1", "1", "1", "1"],
        ["江苏", "2", "1", "1", "0", "0", "0"],
        ["浙江", "2", "1", "0", "1", "0", "0"],
        ["西藏", "2", "0", "0", "0", "1", "1"],
    ]
    for row in rows:
        assert int(row[1]) == sum(map(int, row[2:]))


def test_a_province_in_which_a_park_reported_is_not_called_silent(house: Mapping[str, str]) -> None:
    assert page_tables(house["zh"])[1][-1][3:] == ["无全年结果"] * 6
    assert page_tables(house["en"])[1][-1][3:] == ["no annual result"] * 6
    assert ">无全年结果<" in house["zh"].split('class="chart"')[2]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_figure_of_reporting_has_a_column_and_a_colour_for_each(
    house: Mapping[str, str], language: str
) -> None:
    page = house[language]
    legend = page.split('<ul class="legend">')[3].split("</ul>")[0]
    names = {
        "zh": ("结果完整", "结果部分", "已报送、全年数据不齐", "已报送、无本边界数据", "未报送"),
        "en": (
            "Complete results",
            "Partial results",
            "Reported but no complete year",
            "Reported but not for this boundary",
            "Not reported",
        ),
    }[language]
    assert [name for name in names if name not in legend] == []
    colours = [part.split('"')[0] for part in legend.split('<i style="background: ')[1:]]
    assert len(set(colours)) == len(names)


def test_nobody_is_missing_where_every_park_has_a_result(tmp_path: Path) -> None:
    nation = small_nation()
    nation["dim_parks"] = [row for row in nation["dim_parks"] if row["park_code"] != "P4"]
    nation["mart_coverage"] = [row for row in nation["mart_coverage"] if row["park_code"] != "P4"]
    pages = _rendered(tmp_path, nation)
    assert "结果部分（有未估算项或被拒收行）的 1 个。" in pages["zh"]
    assert "没有全年结果的 0 个" not in pages["zh"]
    assert "have no such result" not in pages["en"]
