"""The dbt project is parsed once for all builds, and anew when it changed."""

import json
import shutil
from pathlib import Path

import pytest

from orchestration.operations import dbt_invoke, dbt_manifest
from tests.dbt.park_case import park_inputs
from tests.dbt.warehouse_inputs import PROJECT, read, run


def _described(target: Path) -> str:
    nodes = json.loads((target / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    return str(nodes["model.lingtan.dim_parks"]["description"])


def test_a_changed_project_is_parsed_anew_and_an_unchanged_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PROJECT, tmp_path / "dbt_project", ignore=shutil.ignore_patterns("target", "logs"))
    for module in (dbt_manifest, dbt_invoke):
        monkeypatch.setattr(module, "checkout", lambda: tmp_path)
    target = dbt_manifest.parsed_project()
    first, written = _described(target), (target / "manifest.json").stat().st_mtime_ns
    assert dbt_manifest.parsed_project() == target
    assert (target / "manifest.json").stat().st_mtime_ns == written
    texts = tmp_path / "dbt_project" / "models" / "_released.yml"
    texts.write_text(texts.read_text(encoding="utf-8").replace(first, "改过的说明"), encoding="utf-8")
    assert _described(dbt_manifest.parsed_project()) == "改过的说明"


def test_a_build_reads_its_own_inputs_wherever_they_lie(tmp_path: Path) -> None:
    case = park_inputs(tmp_path / "o'Brien, 园区")
    case.write()
    assert set(run(case, "run", "--select", "+stg_park_return__energy").values()) == {"success"}
    assert read(case, "select count(*) from stg_park_return__energy") == [
        (len(case.rows["park_return", "energy"]),)
    ]
