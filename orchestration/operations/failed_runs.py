"""Visible marks of runs that failed: a file each, until a later run of the same job succeeds."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from lingtan.places import Places
from lingtan.release.hashing import canonical_json

#: Below the exports; the marks of failures that a later success answered lie one folder deeper.
_FOLDER: Final = "failed_runs"
_RESOLVED: Final = "resolved"


@dataclass(frozen=True)
class FailedRun:
    """A run that failed.

    Attributes:
        run_id: Dagster's id of the run.
        job_name: Which job it was.
        failed_at: When, ISO 8601 with offset.
        message: Why, in one line.
        resolved_by: The later run of the same job that succeeded; empty while there is none.
    """

    run_id: str
    job_name: str
    failed_at: str
    message: str
    resolved_by: str = ""


def _folder(places: Places) -> Path:
    return places.exports / _FOLDER


def _write(folder: Path, run: FailedRun) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{run.run_id}.json"
    staged = folder / f".{run.run_id}"
    staged.write_bytes(canonical_json(asdict(run)))
    # Whoever looks sees a whole mark or none.
    staged.replace(target)
    return target


def _read(folder: Path) -> tuple[FailedRun, ...]:
    found = [
        FailedRun(**json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))
    ]
    return tuple(sorted(found, key=lambda run: (run.failed_at, run.run_id)))


def mark_failed_run(places: Places, run: FailedRun) -> Path:
    """Write the mark of a failed run; a failure that was resolved already is left as it is.

    Args:
        places: Where exports lie.
        run: What failed.

    Returns:
        The mark.
    """
    resolved = _folder(places) / _RESOLVED / f"{run.run_id}.json"
    if resolved.is_file():
        return resolved
    first_line = " ".join(run.message.split())
    return _write(_folder(places), FailedRun(run.run_id, run.job_name, run.failed_at, first_line))


def failed_runs(places: Places) -> tuple[FailedRun, ...]:
    """The failures that no later success of their job has answered, oldest first."""
    return _read(_folder(places))


def resolve_failed_runs(
    places: Places, job_name: str, *, succeeded_run_id: str, succeeded_at: str
) -> tuple[FailedRun, ...]:
    """Put aside the marks of a job that failed before a run of it succeeded.

    Args:
        places: Where exports lie.
        job_name: The job that succeeded.
        succeeded_run_id: Its run.
        succeeded_at: When, ISO 8601 with offset in the same zone as the marks.

    Returns:
        The failures resolved.
    """
    folder = _folder(places)
    answered = [
        run for run in failed_runs(places) if run.job_name == job_name and run.failed_at <= succeeded_at
    ]
    for run in answered:
        _write(folder / _RESOLVED, FailedRun(**{**asdict(run), "resolved_by": succeeded_run_id}))
        (folder / f"{run.run_id}.json").unlink()
    return tuple(answered)
