"""The full inventory stands apart: totals of its own, both bases side by side, nothing added (L6)."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest

from lingtan.bulletin.headline import headline_boundary
from lingtan.bulletin.render import render_bulletin
from tests.builders.marts import small_nation, write_marts
from tests.unit.bulletin.conftest import RELEASE
from tests.unit.bulletin.page_tables import page_tables


def test_production_and_consumption_on_both_bases(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["en"])[9] == [
        ["Item", "By location", "By market"],
        ["Production total (scope 1)", "91.0000 partial", "91.0000 partial"],
        ["Power and heat received", "50.0000", "54.0000"],
        ["Power and heat passed on", "−2.0000", "−2.0000"],
        ["Own generation sent", "not estimated (NE)", "not estimated (NE)"],
        ["Consumption total", "139.0000 partial", "143.0000 partial"],
    ]


def test_scope_1_by_gas(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["zh"])[10][1:] == [
        ["二氧化碳", "89.0000", "0"],
        ["甲烷", "2.0000", "0"],
        ["HFCs", "0.0001 部分", "2"],
        ["范围一合计", "91.0000 部分", "2"],
    ]


def test_scope_2_by_location_stands_beside_market_and_removals_apart(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["zh"])[11][1:] == [
        ["范围一"],
        ["固定燃烧", "91.0000", "91.0000"],
        ["逸散排放", "0.0001 部分", "0.0001 部分"],
        ["废弃物处理", "无填报行", "无填报行"],
        ["范围二（同一排放的两种算法，取其一）"],
        ["外购电力", "48.0000", "52.0000"],
        ["外购热力", "未估算（NE）", "未估算（NE）"],
        ["单列的清除和抵销（不混入范围一、二）"],
        ["碳清除", "−0.7000", "−0.7000"],
        ["碳抵销", "无填报行", "无填报行"],
    ]


def test_gaps_and_findings_are_named(pages: Mapping[str, str]) -> None:
    assert page_tables(pages["en"])[12][1:] == [
        ["No factor exists", "1", "1"],
        ["Not reported", "1", "not applicable (whole return)"],
    ]
    assert page_tables(pages["zh"])[13][1:] == [
        ["碳平衡结果为负", "1", "1"],
        ["绿电交易电量没有足够的绿证序列号", "2", "3"],
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_added_over_methods_bases_or_boundaries(pages: Mapping[str, str], language: str) -> None:
    # 117.9568 + 91.0000, 48 + 52, 139 + 143 stand nowhere, nor what the other boundary says.
    for added in ("208.9568", "100.0000 partial", "282.0000", "7,777.7770", "8,888.8880"):
        assert added not in pages[language]
    sentence = {"zh": "两者不得相加或相减", "en": "the two must be neither added nor subtracted"}[language]
    assert sentence in pages[language]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_figures_carry_the_text_of_the_tables(pages: Mapping[str, str], language: str) -> None:
    drawn = pages[language].split('class="chart"')[7:9]
    assert ">89.0000<" in drawn[0]
    assert ">0.0001<" in drawn[0]
    assert ">48.0000<" in drawn[1]
    assert ">52.0000<" in drawn[1]
    assert {"zh": ">未估算（NE）<", "en": ">not estimated (NE)<"}[language] in drawn[1]


def test_the_plan_says_which_boundary_is_shown(tmp_path: Path, pages: Mapping[str, str]) -> None:
    settings = {"boundary_code": "administrative", "imputation": "none"}
    pl.DataFrame({"setting_code": list(settings), "setting_value": list(settings.values())}).write_parquet(
        tmp_path / "settings.parquet"
    )
    swapped = {"physical": "administrative", "administrative": "physical"}
    nation = {
        name: [
            row | {"boundary_code": swapped[row["boundary_code"]]} if "boundary_code" in row else row
            for row in rows
        ]
        for name, rows in small_nation().items()
    }
    page = render_bulletin(
        write_marts(tmp_path / "tables", nation),
        tmp_path / "out",
        release_id=RELEASE,
        is_synthetic=True,
        boundary_code=headline_boundary(tmp_path),
    )[0].read_text(encoding="utf-8")
    assert page_tables(page) == page_tables(pages["zh"])
    assert "边界为园区管理边界" in page


def test_a_release_without_the_method_says_so(tmp_path: Path) -> None:
    nation = small_nation()
    for name in ("mart_national_year", "mart_production_consumption", "mart_coverage"):
        nation[name] = [row for row in nation[name] if row["method_code"] != "GHGI"]
    written = render_bulletin(
        write_marts(tmp_path / "tables", nation), tmp_path / "out", release_id=RELEASE, is_synthetic=True
    )
    assert "本次发布没有按全口径清单核算的园区结果" in written[0].read_text(encoding="utf-8")
    assert written[1].read_text(encoding="utf-8").count("<svg") == 6


def test_stages_reached_and_why_others_are_not_determined(tables: Path, tmp_path: Path) -> None:
    park = {"reference_year": 2026, "boundary_code": "physical", "method_code": "GHGI"}
    stages = [
        {
            **park,
            "park_code": code,
            "stage_code": stage,
            "status_code": status,
            "status_beside_code": beside,
            "status_without_offsets_code": without,
            "reason_code": reason,
        }
        for code, stage, status, beside, without, reason in (
            ("P1", "operational", "reached", "reached", "not_reached", None),
            ("P2", "operational", "reached", "not_reached", "reached", None),
            ("P3", "operational", "not_reached", "not_reached", "not_reached", None),
            ("P4", "operational", "not_determined", "not_determined", "not_determined", "not_reported"),
            ("P1", "full", "reached", "reached", "not_reached", None),
            ("P2", "full", "not_determined", "not_determined", "not_determined", "no_scope3"),
            ("P3", "full", "not_reached", "not_reached", "not_reached", None),
            ("P4", "full", "not_determined", "not_determined", "not_determined", "not_reported"),
        )
    ]
    chain = [
        {
            **park,
            "park_code": code,
            "scope2_basis_code": basis,
            "scope3_category_code": "S3-03",
            "relevance_code": relevance,
            "scope3_coverage_ratio": ratio,
            "has_overlap": overlap,
        }
        for code, relevance, ratio, overlap in (
            ("P1", "relevant", "1", False),
            ("P2", "relevant", "0.5", True),
            ("P3", "not_relevant", None, False),
        )
        for basis in ("location", "market")
    ]
    given = {**small_nation(), "mart_park_stage_year": stages, "mart_park_scope3_year": chain}
    written = render_bulletin(
        write_marts(tables, given), tmp_path / "site", release_id=RELEASE, is_synthetic=True
    )
    [page] = [path.read_text(encoding="utf-8") for path in written if path.name.endswith(".en.html")]
    found = {rows[0][0]: rows for rows in page_tables(page)}
    assert found["Stage"][1:] == [
        ["Operational net zero", "2", "1", "1", "1", "1", "4"],
        ["Full net zero", "1", "1", "0", "1", "2", "4"],
    ]
    assert [
        rows for rows in page_tables(page) if rows[0][1:] == ["Operational net zero", "Full net zero"]
    ] == [
        [
            ["Reason", "Operational net zero", "Full net zero"],
            ["Not reported", "1", "1"],
            ["No scope 3 reported", "0", "1"],
        ]
    ]
    assert found["Category"][1:] == [["Fuel- and energy-related activities", "2", "1", "1", "0", "1", "1"]]


def test_an_unverified_parameter_of_a_formula_is_listed_with_its_document(
    tables: Path, tmp_path: Path
) -> None:
    nation = small_nation()
    line = {"submission_id": "S", "table_name": "other_gases", "line_id": "O1"}
    of_park = {"reference_year": 2026, "boundary_code": "physical", "method_code": "GHGI", "park_code": "P1"}
    fact = {**line, **of_park, "entry_kind_code": "own", "factor_source_code": "formula"}
    parameter = {**line, "parameter_value": "0.9", "document_code": "D-FORMULA"}
    given = {
        **nation,
        "fct_emissions": [*nation["fct_emissions"], fact],
        "fct_parameters": [
            {**parameter, "parameter_code": "methane_correction", "is_verified": False},
            {**parameter, "parameter_code": "methane_capacity", "is_verified": True},
        ],
    }
    written = render_bulletin(
        write_marts(tables, given), tmp_path / "site", release_id=RELEASE, is_synthetic=True
    )
    [page] = [path.read_text(encoding="utf-8") for path in written if path.name.endswith(".en.html")]
    assert [row for rows in page_tables(page) for row in rows if row[0] == "D-FORMULA"] == [
        ["D-FORMULA", "D-FORMULA", "1", "1"]
    ]
