"""The parent of a park in a park is not registered, or is the park itself."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of parks whose given parent is not another park of the same register."""
    parks = batch.tables["park_register", "parks"]
    known = parks.select("submission_id", pl.col("park_code").alias("parent_park_code")).drop_nulls().unique()
    itself = (pl.col("parent_park_code") == pl.col("park_code")).fill_null(value=False)
    rows = (
        parks.drop_nulls("parent_park_code")
        .join(
            known.with_columns(pl.lit(value=True).alias("is_known")),
            on=["submission_id", "parent_park_code"],
            how="left",
            maintain_order="left",
        )
        .filter(pl.col("is_known").is_null() | itself)
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form="park_register",
        table="parks",
        column="parent_park_code",
        detail=pl.col("park_code__text"),
    )


RULE = Rule(
    id="REGISTER_PARENT_UNKNOWN",
    severity="query",
    scope="form",
    forms=("park_register",),
    tables=("parks",),
    title_zh="上级园区未登记",
    title_en="The parent park is not registered",
    reason_zh="园中园按上级园区归并，避免重复计算。",
    reason_en="A park in a park is nested in its parent, so that nothing counts twice.",
    formula="parent_park_code ∉ other park_code of the register",
    message_zh="{sheet} {cell}：园区 {detail} 的上级园区“{found}”不在名录中或为其自身。",
    message_en=(
        "{sheet} {cell}: parent “{found}” of park {detail} is not in the register, or is the park itself."
    ),
    action_zh="请登记上级园区，或更正代码。",
    action_en="Register the parent, or correct the code.",
    check=check,
)
