"""The pages show exact figures, and a word wherever there is none (L3, L7)."""

from collections.abc import Mapping

import pytest

from tests.unit.bulletin.page_tables import page_tables


def test_components_of_both_years(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["zh"])[0] == [
        ["组成部分", "2025", "2026", "有填报行的园区 2026"],
        ["园区结果之和", "102.0001 部分", "117.9568 部分", "3"],
        ["燃料燃烧", "100.0000", "123.4566", "2"],
        ["能源加工转换", "无填报行", "无填报行", "0"],
        ["电力", "2.0001", "0.0003", "1"],
        ["热力", "0.0000", "−5.5001", "1"],
        ["工业过程", "未估算（NE）", "未估算（NE）", "1"],
    ]
    assert page_tables(pages["en"])[0][1:4] == [
        ["Sum of park results", "102.0001 partial", "117.9568 partial", "3"],
        ["Fuel combustion", "100.0000", "123.4566", "2"],
        ["Energy conversion", "no lines", "no lines", "0"],
    ]


def test_provinces_are_sorted_and_the_silent_one_says_so(pages: Mapping[str, str]) -> None:
    rows = page_tables(pages["zh"])[1]
    assert rows[0][3:] == ["园区结果之和", "燃料燃烧", "能源加工转换", "电力", "热力", "工业过程"]
    assert rows[2:] == [
        ["江苏", "2", "2", "123.4568 部分", "123.4566", "无填报行", "0.0003", "无填报行", "未估算（NE）"],
        ["浙江", "1", "1", "−5.5001", "无填报行", "无填报行", "无填报行", "−5.5001", "无填报行"],
        ["西藏", "1", "0", "未报送", "未报送", "未报送", "未报送", "未报送", "未报送"],
    ]


def test_carbon_per_energy_has_value_and_threshold_and_no_verdict(pages: Mapping[str, str]) -> None:
    rows = page_tables(pages["en"])[3]
    assert rows[2:] == [
        ["200 000 to below 1 000 000 tce", "1", "1", "0", "0.150000", "too few peers", "0.150000", "≤ 0.2"],
        ["1 000 000 tce and more", "1", "0", "0", "1.234568", "1.234568", "1.234568", "≤ 0.3"],
    ]
    for verdict in ("达标：", "已达标", "未达标", "met the", "not met"):
        assert verdict not in pages["zh"] + pages["en"]


def test_a_variant_that_does_not_exist_says_why(pages: Mapping[str, str]) -> None:
    rows = page_tables(pages["zh"])[4]
    assert rows[-2:] == [["综合能源消费量（等价值，含原料用能）"], ["当年无等价值系数", "3", "0"]]


def test_gaps_add_up_and_unknown_energy_is_named(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["en"])[6][1:] == [
        ["No factor exists", "1", "3", "1.3346", "0"],
        ["<script>refused</script>", "1", "1", "energy unknown", "1"],
        ["Not reported", "1", "not applicable (whole return)"],
    ]


def test_inventories_stand_apart(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["zh"])[8] == [
        ["地区", "清单排放量", "未估算项数"],
        ["省级清单之和", "76,543.2110 部分", "7"],
        ["江苏", "76,543.2110", "0"],
        ["浙江", "未估算（NE）", "7"],
    ]
    # 117.9568 + 76,543.2110 must appear nowhere: results of two methods are never added.
    assert "76,661.1678" not in pages["zh"] + pages["en"]


def test_unverified_factors_in_use_are_listed_and_no_others(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["zh"])[14][1:] == [
        ["电石 F-USED", "工业过程", "1.09", "tCO2/t", "示例文件", "1", "1"]
    ]
    assert page_tables(pages["zh"])[15][1:] == [["SET", "示例文件", "1", "1"]]
    for factor in ("F-CHECKED", "F-UNUSED", "F-OWN"):
        assert factor not in pages["zh"]


def test_green_power_is_told_by_what_its_certificates_cover(pages: Mapping[str, str]) -> None:
    assert "核销后计为绿色电力 12,345.6785 万千瓦时" in pages["zh"]
    assert "没有足够序列号的 3.0000 万千瓦时按电网电力计算" in pages["zh"]
    assert "12,345.6785 × 10⁴ kWh count as green; 3.0000 × 10⁴ kWh reported as green" in pages["en"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_figures_carry_the_same_text_as_the_tables(pages: Mapping[str, str], language: str) -> None:
    drawn = pages[language].split('class="chart"')[1:7]
    assert ">123.4566<" in drawn[0]
    assert ">−5.5001<" in drawn[0]
    assert ">123.4568<" in drawn[1]
    assert {"zh": ">未报送<", "en": ">not reported<"}[language] in drawn[1]
    assert ">≤ 0.2<" in drawn[2]
    assert ">≤ 0.3<" in drawn[2]
    assert {"zh": ">当年无等价值系数<", "en": ">No equivalent-value coefficient for the year<"}[
        language
    ] in drawn[2]
    assert ">76,543.2110<" in drawn[5]


def test_parks_are_counted_by_verdict_and_by_what_keeps_one_from_it(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["zh"])[5] == [
        ["指标", "园区数", "达到", "未达到", "各口径不一致", "规模低于门槛", "数据不全"],
        ["单位能耗碳排放", "3", "1", "0", "1", "0", "1"],
        ["清洁能源消费占比", "2", "0", "1", "0", "0", "1"],
    ]
