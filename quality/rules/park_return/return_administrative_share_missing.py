"""A legal person without its share inside the administrative boundary."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Legal persons with a blank share in a return that reports the administrative boundary."""
    reported = batch.tables[PARK_RETURN, "cover"].filter(
        pl.col("boundaries_reported_code").is_in(["administrative", "both"])
    )
    rows = (
        batch.tables[PARK_RETURN, "units"]
        .filter(pl.col("reporting_basis_code") == "legal_person", blank("administrative_share_ratio"))
        .join(reported.select("submission_id"), on="submission_id", how="semi", maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="units",
        column="administrative_share_ratio",
        expected="0 … 1",
        detail=pl.col("unit_code__text"),
    )


RULE = Rule(
    id="RETURN_ADMINISTRATIVE_SHARE_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("units", "cover"),
    title_zh="法人单位缺少管理边界内份额",
    title_en="The administrative share of a legal person is missing",
    reason_zh="没有份额则该单位在管理边界内为未估算（NE）。",
    reason_en="Without the share the unit is not estimated (NE) inside the administrative boundary.",
    formula=(
        "boundaries reported administrative or both, reporting_basis_code = legal_person, "
        "administrative_share_ratio blank"
    ),
    message_zh=(
        "{sheet} {cell}：单位 {detail} 按法人统计，未填管理边界内份额，在该边界内按未估算（NE）处理。"
    ),
    message_en=(
        "{sheet} {cell}: unit {detail} reports as a legal person without its share inside the "
        "administrative boundary; it is not estimated (NE) there."
    ),
    action_zh="请填写 0 至 1 的份额及其依据。",
    action_en="Give the share, 0 to 1, and its basis.",
    check=check,
)
