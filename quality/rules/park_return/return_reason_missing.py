"""Not estimated or confidential, without a reason."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of completeness with NE or C and a blank reason."""
    rows = batch.tables[PARK_RETURN, "completeness"].filter(
        pl.col("completeness_code").is_in(["NE", "C"]), blank("reason")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="completeness",
        column="reason",
        detail=pl.col("source_category_code__text"),
    )


RULE = Rule(
    id="RETURN_REASON_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("completeness",),
    title_zh="NE、C 未说明理由",
    title_en="Not estimated or confidential, without a reason",
    reason_zh="理由随覆盖范围一并公布。",
    reason_en="The reason is published with the coverage.",
    formula="completeness_code NE or C, reason blank",
    message_zh="{sheet} {cell}：源类别“{detail}”未填理由。",
    message_en="{sheet} {cell}: category “{detail}” gives no reason.",
    action_zh="请填写理由。",
    action_en="Give the reason.",
    check=check,
)
