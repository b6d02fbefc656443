"""Writes the draft of a release from a built and judged plan."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from lingtan.bulletin.headline import headline_boundary
from lingtan.bulletin.render import render_bulletin
from lingtan.disclosure.public_tables import read_public_tables
from lingtan.places import Places, checkout
from lingtan.public.descriptions import descriptions, released_tables
from lingtan.public.edition import Edition, read_edition
from lingtan.public.render import render_public_files
from lingtan.release.build_folder import BuildFolder
from lingtan.release.descriptions import read_descriptions
from lingtan.release.dictionary.render import render_dictionary
from lingtan.release.draft import DraftContext, PublicContext, PublicTier, write_draft
from lingtan.release.macros.catalogue import read_macros
from lingtan.release.table_texts import read_table_texts
from lingtan.release.workbook.write import write_workbook
from lingtan.summary.notes import read_notes
from lingtan.summary.render import render_summary
from orchestration.operations.build import build_folder

#: The folder of the bulletin in a tier.
BULLETIN = "bulletin"
#: The folder of the national summary in the public tier.
SUMMARY = "summary"


def _bulletin(context: DraftContext) -> None:
    render_bulletin(
        context.data,
        context.folder / BULLETIN,
        release_id=context.plan_id,
        is_synthetic=context.marks.is_synthetic,
        boundary_code=headline_boundary(context.plan_tables),
    )


def _models() -> Path:
    return checkout() / "dbt_project" / "models"


def _workbook(context: DraftContext) -> None:
    write_workbook(
        context.folder,
        context.folder / "xlsx" / "lingtan.xlsx",
        plan_id=context.plan_id,
        marks=context.marks,
        tables=context.tables,
        texts=read_table_texts(_models()),
    )


def _dictionary(context: DraftContext) -> None:
    render_dictionary(
        context.data,
        context.folder / "dictionary",
        plan_id=context.plan_id,
        marks=context.marks,
        tables=context.tables,
        texts=read_table_texts(_models()),
        macros=read_macros(),
    )


def _public(context: PublicContext) -> None:
    edition = _edition(context.data, context.plan_id, is_synthetic=context.is_synthetic)
    # An office may have provincial inventories alone: then nothing of parks is published.
    if edition.tables:
        notes = read_notes(context.canonical, context.plan_tables)
        render_summary(edition, notes, context.folder / SUMMARY)
    render_public_files(edition, context.folder)


def _edition(data: Path, plan_id: str, *, is_synthetic: bool) -> Edition:
    return read_edition(data, read_public_tables(), plan_id=plan_id, is_synthetic=is_synthetic)


def _public_tier(folder: BuildFolder) -> PublicTier:
    edition = _edition(folder.public, folder.plan_id, is_synthetic=False)
    return PublicTier([_public], released_tables(edition), descriptions(edition))


def draft_release(places: Places, plan_id: str) -> Path:
    """Write the draft: both tiers with their tables, plan, lake rows, evidence, all renderings, manifests.

    Args:
        places: Where data lies.
        plan_id: A plan that was built and judged.

    Returns:
        The draft's folder.

    Raises:
        LingtanError: The build is not complete.
    """
    folder = build_folder(places, plan_id)
    # Renderers compute in Python: threads would wait for each other. Processes start afresh because the
    # threads of DuckDB and polars do not survive a fork.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as processes:
        return write_draft(
            folder.folder,
            places.drafts,
            renderers=[_bulletin, _workbook, _dictionary],
            public=_public_tier(folder),
            executor=processes,
            descriptions=read_descriptions(_models()),
            macros=read_macros(),
        )
