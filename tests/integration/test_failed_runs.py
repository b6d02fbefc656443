"""A run that fails leaves a mark that anyone sees, until the same job succeeds; a killed run does too."""

import json
from pathlib import Path

import dagster as dg
import pytest

from lingtan.errors import LingtanError
from lingtan.places import Places
from orchestration.defs.failures import failed_run_marks, resolved_run_marks, sweep_killed_runs
from orchestration.defs.resources import PlacesResource
from orchestration.operations.failed_runs import (
    FailedRun,
    failed_runs,
    mark_failed_run,
    resolve_failed_runs,
)
from tests.builders.release import places_in

EARLY, LATE = "2026-03-01T01:30:00+00:00", "2026-03-02T01:30:00+00:00"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


def run(run_id: str, at: str = EARLY, job: str = "inbox_to_draft") -> FailedRun:
    return FailedRun(run_id, job, at, "质量门未通过 | The gate\n does not pass")


def test_a_failed_run_is_marked_until_its_job_succeeds(places: Places) -> None:
    assert failed_runs(places) == ()
    mark = mark_failed_run(places, run("A"))
    assert mark == places.exports / "failed_runs" / "A.json"
    assert json.loads(mark.read_text(encoding="utf-8"))["message"] == "质量门未通过 | The gate does not pass"
    mark_failed_run(places, run("B", job="publish"))
    assert [one.run_id for one in failed_runs(places)] == ["A", "B"]
    (answered,) = resolve_failed_runs(places, "inbox_to_draft", succeeded_run_id="C", succeeded_at=LATE)
    assert answered.run_id == "A"
    assert [one.run_id for one in failed_runs(places)] == ["B"]
    resolved = places.exports / "failed_runs" / "resolved" / "A.json"
    assert json.loads(resolved.read_text(encoding="utf-8"))["resolved_by"] == "C"
    # Told again of the same failure, the mark does not come back.
    mark_failed_run(places, run("A"))
    assert [one.run_id for one in failed_runs(places)] == ["B"]


def test_a_success_answers_no_later_failure(places: Places) -> None:
    mark_failed_run(places, run("A", LATE))
    assert resolve_failed_runs(places, "inbox_to_draft", succeeded_run_id="C", succeeded_at=EARLY) == ()
    assert [one.run_id for one in failed_runs(places)] == ["A"]


@dg.op(config_schema={"fails": bool})
def step(context: dg.OpExecutionContext) -> None:
    if context.op_config["fails"]:
        raise LingtanError("数据湖文件缺失", "A lake file is missing")


@dg.job
def nightly_job() -> None:
    step()


def execute(instance: dg.DagsterInstance, *, fails: bool) -> dg.ExecuteInProcessResult:
    config = {"ops": {"step": {"config": {"fails": fails}}}}
    return nightly_job.execute_in_process(config, instance=instance, raise_on_error=False)


def test_the_sensors_write_and_put_aside_the_marks(places: Places) -> None:
    resource = PlacesResource(raw=str(places.raw), exports=str(places.exports))
    with dg.DagsterInstance.ephemeral() as instance:
        failure = execute(instance, fails=True)
        context = dg.build_run_status_sensor_context(
            sensor_name="failed_run_marks",
            dagster_instance=instance,
            dagster_run=failure.dagster_run,
            dagster_event=failure.get_run_failure_event(),
            resources={"places": resource},
        )
        failed_run_marks(context.for_run_failure())
        (mark,) = failed_runs(places)
        assert (mark.run_id, mark.job_name) == (failure.run_id, "nightly_job")
        assert "数据湖文件缺失 | A lake file is missing" in mark.message
        success = execute(instance, fails=False)
        resolved_run_marks(
            dg.build_run_status_sensor_context(
                sensor_name="resolved_run_marks",
                dagster_instance=instance,
                dagster_run=success.dagster_run,
                dagster_event=success.get_run_success_event(),
                resources={"places": resource},
            )
        )
    assert failed_runs(places) == ()


def test_a_killed_run_is_marked_as_failed_by_the_next_start(places: Places) -> None:
    """kill -9 leaves a run started for ever: nothing is at work when no server runs."""
    with dg.DagsterInstance.ephemeral() as instance:
        killed = instance.create_run_for_job(
            nightly_job,
            run_config={"ops": {"step": {"config": {"fails": False}}}},
            status=dg.DagsterRunStatus.STARTED,
        )
        done = execute(instance, fails=False)
        assert sweep_killed_runs(instance, places) == (killed.run_id,)
        states = {one.run_id: one.status for one in instance.get_runs()}
        assert states == {
            killed.run_id: dg.DagsterRunStatus.FAILURE, done.run_id: dg.DagsterRunStatus.SUCCESS,
        }  # fmt: skip
        assert sweep_killed_runs(instance, places) == ()
    (mark,) = failed_runs(places)
    assert mark.run_id == killed.run_id
    assert "was killed" in mark.message
