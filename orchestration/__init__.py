"""Orchestration: the verbs of the office, and their two front doors.

Belongs here: `operations` (one plain function a verb, which joins `lingtan`, `quality` and dbt), the
command line over them, and the Dagster definitions over the same functions.

Does not belong here: a computation, which is a plain function of `lingtan`, a rule of `quality` or a dbt
model; an import of dagster outside `orchestration/defs/` and `orchestration/definitions.py` (L11).
"""

import lingtan as _lingtan  # noqa: F401  (telemetry off before dagster or dbt can be imported, L12)
