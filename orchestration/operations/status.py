"""What is registered, who is missing, and how far plans and releases have come."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from lingtan.intake.register import has_register, open_register
from lingtan.intake.register_writing import last_attempts
from lingtan.places import Places
from lingtan.release.latest import published
from lingtan.release.plan_choice import choose
from lingtan.release.register_view import SUBMISSION_SCHEMA, read_register


@dataclass(frozen=True)
class StatusRow:
    """Submissions of a form and period in one state."""

    form: str
    period_code: str
    status: str
    submissions: int
    rows: int


@dataclass(frozen=True)
class Status:
    """The state of an installation.

    Attributes:
        rows: Submissions by form, period and status.
        refused_deliveries: Deliveries whose last reading was refused as a whole.
        missing_parks: Reference year -> registered parks without an accepted return.
        inbox_files: Deliveries that wait.
        drafts: Plan ids with a draft.
        releases: Plan ids released, oldest first.
        latest: The newest release.
    """

    rows: tuple[StatusRow, ...]
    refused_deliveries: int
    missing_parks: Mapping[int, tuple[str, ...]]
    inbox_files: int
    drafts: tuple[str, ...]
    releases: tuple[str, ...]
    latest: str | None


def _missing(places: Places, known: pl.DataFrame) -> dict[int, tuple[str, ...]]:
    if not known.height or not ((known["status"] == "current") & known["form"].is_in(["park_return"])).any():
        return {}
    choice = choose(known, None)
    missing = {}
    returns = choice.submissions.filter(pl.col("form") == "park_return")
    for year in choice.years:
        registers = choice.registers.filter(pl.col("reference_year") == year)["submission_id"].to_list()
        batches = choice.submissions.filter(pl.col("submission_id").is_in(registers))["batch_id"].unique()
        files = [places.lake / batch / "park_register__parks.parquet" for batch in batches]
        parks = [
            pl.read_parquet(path, columns=["submission_id", "row_disposition", "park_code"]) for path in files
        ]
        if not parks:
            continue
        registered = pl.concat(parks).filter(
            pl.col("submission_id").is_in(registers), pl.col("row_disposition") == "used"
        )
        reported = returns.filter(pl.col("reference_year") == year)["reporting_unit_code"]
        absent = registered.filter(~pl.col("park_code").is_in(reported.to_list()))["park_code"]
        missing[year] = tuple(absent.sort())
    return missing


def _refused(places: Places) -> int:
    engine = open_register(places)
    try:
        with engine.connect() as connection:
            return sum(outcome == "refused" for _, outcome in last_attempts(connection).values())
    finally:
        engine.dispose()


def read_status(places: Places) -> Status:
    """The state as the register and the folders tell it; looking writes nothing.

    Raises:
        LingtanError: The register cannot be opened.
    """
    is_known = has_register(places)
    known = read_register(places).submissions if is_known else SUBMISSION_SCHEMA.to_frame()
    grouped = (
        known.group_by("form", "period_code", "status")
        .agg(pl.len().alias("submissions"), pl.col("rows_read").sum().alias("rows"))
        .sort("form", "period_code", "status")
    )
    releases = published(places.releases)
    return Status(
        rows=tuple(StatusRow(*row) for row in grouped.iter_rows()),
        refused_deliveries=_refused(places) if is_known else 0,
        missing_parks=_missing(places, known),
        inbox_files=sum(path.is_file() for path in places.inbox.rglob("*")),
        drafts=tuple(sorted(path.name for path in places.drafts.glob("P-*"))),
        releases=tuple(one.plan_id for one in releases),
        latest=releases[-1].plan_id if releases else None,
    )
