"""Makes a plan from the register as it is, or as it was known on a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.build_folder import BuildFolder
from lingtan.release.plan import make_plan, read_lock
from lingtan.release.setting_values import parse_settings


@dataclass(frozen=True)
class PlanSummary:
    """What a plan holds, for people.

    Attributes:
        plan_id: The plan.
        folder: Where it lies.
        years: Its reference years.
        submission_count: How many submissions go in.
    """

    plan_id: str
    folder: Path
    years: tuple[int, ...]
    submission_count: int

    @property
    def years_text(self) -> str:
        """The years in one line."""
        return ", ".join(str(year) for year in self.years)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise LingtanError(
            f"日期“{text}”无效，应为 YYYY-MM-DD。", f"{text!r} is no date; expected YYYY-MM-DD."
        ) from error


def plan_release(
    places: Places,
    *,
    known_on: str | None = None,
    years: Collection[int] | None = None,
    settings: Sequence[str] = (),
) -> PlanSummary:
    """Make the plan.

    Args:
        places: Where data lies.
        known_on: ISO date of the last day whose readings and events count; None: all.
        years: The reference years; None: every year with an accepted return or inventory.
        settings: Changes of the default settings, each as `CODE=VALUE`.

    Returns:
        What the plan holds.

    Raises:
        LingtanError: There is nothing to plan, the day is no date, or a setting is not possible.
    """
    day, changes = _day(known_on), parse_settings(settings)
    plan = make_plan(places, as_known_on=day, years=years or None, settings=changes)
    lock = read_lock(BuildFolder(plan.folder))
    submissions = pl.read_parquet(plan.folder / "plan" / "submissions.parquet")
    return PlanSummary(plan.plan_id, plan.folder, tuple(lock["reference_years"]), submissions.height)
