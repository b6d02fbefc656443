"""An amount of money without its price year."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with an amount above zero whose price year is blank."""
    rows = batch.tables[PARK_RETURN, "scope3"].filter(pl.col("amount_10k_cny") > 0, blank("price_year"))
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="scope3",
        column="price_year",
        detail=pl.col("scope3_category_code__text"),
    )


RULE = Rule(
    id="RETURN_SCOPE3_PRICE_YEAR_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("scope3",),
    title_zh="金额缺少价格基年",
    title_en="An amount without its price year",
    reason_zh="按支出的因子只对其价格基年成立。",
    reason_en="A factor per amount of money holds for the prices of its year.",
    formula="amount_10k_cny > 0, price_year blank",
    message_zh="{sheet} {cell}：{detail} 填了金额而未填价格基年。",
    message_en="{sheet} {cell}: {detail} gives an amount without its price year.",
    action_zh="请填写价格基年。",
    action_en="Give the price year.",
    check=check,
)
