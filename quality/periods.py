"""How long the period of a park return is: rules that compare with hours or years mind it."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN

_MONTHS_OF_YEAR = 12
_MONTHS_OF_QUARTER = 3


def with_period(rows: pl.DataFrame, batch: Batch) -> pl.DataFrame:
    """Add `period_year` and `period_months` (Int64) from the cover of each row's submission.

    A discrete month is one month and a discrete quarter three; a year-to-date period counts from January.
    Null where the cover has no valid period.
    """
    covers = batch.tables[PARK_RETURN, "cover"].select("submission_id", *_of_cover())
    return rows.join(
        covers.unique("submission_id", keep="first", maintain_order=True),
        on="submission_id",
        how="left",
        maintain_order="left",
    )


def _of_cover() -> tuple[pl.Expr, pl.Expr]:
    period = pl.col("period")
    is_cumulative = (pl.col("period_basis_code") == "year_to_date").fill_null(value=False)
    quarter = period.str.extract(r"^[0-9]{4}-?Q([1-4])$", 1).cast(pl.Int64)
    month = period.str.extract(r"^[0-9]{4}-([0-9]{2})$", 1).cast(pl.Int64)
    months = (
        pl.when(period.str.contains(r"^[0-9]{4}$"))
        .then(_MONTHS_OF_YEAR)
        .when(quarter.is_not_null())
        .then(pl.when(is_cumulative).then(quarter * _MONTHS_OF_QUARTER).otherwise(_MONTHS_OF_QUARTER))
        .when(month.is_not_null())
        .then(pl.when(is_cumulative).then(month).otherwise(1))
    )
    year = period.str.extract(r"^([0-9]{4})", 1).cast(pl.Int64)
    return year.alias("period_year"), months.cast(pl.Int64).alias("period_months")
