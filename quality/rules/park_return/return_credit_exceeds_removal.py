"""More sold as credits than was removed."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.quantity import or_none
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose credits sold exceed the removal they are part of."""
    rows = batch.tables[PARK_RETURN, "removals"].with_columns(or_none("quantity").alias("removed"))
    return findings(
        rows.filter(pl.col("credit_sold") > pl.col("removed")),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="removals",
        column="credit_sold",
        expected=pl.format("≤ {}", plain(pl.col("removed"))),
        detail=pl.col("removal_type_code__text"),
    )


RULE = Rule(
    id="RETURN_CREDIT_EXCEEDS_REMOVAL",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("removals",),
    title_zh="已出售减排量大于清除量",
    title_en="More credits sold than removed",
    reason_zh="出售的减排量是清除量的一部分，计回排放。",
    reason_en="Credits sold are a part of the removal and are added back.",
    formula="credit_sold > quantity; NO and NA of quantity count as none",
    message_zh="{sheet} {cell}：{detail} 已出售的减排量 {found} 大于清除量（应 {expected}）。",
    message_en="{sheet} {cell}: credits sold of {found} exceed the removal of {detail} ({expected}).",
    action_zh="请核对清除量和已出售的减排量。",
    action_en="Check the removal and the credits sold.",
    check=check,
)
