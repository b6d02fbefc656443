"""The inbox sensor: new files start a run when they have come to rest."""

import json
import time

import dagster as dg

from orchestration.defs.jobs import inbox_to_draft
from orchestration.defs.resources import PlacesResource

#: Seconds without a change after which a file counts as fully copied.
SETTLED_AFTER_SECONDS = 10


@dg.sensor(
    job=inbox_to_draft,
    minimum_interval_seconds=30,
    description="收件箱有新文件且不再变化时启动 inbox_to_draft。"
    " Starts inbox_to_draft when new files lie in the inbox and no longer change.",
)
def inbox_sensor(
    context: dg.SensorEvaluationContext, places: PlacesResource
) -> dg.RunRequest | dg.SkipReason:
    """Ask for one run for each new state of the inbox."""
    inbox = places.places().inbox
    files = sorted(path for path in inbox.rglob("*") if path.is_file() and not path.name.startswith("."))
    if not files:
        return dg.SkipReason("收件箱为空。 The inbox is empty.")
    states = {path.relative_to(inbox).as_posix(): path.stat() for path in files}
    newest = max(state.st_mtime for state in states.values())
    if time.time() - newest < SETTLED_AFTER_SECONDS:
        return dg.SkipReason("文件仍在写入。 Files are still arriving.")
    key = json.dumps(
        {name: [state.st_size, state.st_mtime_ns] for name, state in states.items()}, sort_keys=True
    )
    return dg.RunRequest(run_key=key)
