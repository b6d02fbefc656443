"""The house as Dagster shows it: the whole graph, the same bytes as the command line, a sensor that waits."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from lingtan.places import Places, checkout
from lingtan.release.hashing import hashes_below
from lingtan.release.verify import verify
from orchestration.defs import sensors
from orchestration.defs.build import build_definitions
from orchestration.defs.resources import PlacesResource
from orchestration.defs.sensors import inbox_sensor
from orchestration.operations.dbt_manifest import parsed_project
from tests.builders.golden import put_golden
from tests.builders.release import Released, places_in

#: What comes from outside and what a person launches; a run makes neither.
OUTER = {"inbox", "release"}
STEPS = {
    *OUTER,
    "lake",
    "plan",
    "stat_peer_position",
    "stat_uncertainty",
    "stat_public_cells",
    "stat_public_losses",
    "canonical_tables",
    "draft",
}


def resource(places: Places) -> PlacesResource:
    return PlacesResource(raw=str(places.raw), exports=str(places.exports))


@pytest.fixture(scope="module")
def definitions() -> dg.Definitions:
    made = build_definitions()
    dg.Definitions.validate_loadable(made)
    return made


@pytest.fixture(scope="module")
def graph(definitions: dg.Definitions) -> dict[str, dg.AssetSpec]:
    return {spec.key.path[-1]: spec for spec in definitions.resolve_all_asset_specs()}


def _dbt_nodes() -> dict[str, set[str]]:
    """Table, view or seed -> those it reads; an ephemeral model is part of what reads it."""
    nodes = json.loads((parsed_project() / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    kept = {name: node for name, node in nodes.items() if node["resource_type"] in ("model", "seed")}

    def parents(node: dict[str, Any]) -> set[str]:
        found = set()
        for one in node.get("depends_on", {}).get("nodes", []):
            if one in kept:
                is_part = kept[one]["config"]["materialized"] == "ephemeral"
                found |= parents(kept[one]) if is_part else {kept[one]["name"]}
        return found

    return {
        node["name"]: parents(node) for node in kept.values() if node["config"]["materialized"] != "ephemeral"
    }


def test_the_graph_holds_every_step_and_every_model(graph: dict[str, dg.AssetSpec]) -> None:
    models = _dbt_nodes()
    assert len(models) > 60
    assert set(graph) == STEPS | set(models)
    for name, parents in models.items():
        assert parents <= {dependency.asset_key.path[-1] for dependency in graph[name].deps}


def test_one_line_runs_from_the_inbox_to_the_release(graph: dict[str, dg.AssetSpec]) -> None:
    before: set[str] = set()
    waiting = {"release"}
    while waiting:
        before |= waiting
        waiting = {dep.asset_key.path[-1] for name in waiting for dep in graph[name].deps} - before
    assert {"inbox", "lake", "plan", "stg_park_return__energy", "fct_emissions"} <= before
    assert {"mart_carbon_per_energy", "stat_peer_position", "cmp_peer_position", "draft"} <= before


def test_every_asset_job_sensor_and_check_is_described(
    definitions: dg.Definitions, graph: dict[str, dg.AssetSpec]
) -> None:
    # dagster-dbt appends the model's SQL; a model without words of its own has nothing else.
    silent = [name for name, spec in graph.items() if not (spec.description or "").split("####")[0].strip()]
    assert silent == []
    jobs = [definitions.resolve_job_def(name) for name in ("inbox_to_draft", "publish")]
    sensors = [
        definitions.resolve_sensor_def(name)
        for name in ("inbox_sensor", "failed_run_marks", "resolved_run_marks")
    ]
    assert all(job.description for job in jobs)
    assert all(sensor.description for sensor in sensors)
    assert definitions.resolve_schedule_def("nightly").description
    (gate,) = [spec for checks in definitions.asset_checks or [] for spec in checks.check_specs]
    assert gate.blocking
    assert gate.description


def test_the_nightly_load_is_off_until_a_person_turns_it_on(definitions: dg.Definitions) -> None:
    schedule = definitions.resolve_schedule_def("nightly")
    assert schedule.default_status == dg.DefaultScheduleStatus.STOPPED
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("30 1 * * *", "Asia/Shanghai")
    assert schedule.job_name == "inbox_to_draft"


def test_dagster_validates_the_checkout(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "dagster", "definitions", "validate"],
        cwd=checkout(),
        env={**os.environ, "DAGSTER_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "orchestration.definitions" in told.stdout + told.stderr


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, dg.ExecuteInProcessResult]:
    """The golden parks' deliveries taken in and drafted by Dagster alone."""
    places = places_in(tmp_path_factory.mktemp("dagster"))
    put_golden(places)
    job = build_definitions(resource(places)).resolve_job_def("inbox_to_draft")
    return places, job.execute_in_process(raise_on_error=False)


def test_dagster_makes_the_bytes_of_the_command_line(
    drafted: tuple[Places, dg.ExecuteInProcessResult], golden_release: Released
) -> None:
    places, run = drafted
    assert run.success
    assert [path.name for path in places.drafts.iterdir()] == [golden_release.plan_id]
    mine = hashes_below(places.drafts / golden_release.plan_id / "restricted")
    theirs = hashes_below(golden_release.folder / "restricted")
    assert mine.keys() == theirs.keys()
    assert {name for name in mine if mine[name] != theirs[name]} <= {"lingtan.duckdb"}


def test_every_asset_is_made_and_every_check_of_the_models_shown(
    drafted: tuple[Places, dg.ExecuteInProcessResult], graph: dict[str, dg.AssetSpec]
) -> None:
    _, run = drafted
    made = {event.asset_key.path[-1] for event in run.get_asset_materialization_events() if event.asset_key}
    assert made == set(graph) - OUTER
    checks = run.get_asset_check_evaluations()
    assert "gate" in {one.check_name for one in checks}
    assert all(one.passed for one in checks)


def test_the_publish_job_publishes(
    drafted: tuple[Places, dg.ExecuteInProcessResult], golden_release: Released
) -> None:
    places, _ = drafted
    config = {"plan_id": golden_release.plan_id, "published_by": "示例发布人"}
    job = build_definitions(resource(places)).resolve_job_def("publish")
    run = job.execute_in_process(run_config={"ops": {"publish_draft": {"config": config}}})
    assert run.success
    (made,) = run.filter_events(lambda event: event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION)
    assert made.asset_key == dg.AssetKey("release")
    assert places.latest.resolve() == (places.releases / golden_release.plan_id).resolve()
    assert verify(places.latest) == []
    publication = json.loads((places.latest / "publication.json").read_text(encoding="utf-8"))
    assert publication["published_by"] == "示例发布人"


def look(places: Places) -> dg.RunRequest | dg.SkipReason:
    found = inbox_sensor(dg.build_sensor_context(), places=resource(places))
    assert isinstance(found, dg.RunRequest | dg.SkipReason)
    return found


def settle(folder: Path, seconds: int = 60) -> None:
    """Let the files in a folder be older than they are."""
    for path in folder.rglob("*.zip"):
        state = path.stat()
        os.utime(path, (state.st_atime, state.st_mtime - seconds))


def test_the_sensor_skips_an_inbox_that_is_empty_or_still_filling(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    assert isinstance(look(places), dg.SkipReason)
    places.inbox.mkdir(parents=True)
    (places.inbox / ".gitkeep").touch()
    assert isinstance(look(places), dg.SkipReason)
    put_golden(places)
    assert isinstance(look(places), dg.SkipReason)
    settle(places.inbox, sensors.SETTLED_AFTER_SECONDS + 1)
    assert isinstance(look(places), dg.RunRequest)


def test_the_sensor_asks_once_for_each_state_of_the_inbox(tmp_path: Path) -> None:
    """Dagster starts one run a key: the same files have the same key, one more file has another."""
    places = places_in(tmp_path)
    put_golden(places)
    settle(places.inbox)
    first, again = look(places), look(places)
    assert isinstance(first, dg.RunRequest)
    assert isinstance(again, dg.RunRequest)
    assert first.run_key == again.run_key
    (places.inbox / "更多").mkdir()
    (places.inbox / "更多" / "one.zip").write_bytes(b"x")
    settle(places.inbox / "更多")
    more = look(places)
    assert isinstance(more, dg.RunRequest)
    assert more.run_key != first.run_key
