"""A target that lies before what it is measured against."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Targets whose year is not after their base year."""
    return findings(
        batch.tables[PARK_RETURN, "targets"].filter(pl.col("target_year") <= pl.col("base_year")),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="targets",
        column="target_year",
        expected=pl.format("> {}", "base_year"),
        detail=pl.col("line_id__text"),
    )


RULE = Rule(
    id="RETURN_TARGET_YEAR_NOT_AFTER_BASE",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("targets",),
    title_zh="目标年不晚于基准年",
    title_en="The target year is not after the base year",
    reason_zh="没有先后就没有变化可言。",
    reason_en="Without time between them there is no change to reach.",
    formula="target_year ≤ base_year",
    message_zh="{sheet} {cell}：目标 {detail} 的目标年 {found} 应 {expected}。",
    message_en="{sheet} {cell}: the year {found} of target {detail} should be {expected}.",
    action_zh="请核对基准年和目标年。",
    action_en="Check the base year and the target year.",
    check=check,
)
