"""What an explanation says besides its tree: versions, reasons, what was left out; and the command (L13)."""

import json
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.release.explain.document import as_json
from lingtan.release.explain.explain import explain_cell
from lingtan.release.explain.text import as_text
from lingtan.release.explain.tree import walk_down
from orchestration.cli import main
from tests.builders.explained import NATIONAL
from tests.builders.release import Released
from tests.builders.reporting_house import CORRECTED, House

pytestmark = pytest.mark.slow


def test_what_a_rule_only_reports_is_no_check_that_did_not_pass(golden_release: Released) -> None:
    evidence = pl.read_parquet(golden_release.folder / "restricted" / "evidence.parquet")
    assert "flagged" in set(evidence["result"])
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    explanation = explain_cell(golden_release.folder, "mart_park_year", "emission_tco2e", key, limit=None)
    assert json.loads(as_json(explanation))["checks_not_passed"] == []


def test_a_year_of_months_goes_down_to_every_month_and_the_version_that_counts(house: House) -> None:
    """Eleven months of 10 t and a corrected one of 20 t; 1.851322 t CO2 a tonne."""
    explanation = explain_cell(
        house.released.folder,
        "mart_park_year",
        "emission_tco2e",
        {"park_code": CORRECTED, **NATIONAL},
        limit=None,
    )
    assert explanation.is_sound
    figure = json.loads(as_json(explanation))["figure"]
    assert figure["value"] == "240.67186"
    (component,) = [node for part in figure["parts"] for node in part["nodes"]]
    months = component["parts"][0]["nodes"]
    assert [Decimal(month["value"]) for month in months] == [
        Decimal("37.02644"),
        *[Decimal("18.51322")] * 11,
    ]
    assert months[0]["key"]["period_code"] == "2025-03"
    burnt = [
        str(node.value)
        for node in walk_down(explanation.root)
        if (node.table, node.column) == ("lake/park_return__energy", "quantity")
    ]
    assert sorted(burnt) == [*["10.000000000000"] * 11, "20.000000000000"]
    assert len(explanation.decisions.submissions) == 12
    (corrected,) = [one for one in explanation.decisions.submissions if one.others]
    assert corrected.content["submission_kind_code"] == "correction"
    assert [one["status"] for one in corrected.others] == ["superseded"]
    text = as_text(explanation, "zh")
    assert f"{CORRECTED}_correction.zip" in text
    assert corrected.content["delivery_id"] in text


def test_a_null_says_why(golden_release: Released) -> None:
    """Feedstock that no process line carries is not estimated, and the figure says so (L7)."""
    facts = golden_release.table("fct_emissions").filter(
        pl.col("not_estimated_reason_code") == "feedstock_not_carried",
        pl.col("method_code") == "CN-NZCP-2025",
    )
    row = facts.row(0, named=True)
    key = {
        name: str(row[name])
        for name in ("submission_id", "line_id", "activity_code", "boundary_code", "method_code", "term_code")
    }
    explanation = explain_cell(golden_release.folder, "fct_emissions", "emission_tco2e", key, limit=None)
    figure = json.loads(as_json(explanation))["figure"]
    assert figure["value"] is None
    assert figure["null_because"]["code"] == "feedstock_not_carried"
    assert figure["follows"]["is_equal"]
    assert figure["null_because"]["zh"] in as_text(explanation, "zh")
    assert figure["null_because"]["en"] in as_text(explanation, "en")


def test_many_parts_are_cut_and_counted(golden_release: Released) -> None:
    key = {"component_code": "power", **NATIONAL}
    explanation = explain_cell(golden_release.folder, "mart_national_year", "emission_tco2e", key, limit=2)
    assert explanation.is_sound
    part = explanation.root.parts[0]
    assert len(part.nodes) == 2
    values = [child.value for one in explanation.root.parts for child in one.nodes]
    values += [value for one in explanation.root.parts for value in one.hidden]
    assert sum(value for value in values if isinstance(value, Decimal)) == explanation.root.value
    assert f"另有 {len(part.hidden)} 项" in as_text(explanation, "zh")


def test_the_command_prints_writes_and_fails_as_the_other_verbs_do(
    golden_release: Released,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LINGTAN_EXPORTS", str(golden_release.places.exports))
    cell = ["explain", "mart_park_year", "emission_tco2e", "park_code=GOLD-FUEL", "method_code=CN-NZCP-2025"]

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["lingtan", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0)

    assert run(*cell) == 0
    assert "= 12204.90241 tCO2e" in capsys.readouterr().out
    assert run("--lang", "en", *cell) == 0
    assert "Sum of the components" in capsys.readouterr().out
    assert run("--json", *cell) == 0
    assert json.loads(capsys.readouterr().out)["figure"]["value"] == "12204.90241"
    page = tmp_path / "page.html"
    assert run(*cell, "--format", "html", "--out", str(page)) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    capsys.readouterr()
    for wrong, words in (
        (["--format", "pdf"], "没有格式 pdf"),
        (["--release", str(tmp_path / "nowhere")], "没有发布文件夹"),
        (["boundary_code"], "不是 列=值"),
        (["--limit", "-1"], "不能为负"),
    ):
        assert run(*cell, *wrong) == 1
        failure = capsys.readouterr()
        assert words in failure.err
        assert failure.out == ""
        assert failure.err.count("\n") == 1
