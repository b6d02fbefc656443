"""What is registered, who is missing, and how far plans and releases have come."""

from dataclasses import dataclass

import polars as pl

from lingtan.intake.months_received import months_received
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
class MissingPark:
    """A registered park whose year is not complete.

    Attributes:
        reference_year: The year that is missing.
        province_code: Its province.
        park_code: The park.
        park_name_zh: Its name in the register.
        park_name_en: Its English name there, if any.
        periods: Period codes of its accepted returns of that year.
        months: The months these cover, 1 to 12.
    """

    reference_year: int
    province_code: str
    park_code: str
    park_name_zh: str
    park_name_en: str
    periods: tuple[str, ...]
    months: tuple[int, ...]


@dataclass(frozen=True)
class Status:
    """The state of an installation.

    Attributes:
        rows: Submissions by form, period and status.
        refused_deliveries: Deliveries whose last reading was refused as a whole.
        missing_parks: Parks of the newest registers without a complete year, by year and code.
        inbox_files: Deliveries that wait.
        drafts: Plan ids with a draft.
        releases: Plan ids released, oldest first.
        latest: The newest release.
    """

    rows: tuple[StatusRow, ...]
    refused_deliveries: int
    missing_parks: tuple[MissingPark, ...]
    inbox_files: int
    drafts: tuple[str, ...]
    releases: tuple[str, ...]
    latest: str | None


def _missing(places: Places, known: pl.DataFrame) -> tuple[MissingPark, ...]:
    current = known.filter(pl.col("status") == "current")
    if not current["form"].is_in(["park_return"]).any():
        return ()
    choice = choose(known, None)
    returns = choice.submissions.filter(pl.col("form") == "park_return")
    covers = _lake_rows(places, "park_return__cover", returns, ["period_basis_code"])
    received = months_received(
        returns.join(covers, on="submission_id", how="left").select(
            "period_code", "period_basis_code", park_code="reporting_unit_code"
        )
    )
    registers = choice.submissions.join(
        choice.registers.rename({"reference_year": "register_year"}), on="submission_id"
    )
    columns = ["row_disposition", "park_code", "park_name_zh", "park_name_en"]
    parks = _lake_rows(places, "park_register__parks", registers.unique("submission_id"), columns).filter(
        pl.col("row_disposition") == "used"
    )
    missing = (
        registers.select("submission_id", "province_code", reference_year="register_year")
        .join(parks, on="submission_id")
        .join(received, on=["park_code", "reference_year"], how="left")
        .filter(~pl.col("is_complete").fill_null(value=False))
        .sort("reference_year", "park_code")
        .select("reference_year", "province_code", *columns[1:], "periods", "months")
    )
    return tuple(
        MissingPark(year, province, code, zh, en or "", tuple(periods or ()), tuple(months or ()))
        for year, province, code, zh, en, periods, months in missing.iter_rows()
    )


def _lake_rows(places: Places, name: str, submissions: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    """Columns of a lake table of these submissions, with submission_id."""
    wanted = ["submission_id", *columns]
    frames = [
        pl.read_parquet(places.lake / batch / f"{name}.parquet", columns=wanted)
        for batch in submissions["batch_id"].unique().sort()
    ]
    rows = pl.concat(frames) if frames else pl.DataFrame(schema=dict.fromkeys(wanted, pl.String()))
    return rows.join(submissions.select("submission_id"), on="submission_id", how="semi")


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
