"""An activity of the value chain without its unit of measure."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with an activity that is used and a blank unit."""
    is_spend = (pl.col("calculation_method_code") == "spend").fill_null(value=False)
    rows = batch.tables[PARK_RETURN, "scope3"].filter(
        pl.col("activity").is_not_null(), blank("quantity_unit"), ~is_spend
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="scope3",
        column="quantity_unit",
        detail=pl.col("activity__text"),
    )


RULE = Rule(
    id="RETURN_SCOPE3_UNIT_MISSING",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("scope3",),
    title_zh="活动水平无计量单位",
    title_en="An activity without a unit",
    reason_zh="没有计量单位的数量不能使用。",
    reason_en="A quantity without a unit cannot be used.",
    formula="activity is a number, quantity_unit blank, method not spend",
    message_zh="{sheet} {cell}：活动水平 {detail} 未填计量单位。",
    message_en="{sheet} {cell}: the activity {detail} has no unit.",
    action_zh="请填写计量单位。",
    action_en="Give the unit.",
    check=check,
)
