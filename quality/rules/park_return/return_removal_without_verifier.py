"""A removal that nobody verified."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines above zero whose verifier is blank."""
    rows = batch.tables[PARK_RETURN, "removals"].filter(pl.col("quantity") > 0, blank("verified_by"))
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="removals",
        column="verified_by",
        detail=pl.col("removal_type_code__text"),
    )


RULE = Rule(
    id="RETURN_REMOVAL_WITHOUT_VERIFIER",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("removals",),
    title_zh="清除量未经核证",
    title_en="A removal without a verifier",
    reason_zh="清除量减少净排放，应由第三方核证。",
    reason_en="A removal lowers the net emission and should be verified by a third party.",
    formula="quantity > 0, verified_by blank",
    message_zh="{sheet} {cell}：{detail} 的清除量未填核证机构。",
    message_en="{sheet} {cell}: the removal of {detail} names no verifier.",
    action_zh="请填写核证机构。",
    action_en="Name who verified it.",
    check=check,
)
