"""A relevant category of the value chain without a quantity."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Relevant lines without an amount where the method is spend, and without an activity elsewhere."""
    rows = batch.tables[PARK_RETURN, "scope3"].filter(pl.col("relevance_code") == "relevant")
    is_spend = (pl.col("calculation_method_code") == "spend").fill_null(value=False)
    return pl.concat(
        findings(
            rows.filter(condition, blank(column)),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="scope3",
            column=column,
            detail=pl.col("scope3_category_code__text"),
        )
        for column, condition in (("activity", ~is_spend), ("amount_10k_cny", is_spend))
    )


RULE = Rule(
    id="RETURN_SCOPE3_QUANTITY_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("scope3",),
    title_zh="相关类别未填数量",
    title_en="A relevant category has no quantity",
    reason_zh="相关类别没有数量则为未估算（NE），不是零。",
    reason_en="A relevant category without a quantity is not estimated (NE), not zero.",
    formula="relevance relevant; method spend: amount_10k_cny blank, else activity blank",
    message_zh="{sheet} {cell}：相关类别 {detail} 未填数量，按未估算（NE）处理。",
    message_en="{sheet} {cell}: the relevant category {detail} has no quantity; it is not estimated (NE).",
    action_zh="请填写活动水平；按支出计算的填写金额；未估算填 NE。",
    action_en="Give the activity, or the amount where spend is the method; NE where it was not estimated.",
    check=check,
)
