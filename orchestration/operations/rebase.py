"""Builds a plan anew with other factors or settings beside the old one, and says what changes and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.quiet_duckdb import connect
from lingtan.rebase.compare import Side, compare_builds
from lingtan.rebase.page import write_page
from lingtan.rebase.report import CauseCount, Comparison, write_tables
from lingtan.release.build_folder import BuildFolder
from lingtan.release.canonical import literal
from lingtan.release.latest import published
from lingtan.release.marks import marks_of
from lingtan.release.rebased_plan import Step, make_steps
from lingtan.release.setting_values import parse_settings
from lingtan.release.tables import RELEASED_TABLES
from orchestration.operations.build import build, build_folder

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Rebased:
    """What came of it.

    Attributes:
        old_plan_id: the plan started from.
        comparison: what differs; None where nothing would.
        folder: where the comparison was written; None where nothing was.
    """

    old_plan_id: str
    comparison: Comparison | None = None
    folder: Path | None = None


def _silent(_: str) -> None:
    return None


def _chosen_plan(places: Places, plan_id: str | None) -> str:
    if plan_id is not None:
        return plan_id
    releases = published(places.releases)
    if not releases:
        raise LingtanError(
            "还没有发布；请写明方案编号，例如 lingtan rebase P-0123456789abcdef。",
            "Nothing is released yet; name a plan, for example lingtan rebase P-0123456789abcdef.",
        )
    return releases[-1].plan_id


def _side(folder: BuildFolder) -> Side:
    settings = pl.read_parquet(folder.plan_tables / "settings.parquet")
    boundary = settings.filter(pl.col("setting_code") == "boundary_code")["setting_value"].item()
    return Side(folder.canonical, str(boundary))


def _is_built(folder: BuildFolder) -> bool:
    return all((folder.canonical / f"{table.name}.parquet").is_file() for table in RELEASED_TABLES)


def _require_old(folder: BuildFolder) -> None:
    if not _is_built(folder):
        raise LingtanError(
            f"方案 {folder.plan_id} 没有本程序可读的完整构建；请先运行 build，或用当前程序重新 plan、build。",
            f"Plan {folder.plan_id} has no whole build that this program reads; run build, or plan and build"
            " again with this program.",
        )


def _changed_rows(old: Path, new: Path) -> dict[str, int]:
    """Released table -> rows of either build that the other does not have as they are."""
    found = {}
    with connect() as connection:
        for table in RELEASED_TABLES:
            one, other = (
                f"select * from read_parquet({literal(str(path / table.name))} || '.parquet')"
                for path in (old, new)
            )
            counted = connection.execute(
                f"select greatest((select count(*) from ({one} except all {other})),"
                f" (select count(*) from ({other} except all {one})))"
            ).fetchone()
            if counted and counted[0]:
                found[table.name] = int(counted[0])
    return found


def _compared(places: Places, old: BuildFolder, steps: Sequence[Step]) -> Comparison:
    folders = [old, *(BuildFolder(step.plan.folder) for step in steps)]
    changes = compare_builds([_side(one) for one in folders], [step.cause.code for step in steps])
    causes = [
        CauseCount(
            step.cause,
            step.plan.plan_id,
            changes.lines.filter(step_number=number).height,
            changes.figure_parts.filter(step_number=number).height,
        )
        for number, step in enumerate(steps, start=1)
    ]
    new = folders[-1]
    return Comparison(
        old_plan_id=old.plan_id,
        new_plan_id=new.plan_id,
        causes=causes,
        changes=changes,
        table_rows=_changed_rows(old.canonical, new.canonical),
        marks=marks_of(new.canonical / "dim_parks.parquet", new.lock),
    )


def rebase(
    places: Places, plan_id: str | None = None, *, settings: Sequence[str] = (), on_step: Progress = _silent
) -> Rebased:
    """Compare a plan with the one that the same submissions would have now.

    The office's factor sets and the program are taken as they are now, the settings as in the old plan but
    for the changes. Every cause is planned and built by itself; nothing is published.

    Args:
        places: Where data lies.
        plan_id: The plan to start from; None: that of the latest release.
        settings: Changes of its settings, each as `CODE=VALUE`.
        on_step: Called with the name of each thing done.

    Returns:
        What differs, and where it is written: `exports/rebases/<old>..<new>/`.

    Raises:
        LingtanError: There is no such plan or it is not built, a setting is not possible, or a build fails.
    """
    old = build_folder(places, _chosen_plan(places, plan_id))
    steps = make_steps(places, old, parse_settings(settings))
    if not steps:
        return Rebased(old.plan_id)
    _require_old(old)
    for step in steps:
        if not _is_built(BuildFolder(step.plan.folder)):
            build(places, step.plan.plan_id, on_step)
    comparison = _compared(places, old, steps)
    folder = places.rebases / comparison.folder_name
    write_tables(comparison, folder)
    write_page(comparison, BuildFolder(steps[-1].plan.folder).canonical, folder / "index.html")
    return Rebased(old.plan_id, comparison, folder)
