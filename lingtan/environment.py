"""The process environment: no telemetry (L12), and the same bytes and digits wherever it runs (L4)."""

import os
from typing import Final

TELEMETRY_OFF: Final[dict[str, str]] = {
    # dbt reads this one last, after its command line and every file.
    "DO_NOT_TRACK": "1",
    # Dagster knows no other variable; it stops the upload. `dagster.yaml` stops the recording too.
    "DAGSTER_DISABLE_TELEMETRY": "1",
    # dbt has two names for one switch; the second wins where both are set.
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    "DBT_ENGINE_SEND_ANONYMOUS_USAGE_STATS": "false",
    # The version in the lock sends nothing; others of its line ask this variable.
    "GX_ANALYTICS_ENABLED": "false",
}
"""Each switch and the value that means off; `.env` in the checkout repeats them for other programs."""


def silence_telemetry() -> None:
    """Turn telemetry off for this process and its children, whatever the environment says.

    The values are forced, not offered as defaults: a shell that switches usage statistics on for other work
    must not make a statistical office's warehouse report about itself.
    """
    os.environ.update(TELEMETRY_OFF)


def one_thread_for_matrices() -> None:
    """Let matrices be multiplied by one thread, in this process and its children.

    Those of this product are small: threads that wait for one another take longer than one alone, and where
    they split a sum its last digits differ from machine to machine.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"


def one_writer_of_workbooks() -> None:
    """Let openpyxl write with the standard library, in this process and its children.

    With lxml, which other libraries bring along, it writes other bytes: those of the templates would follow
    from what happens to be installed.
    """
    os.environ["OPENPYXL_LXML"] = "False"
