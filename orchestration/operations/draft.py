"""Writes the draft of a release from a built and judged plan."""

from pathlib import Path

from lingtan.bulletin.render import render_bulletin
from lingtan.places import Places, checkout
from lingtan.release.descriptions import read_descriptions
from lingtan.release.draft import DraftContext, write_draft
from orchestration.operations.build import build_folder

#: The folder of the bulletin in a tier.
BULLETIN = "bulletin"


def _bulletin(context: DraftContext) -> None:
    render_bulletin(
        context.data,
        context.folder / BULLETIN,
        release_id=context.plan_id,
        is_synthetic=context.marks.is_synthetic,
    )


def draft_release(places: Places, plan_id: str) -> Path:
    """Write the draft: canonical tables, renderings, plan, lake rows, findings, evidence, bulletin, manifest.

    Args:
        places: Where data lies.
        plan_id: A plan that was built and judged.

    Returns:
        The draft's folder.

    Raises:
        LingtanError: The build is not complete.
    """
    folder = build_folder(places, plan_id)
    return write_draft(
        folder.folder,
        places.drafts,
        lake=places.lake,
        renderers=[_bulletin],
        descriptions=read_descriptions(checkout() / "dbt_project" / "models"),
    )
