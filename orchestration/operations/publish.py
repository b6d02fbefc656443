"""Publishes a draft; the gate is enforced here, whatever a scheduler says (L5)."""

import getpass
from datetime import UTC, datetime

from lingtan.places import Places
from lingtan.release.publish import Published, publish
from quality.gate import judge


def publish_release(places: Places, plan_id: str, *, published_by: str = "") -> Published:
    """Re-read evidence, recompute hashes, rename the draft to the release in one step.

    Args:
        places: Where data lies.
        plan_id: The plan whose draft is published.
        published_by: Who publishes; empty: the user of the system.

    Returns:
        Where the release lies, and whether it is new.

    Raises:
        LingtanError: There is no draft, it was changed, or the gate does not pass.
    """
    return publish(
        places,
        plan_id,
        judge,
        published_by=published_by or getpass.getuser(),
        now=datetime.now(UTC),
    )
