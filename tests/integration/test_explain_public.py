"""A published figure explained: inside down to what was submitted, outside to the protected cell (L13)."""

import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from orchestration.cli import main
from tests.builders.explained import outline, tree
from tests.builders.release import Released

pytestmark = pytest.mark.slow

TABLE = "emissions_by_area_and_component"
QUANTITY = "emission_tco2"


def cell(released: Released, status: str) -> dict[str, str]:
    """The key in the public table of the first finest cell of a status."""
    cells = released.table("cmp_public_cells").filter(
        measure_code="cn_nzcp",
        level_code="area=province_code|component=component_code",
        protection_status_code=status,
    )
    row = cells.row(0, named=True)
    codes = dict(part.split("=") for part in row["cell_code"].split("|"))
    year = str(row["reference_year"])
    return {"reference_year": year, **{f"{name}_code": code for name, code in codes.items()}}


@pytest.fixture
def outside(golden_release: Released, tmp_path: Path) -> Path:
    """The public files alone, as a reader has them."""
    return Path(shutil.copytree(golden_release.folder / "public", tmp_path / "downloaded"))


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["lingtan", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def told(key: dict[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in key.items()]


def test_inside_a_withheld_figure_goes_down_to_submitted_cells(golden_release: Released) -> None:
    """The office sees what readers do not: the exact value and the lines of the returns behind it."""
    (row,) = golden_release.table("cmp_public_cells").filter(measure_code="offsets", level_code="").to_dicts()
    figure = tree(golden_release, "offsets_by_area", "emission_tco2e", area_code="TOTAL")
    assert (figure["table"], figure["column"]) == ("cmp_public_cells", "published_value")
    assert figure["value"] is None
    assert figure["null_because"]["code"] == row["protection_status_code"] == "primary"
    exact = next(node for node in _below(figure) if node["column"] == "exact_value")
    assert Decimal(exact["value"]) == row["exact_value"] > 0
    assert exact["follows"]["is_equal"]
    submitted = {node["table"] for node in _below(exact) if node["kind"] == "submitted"}
    assert submitted == {"lake/park_return__instruments"}


def test_inside_a_shown_figure_is_the_rounded_sum_of_its_lines(golden_release: Released) -> None:
    key = cell(golden_release, "shown")
    figure = tree(golden_release, TABLE, QUANTITY, **key)
    facts = golden_release.table("fct_emissions").filter(
        pl.col("province_code") == key["area_code"],
        pl.col("component_code") == key["component_code"],
        pl.col("view_code") != "nation",
        method_code="CN-NZCP-2025",
        boundary_code="physical",
        is_memo=False,
    )
    exact = facts["emission_tco2e"].sum()
    assert Decimal(figure["value"]) == round(exact)
    ((inner, lines),) = outline(figure)[f"cmp_public_cells.published_value {figure['value']}"][0].items()
    assert Decimal(inner.split()[-1]) == exact
    assert len(lines) == len(facts)


def test_the_count_of_respondents_is_that_of_their_owners(golden_release: Released) -> None:
    figure = tree(
        golden_release, "cmp_public_cells", "contributor_count",
        measure_code="cn_nzcp", level_code="", cell_code="",
    )  # fmt: skip
    assert figure["follows"]["is_equal"]
    (owners,) = [part for part in figure["parts"] if part["is_operand"]]
    assert len(owners["nodes"]) == int(figure["value"]) > 10


@pytest.mark.parametrize("language", ["zh", "en"])
def test_outside_the_way_of_a_shown_figure_ends_at_the_cell(
    golden_release: Released,
    outside: Path,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = cell(golden_release, "shown")
    command = ("--lang", language, "explain", TABLE, QUANTITY, *told(key), "--release", str(outside))
    assert run(monkeypatch, *command) == 0
    text = capsys.readouterr().out
    published = pl.read_parquet(outside / "data" / f"{TABLE}.parquet").filter(
        pl.col("area_code") == key["area_code"], pl.col("component_code") == key["component_code"]
    )
    assert f"= {published[QUANTITY][0]} tCO2" in text
    assert ("内部资料，只能由发布机构" if language == "zh" else "the way ends here") in text
    assert "fct_" not in text


@pytest.mark.parametrize("status", ["primary", "secondary"])
def test_outside_a_withheld_cell_says_so_and_not_why(
    golden_release: Released,
    outside: Path,
    status: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Cells withheld for themselves and for others are told with the same words."""
    key = cell(golden_release, status)
    assert run(monkeypatch, "--json", "explain", TABLE, QUANTITY, *told(key), "--release", str(outside)) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["figure"]["value"] is None
    assert "parts" not in found["figure"]
    assert found["ends"]["zh"].startswith("此单元格保密，未公布数值")
    assert found["ends"]["en"].startswith("This cell is confidential")
    for word in (status, "dominance", "contributor"):
        assert word not in json.dumps(found, ensure_ascii=False)


def test_outside_the_page_says_where_the_way_ends(
    golden_release: Released,
    outside: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = cell(golden_release, "primary")
    page = tmp_path / "page.html"
    command = ("explain", TABLE, QUANTITY, *told(key), "--release", str(outside), "--format", "html")
    assert run(monkeypatch, *command, "--out", str(page)) == 0
    text = page.read_text(encoding="utf-8")
    assert "此单元格保密，未公布数值" in text
    assert "内部资料 ·" not in text


def test_outside_what_is_not_there_is_named(
    golden_release: Released,
    outside: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = told(cell(golden_release, "shown"))
    for wrong, words in (
        (["mart_park_year", "emission_tco2e"], "是公开部分，其中没有表 mart_park_year"),
        ([TABLE, "emission_tco2e", *key], "可选：emission_tco2"),
        ([TABLE, QUANTITY, key[0]], "请再给出：area_code"),
        ([TABLE, QUANTITY, "area_code=999999"], "没有主键为 area_code=999999 的行"),
        ([TABLE, QUANTITY, "park_code=P"], "park_code 不是表"),
    ):
        assert run(monkeypatch, "explain", *wrong, "--release", str(outside)) == 1
        failure = capsys.readouterr()
        assert words in failure.err
        assert failure.out == ""


@pytest.mark.parametrize("damaged", [f"data/{TABLE}.parquet", "manifest.json"])
def test_outside_a_damaged_file_is_said_to_be_damaged(
    golden_release: Released,
    outside: Path,
    damaged: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (outside / damaged).chmod(0o644)
    (outside / damaged).write_bytes(b"PAR1")
    key = told(cell(golden_release, "shown"))
    assert run(monkeypatch, "explain", TABLE, QUANTITY, *key, "--release", str(outside)) == 1
    assert "请运行 verify 核对" in capsys.readouterr().err


def _below(node: dict[str, Any]) -> list[dict[str, Any]]:
    inner = [child for part in node.get("parts", []) for child in part["nodes"]]
    return [node, *(one for child in inner for one in _below(child))]
