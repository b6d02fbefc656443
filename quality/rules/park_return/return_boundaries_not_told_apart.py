"""Two boundaries reported, and no unit says how they differ."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Covers that report both boundaries in a return without any administrative share."""
    told = batch.tables[PARK_RETURN, "units"].filter(~blank("administrative_share_ratio"))
    rows = (
        batch.tables[PARK_RETURN, "cover"]
        .filter(pl.col("boundaries_reported_code") == "both")
        .join(told.select("submission_id"), on="submission_id", how="anti", maintain_order="left")
    )
    return findings(rows, rule_id=RULE.id, form=PARK_RETURN, table="cover", column="boundaries_reported_code")


RULE = Rule(
    id="RETURN_BOUNDARIES_NOT_TOLD_APART",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("cover", "units"),
    title_zh="两种边界没有区分",
    title_en="The two boundaries are not told apart",
    reason_zh="没有管理边界内份额时，在地单位全部计入两种边界，两者相同。",
    reason_en=(
        "Without administrative shares every located unit is in both boundaries, and they are the same."
    ),
    formula="boundaries reported both, administrative_share_ratio blank in every row of units",
    message_zh="{sheet} {cell}：填报边界为“{found}”，但没有单位填写管理边界内份额，两种边界按相同核算。",
    message_en=(
        "{sheet} {cell}: the boundaries are “{found}” and no unit gives an administrative share; "
        "both are computed alike."
    ),
    action_zh="请填写管理边界内份额，或确认两种边界相同。",
    action_en="Give the administrative shares, or confirm that the boundaries are the same.",
    check=check,
)
