"""Marks of failed runs: one sensor writes them, one puts them aside, a sweep finds killed runs."""

from datetime import UTC, datetime

import dagster as dg

from lingtan.places import Places
from orchestration.defs.resources import PlacesResource
from orchestration.operations.failed_runs import FailedRun, mark_failed_run, resolve_failed_runs

#: States in which a run is at work; nothing is at work when no server runs.
_AT_WORK = (
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
)
_KILLED = "运行被强行终止，没有结束记录。 The run was killed: it left no end."


def _cause(event: dg.DagsterEvent) -> str:
    """The innermost error of a failed step: what our own code said."""
    error = event.step_failure_data.error
    while error is not None and error.cause is not None:
        error = error.cause
    return error.message if error is not None else ""


@dg.run_failure_sensor(
    name="failed_run_marks",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="任何运行失败时在 exports/failed_runs/ 写下标记。"
    " Writes a mark to exports/failed_runs/ when any run fails.",
)
def failed_run_marks(context: dg.RunFailureSensorContext, places: PlacesResource) -> None:
    """Mark a failed run."""
    run = context.dagster_run
    causes = [_cause(event) for event in context.get_step_failure_events()]
    mark_failed_run(
        places.places(),
        FailedRun(
            run.run_id,
            run.job_name,
            datetime.now(UTC).isoformat(timespec="seconds"),
            causes[0] if causes else context.failure_event.message or "-",
        ),
    )


@dg.run_status_sensor(
    name="resolved_run_marks",
    run_status=dg.DagsterRunStatus.SUCCESS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="同一作业再次成功后，将其失败标记移入 exports/failed_runs/resolved/。"
    " Puts aside the marks of a job that has succeeded since.",
)
def resolved_run_marks(context: dg.RunStatusSensorContext, places: PlacesResource) -> None:
    """Put aside the marks that a success answers."""
    run = context.dagster_run
    resolve_failed_runs(
        places.places(),
        run.job_name,
        succeeded_run_id=run.run_id,
        succeeded_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def sweep_killed_runs(instance: dg.DagsterInstance, places: Places) -> tuple[str, ...]:
    """Mark runs as failed that a killed server left at work; to be called while no server runs.

    Args:
        instance: the Dagster instance of that server.
        places: where the marks go.

    Returns:
        The ids of the runs.
    """
    killed = instance.get_runs(filters=dg.RunsFilter(statuses=list(_AT_WORK)))
    for run in killed:
        instance.report_run_failed(run, message=_KILLED)
        mark_failed_run(
            places,
            FailedRun(run.run_id, run.job_name, datetime.now(UTC).isoformat(timespec="seconds"), _KILLED),
        )
    return tuple(run.run_id for run in killed)


if __name__ == "__main__":
    with dg.DagsterInstance.get() as own_instance:
        for swept in sweep_killed_runs(own_instance, Places.from_environment()):
            print(swept)
