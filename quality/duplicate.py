"""A key that stands in more than one row: every such row is shown, since none can be preferred."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings


def duplicate_keys(
    batch: Batch, rule_id: str, form: str, table: str, key: tuple[str, ...], column: str
) -> pl.DataFrame:
    """All rows of a submission that share a key; `detail` lists their cells. A blank key is not judged."""
    within = ["submission_id", *key]
    rows = batch.tables[form, table].drop_nulls(key).filter(pl.len().over(within) > 1)
    return findings(
        rows.with_columns(pl.col(f"{column}__cell").str.join(", ").over(within).alias("places")),
        rule_id=rule_id,
        form=form,
        table=table,
        column=column,
        detail=pl.col("places"),
    )
