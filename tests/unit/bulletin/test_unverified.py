"""What rests on factors nobody verified is marked beside the figure, with its share and a list (L8)."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lingtan.bulletin.numbers import share
from lingtan.bulletin.render import render_bulletin
from tests.builders.marts import METHOD, small_nation, write_marts
from tests.unit.bulletin.conftest import RELEASE
from tests.unit.bulletin.page_tables import page_tables


def _part(
    level: str, area: str, component: str, absolute: str, unverified: str, **more: Any
) -> dict[str, Any]:
    return {
        "reference_year": 2026,
        "figure_level_code": level,
        "area_code": area,
        "park_code": "NA",
        "boundary_code": "physical",
        "method_code": METHOD,
        "scope_code": "NA",
        "scope2_basis_code": "NA",
        "component_code": component,
        "gas_group_code": "CO2",
        "is_memo": False,
        "absolute_tco2e": absolute,
        "unverified_tco2e": unverified,
        "unverified_row_count": 1,
        **more,
    }


_FULL = {"method_code": "GHGI", "scope_code": "1"}
_SCOPE_2 = {"method_code": "GHGI", "scope_code": "2"}
PARTS = [
    _part("nation", "CN", "fuel", "1000", "0"),
    _part("nation", "CN", "heat", "3000", "1000"),
    # A memo of the same component is in no total.
    _part("nation", "CN", "heat", "500", "500", is_memo=True),
    _part("nation", "CN", "power", "1000", "0", unverified_row_count=0),
    _part("province", "320000", "fuel", "1234565.5", "0.5"),
    _part("nation", "CN", "stationary_combustion", "60", "0", **_FULL, unverified_row_count=0),
    _part("nation", "CN", "stationary_combustion", "20", "20", **_FULL, gas_group_code="CH4"),
    _part("nation", "CN", "purchased_power", "20", "0", **_SCOPE_2, scope2_basis_code="location",
          unverified_row_count=0),
    _part("nation", "CN", "purchased_power", "20", "20", **_SCOPE_2, scope2_basis_code="market"),
    _part("province", "320000", "NA", "9", "9", method_code="CEADS-PROV", boundary_code="NA"),
]  # fmt: skip


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    nation = small_nation() | {"mart_unverified_year": PARTS}
    tables = write_marts(tmp_path_factory.mktemp("tables"), nation)
    written = render_bulletin(
        tables, tmp_path_factory.mktemp("bulletin"), release_id=RELEASE, is_synthetic=True
    )
    return {path.name.split(".")[1]: path.read_text(encoding="utf-8") for path in written}


def test_a_part_is_never_written_as_nothing_or_all() -> None:
    written = [share(Decimal(part), Decimal(whole)) for part, whole in (
        ("0", "0"), ("0", "5"), ("5", "5"), ("1", "3"), ("0.0004", "1"), ("0.0005", "1"), ("0.9996", "1"),
    )]  # fmt: skip
    assert written == ["0 %", "0 %", "100 %", "33.3 %", "<0.1 %", "0.1 %", ">99.9 %"]


def test_the_headline_says_it_in_words_and_links_to_the_list(marked: Mapping[str, str]) -> None:
    assert "（部分），其中 20.0 % 依据未经核实的因子。" in marked["zh"]
    assert "(partial), of which 20.0 % rests on factors not verified." in marked["en"]
    assert '<a href="#unverified">† 其中 20.0 % 依据未经核实的因子</a>' in marked["zh"]
    for page in marked.values():
        assert page.count('id="unverified"') == 1


def test_each_table_marks_its_figures(marked: Mapping[str, str]) -> None:
    tables = page_tables(marked["zh"])
    total, fuel, _, power, heat, _ = tables[0][1:]
    assert total[-2].endswith("† 20.0 %")
    assert fuel[-2].endswith("† 0 %")
    assert heat[-2].endswith("† 33.3 %")
    assert "†" not in power[-2]
    jiangsu = tables[1][2]
    assert jiangsu[0] == "江苏"
    assert [cell for cell in jiangsu if "†" in cell] == [jiangsu[3], jiangsu[4]]
    assert jiangsu[4].endswith("† <0.1 %")


def test_both_bases_and_gases_have_their_own_share(marked: Mapping[str, str]) -> None:
    tables = page_tables(marked["en"])
    flows = {row[0]: row[1:] for row in tables[9][1:]}
    assert [cell.split("†")[-1] for cell in flows["Production total (scope 1)"]] == [" 25.0 %"] * 2
    assert [cell.split("†")[-1] for cell in flows["Consumption total"]] == [" 20.0 %", " 40.0 %"]
    gases = {row[0]: row[1] for row in tables[10][1:]}
    assert gases["Methane"].endswith("† 100 %")
    assert "†" not in gases["Carbon dioxide"]
    components = {row[0]: row[1:] for row in tables[11][1:]}
    assert "†" not in components["Purchased power"][0]
    assert components["Purchased power"][1].endswith("† 100 %")


def test_inventories_are_marked_apart(marked: Mapping[str, str]) -> None:
    rows = {row[0]: row[1] for row in page_tables(marked["zh"])[8][1:]}
    assert rows["江苏"].endswith("† 100 %")
    assert "†" not in rows["省级清单之和"]


def test_charts_and_tables_explain_the_sign(marked: Mapping[str, str]) -> None:
    assert "按绝对值计，所示百分比的部分依据数值尚未与原始文件核对的因子" in marked["zh"]
    assert "部分数值依据未经核实的因子，占比见下表" in marked["zh"]
    drawn = marked["zh"].split('class="chart"')[1]
    assert ">†<" in drawn or "部分 †" in drawn


def test_without_such_factors_no_sign_is_on_the_page(pages: Mapping[str, str], tmp_path: Path) -> None:
    for page in pages.values():
        assert "†" not in page
