"""Puts the definitions together; tests may set where the data lies."""

import dagster as dg

from orchestration.defs.assets.intake import INBOX, lake
from orchestration.defs.assets.plan import plan
from orchestration.defs.assets.release import RELEASE, canonical_tables, draft
from orchestration.defs.assets.warehouse import (
    stat_peer_position,
    stat_public_cells,
    stat_uncertainty,
    warehouse_compare,
    warehouse_core,
)
from orchestration.defs.checks import gate
from orchestration.defs.failures import failed_run_marks, resolved_run_marks
from orchestration.defs.jobs import inbox_to_draft, publish
from orchestration.defs.resources import PlacesResource
from orchestration.defs.schedules import nightly
from orchestration.defs.sensors import inbox_sensor


def build_definitions(places: PlacesResource | None = None) -> dg.Definitions:
    """All definitions.

    Args:
        places: The data folders; None: those of the environment.

    Returns:
        Assets from inbox to draft, the gate as a blocking check, the two jobs, the nightly schedule, the
        inbox sensor and those that mark failed runs.
    """
    return dg.Definitions(
        assets=[
            INBOX,
            lake,
            plan,
            warehouse_core,
            stat_peer_position,
            stat_uncertainty,
            stat_public_cells,
            warehouse_compare,
            canonical_tables,
            draft,
            RELEASE,
        ],
        asset_checks=[gate],
        jobs=[inbox_to_draft, publish],
        schedules=[nightly],
        sensors=[inbox_sensor, failed_run_marks, resolved_run_marks],
        resources={"places": places or PlacesResource()},
        executor=dg.in_process_executor,
    )
