"""A status that begins after the register takes effect."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of parks whose status date is later than the date on the cover."""
    effective = batch.tables["park_register", "cover"].select(
        "submission_id", pl.col("period").str.to_date("%Y-%m-%d", strict=False).alias("effective_on")
    )
    rows = batch.tables["park_register", "parks"].join(
        effective, on="submission_id", how="inner", maintain_order="left"
    )
    return findings(
        rows.filter(pl.col("park_status_from") > pl.col("effective_on")),
        rule_id=RULE.id,
        form="park_register",
        table="parks",
        column="park_status_from",
        expected=pl.col("effective_on"),
        detail=pl.col("park_code__text"),
    )


RULE = Rule(
    id="REGISTER_STATUS_AFTER_EFFECTIVE_DATE",
    severity="query",
    scope="form",
    forms=("park_register",),
    tables=("cover", "parks"),
    title_zh="状态起始日晚于生效日期",
    title_en="A status begins after the effective date",
    reason_zh="名录描述生效日期的状况。",
    reason_en="A register says how things stand on its effective date.",
    formula="park_status_from > period of the cover",
    message_zh="{sheet} {cell}：园区 {detail} 的状态起始日 {found} 晚于名录生效日期 {expected}。",
    message_en=(
        "{sheet} {cell}: the status of park {detail} begins on {found}, after the effective date "
        "{expected} of the register."
    ),
    action_zh="请核对日期，或随下一期名录报送新状态。",
    action_en="Check the date, or send the new status with the next register.",
    check=check,
)
