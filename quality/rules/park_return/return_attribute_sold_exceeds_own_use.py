"""More attributes sold than power was used."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.quantity import or_none
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of generation whose sold attributes exceed the own use they are part of."""
    rows = batch.tables[PARK_RETURN, "generation"].with_columns(or_none("self_used").alias("own_use"))
    return findings(
        rows.filter(pl.col("attribute_sold") > pl.col("own_use")),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="generation",
        column="attribute_sold",
        expected=pl.format("≤ {}", plain(pl.col("own_use"))),
        detail=pl.col("plant_code__text"),
    )


RULE = Rule(
    id="RETURN_ATTRIBUTE_SOLD_EXCEEDS_OWN_USE",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("generation",),
    title_zh="已出让属性的电量大于自用电量",
    title_en="More attributes sold than used",
    reason_zh="已出让环境属性的自用电量是自用电量的一部分。",
    reason_en="Own use whose attributes were sold is a part of own use.",
    formula="attribute_sold > self_used; NO and NA of self_used count as none",
    message_zh="{sheet} {cell}：电站 {detail} 已出让属性的电量 {found} 大于自用电量（应 {expected}）。",
    message_en=(
        "{sheet} {cell}: plant {detail} sold the attributes of {found}, more than its own use ({expected})."
    ),
    action_zh="请核对自用电量和已出让属性的电量。",
    action_en="Check own use and the part of it whose certificates were sold.",
    check=check,
)
