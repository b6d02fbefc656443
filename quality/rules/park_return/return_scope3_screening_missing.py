"""A relevant category that was not estimated at screening."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Relevant lines whose emission estimated at screening is blank."""
    return findings(
        batch.tables[PARK_RETURN, "scope3"].filter(
            pl.col("relevance_code") == "relevant", blank("screened_tco2e")
        ),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="scope3",
        column="screened_tco2e",
        detail=pl.col("scope3_category_code__text"),
    )


RULE = Rule(
    id="RETURN_SCOPE3_SCREENING_MISSING",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("scope3",),
    title_zh="相关类别未填筛查估算值",
    title_en="A relevant category without its estimate of the screening",
    reason_zh="没有筛查估算值就不能给出范围三覆盖率，也不能判定全面净零。",
    reason_en="Without it nobody can say how much of scope 3 is covered, or that full net zero is reached.",
    formula="relevance relevant, screened_tco2e blank",
    message_zh="{sheet} {cell}：相关类别 {detail} 未填筛查估算排放量，覆盖率不能计算。",
    message_en="{sheet} {cell}: the relevant category {detail} has no estimate of its screening.",
    action_zh="请填写筛查相关性时的粗估排放量。",
    action_en="Give the rough estimate that the screening rests on.",
    check=check,
)
