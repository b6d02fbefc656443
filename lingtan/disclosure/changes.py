"""What changed between two releases, as contributions: a nation of its own, protected like any other."""

import polars as pl

from lingtan.disclosure.contributions import AMOUNT


def changes(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """What each unit states more, or less, in each combination of codes.

    Args:
        before: contributions of an earlier release (`contributions.read_contributions`).
        after: contributions of a later one, of the same measure and year.

    Returns:
        The same columns; nothing that stayed as it was, in whichever document, nothing declared confidential.
    """
    key = [name for name in after.columns if name not in ("amount", "is_declared", "link_key")]
    return (
        pl.concat([after, before.with_columns(-pl.col("amount"))])
        .group_by(key)
        .agg(
            pl.lit(None, dtype=pl.String).first().alias("link_key"),
            pl.col("amount").sum().cast(AMOUNT),
            pl.lit(value=False).first().alias("is_declared"),
        )
        .filter(pl.col("amount") != 0)
        .select(after.columns)
        .sort(key)
    )
