"""Which months of a year the returns of a park cover: for the list of who is missing.

The build decides what makes up a year, as its own model in the warehouse; this follows the same order to say
what has come in so far.
"""

from typing import Final

import polars as pl

YEAR_TO_DATE: Final = "year_to_date"
_MONTHS: Final = 12


def months_received(returns: pl.DataFrame) -> pl.DataFrame:
    """The months that the current returns of each park cover.

    An annual return covers the year. Without one the longest cumulative return covers January to its end,
    then quarters that lie wholly after it, then single months: what they leave open is missing, unless
    quarters and months are the whole year by themselves.

    Args:
        returns: park_code, period_code and period_basis_code of the current returns.

    Returns:
        park_code, reference_year (Int32), periods (the period codes received, sorted), months (1 to 12,
        sorted) and is_complete.
    """
    quarter = pl.col("period_code").str.extract(r"-Q([1-4])$", 1).cast(pl.Int64)
    month = pl.col("period_code").str.extract(r"^[0-9]{4}-([0-9]{2})$", 1).cast(pl.Int64)
    is_annual = pl.col("period_code").str.len_chars() == 4
    key = ["park_code", "reference_year"]
    parts = returns.with_columns(
        reference_year=pl.col("period_code").str.slice(0, 4).cast(pl.Int32),
        is_annual=is_annual,
        is_cumulative=~is_annual & (pl.col("period_basis_code") == YEAR_TO_DATE).fill_null(value=False),
        first=pl.when(is_annual).then(1).otherwise(pl.coalesce(month, quarter * 3 - 2)),
        last=pl.when(is_annual).then(_MONTHS).otherwise(pl.coalesce(month, quarter * 3)),
    )
    through = pl.col("last").filter(pl.col("is_cumulative")).max().over(key).fill_null(0)
    alone = pl.col("is_annual") | ~pl.col("is_cumulative")
    first = pl.when(pl.col("is_cumulative")).then(1).otherwise("first")
    after = pl.col("is_annual") | pl.col("is_cumulative") | (pl.col("first") > through)
    covered = (
        _months(parts.with_columns(first=first).filter(after), key)
        .join(_months(parts.filter(alone), key), on=key, how="full", coalesce=True, suffix="_alone")
        .with_columns(
            months=pl.when(pl.col("months_alone").list.len() == _MONTHS)
            .then("months_alone")
            .otherwise(pl.coalesce("months", "months_alone"))
        )
        .drop("months_alone")
    )
    return (
        parts.group_by(key)
        .agg(pl.col("period_code").unique().sort().alias("periods"))
        .join(covered, on=key, how="left")
        .with_columns(is_complete=pl.col("months").list.len() == _MONTHS)
        .sort(key)
    )


def _months(spans: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """The months that spans from `first` to `last` cover, sorted, in `months`."""
    return (
        spans.with_columns(pl.int_ranges("first", pl.col("last") + 1).alias("months"))
        .explode("months")
        .group_by(key)
        .agg(pl.col("months").unique().sort())
    )
