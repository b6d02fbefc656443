"""Puts the definitions together; tests may set where the data lies."""

import dagster as dg

from orchestration.defs.assets.intake import INBOX, lake
from orchestration.defs.assets.plan import plan
from orchestration.defs.assets.release import RELEASE, canonical_tables, draft
from orchestration.defs.assets.warehouse import stat_peer_position, warehouse_compare, warehouse_core
from orchestration.defs.checks import gate
from orchestration.defs.jobs import inbox_to_draft, publish
from orchestration.defs.resources import PlacesResource
from orchestration.defs.sensors import inbox_sensor


def build_definitions(places: PlacesResource | None = None) -> dg.Definitions:
    """All definitions.

    Args:
        places: The data folders; None: those of the environment.

    Returns:
        Assets from inbox to draft, the gate as a blocking check, the two jobs and the inbox sensor.
    """
    return dg.Definitions(
        assets=[
            INBOX,
            lake,
            plan,
            warehouse_core,
            stat_peer_position,
            warehouse_compare,
            canonical_tables,
            draft,
            RELEASE,
        ],
        asset_checks=[gate],
        jobs=[inbox_to_draft, publish],
        sensors=[inbox_sensor],
        resources={"places": places or PlacesResource()},
        executor=dg.in_process_executor,
    )
