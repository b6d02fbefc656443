"""The uncertainty of the sum of park results beside it, or that it is not quantified (L8)."""

from pathlib import Path
from typing import Any

import pytest

from lingtan.bulletin.render import render_bulletin
from tests.builders.marts import METHOD, small_nation, write_marts
from tests.unit.bulletin.conftest import RELEASE

NATION: dict[str, Any] = {
    "reference_year": 2026,
    "figure_level_code": "nation",
    "boundary_code": "physical",
    "method_code": METHOD,
    "total_code": "result",
    "absolute_tco2e": "4000",
}
CASES = {
    "quantified": (
        {"known_tco2e": "4000", "propagated_percent": "5.476048", "simulated_percent": "5.45"},
        (
            "误差传递法 ±5.5 %，蒙特卡罗法 ±5.5 %。",
            "±5.5 % by error propagation, ±5.5 % by Monte Carlo simulation.",
        ),
    ),
    "not_quantified": (
        {"known_tco2e": "1000"},
        (
            "未量化；数量和因子的不确定性都已知的部分占排放量绝对值的 25.0 %。",
            "both known for 25.0 % of the absolute emission.",
        ),
    ),
    "zero_total": (
        {"known_tco2e": "4000"},
        ("合计为零，无相对值。", "the sum is zero and has no relative value."),
    ),
}
ALL_WORDS = ("误差传递法", "未量化；", "合计为零")


@pytest.mark.parametrize("status", CASES)
def test_the_page_says_what_is_known_of_the_sum(status: str, tmp_path: Path) -> None:
    figures, (zh, en) = CASES[status]
    row = NATION | figures | {"uncertainty_status_code": status}
    tables = write_marts(tmp_path / "tables", small_nation() | {"cmp_uncertainty": [row]})
    written = render_bulletin(tables, tmp_path / "bulletin", release_id=RELEASE, is_synthetic=True)
    pages = {path.name.split(".")[1]: path.read_text(encoding="utf-8") for path in written}
    assert zh in pages["zh"]
    assert en in pages["en"]
    assert sum(words in pages["zh"] for words in ALL_WORDS) == 1
