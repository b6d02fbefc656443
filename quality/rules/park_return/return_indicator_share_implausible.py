"""An indicator that cannot be a share."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Indicators with a denominator of zero, or a numerator above it."""
    rows = batch.tables[PARK_RETURN, "indicators"]
    is_zero = pl.col("denominator") == 0
    conditions = {
        "denominator": is_zero,
        "numerator": ~is_zero & (pl.col("numerator") > pl.col("denominator")),
    }
    return pl.concat(
        findings(
            rows.filter(condition),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="indicators",
            column=column,
            expected="> 0" if column == "denominator" else pl.format("≤ {}", plain(pl.col("denominator"))),
            detail=pl.col("indicator_code__text"),
        )
        for column, condition in conditions.items()
    )


RULE = Rule(
    id="RETURN_INDICATOR_SHARE_IMPLAUSIBLE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("indicators",),
    title_zh="指标不是份额",
    title_en="An indicator is no share",
    reason_zh="各项指标均为 0 至 1 的份额。",
    reason_en="Every indicator is a share between 0 and 1.",
    formula="denominator = 0, or numerator > denominator",
    message_zh="{sheet} {cell}：{detail} 此项为 {found}，应 {expected}。",
    message_en="{sheet} {cell}: this part of {detail} is {found}, expected {expected}.",
    action_zh="请核对分子和分母；没有则填 NO。",
    action_en="Check numerator and denominator; NO where there is none.",
    check=check,
)
