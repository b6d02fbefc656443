"""A legal person without its share inside the boundary."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of units on the legal-person basis with a blank share, where the physical boundary is reported."""
    other = batch.tables[PARK_RETURN, "cover"].filter(pl.col("boundaries_reported_code") == "administrative")
    rows = (
        batch.tables[PARK_RETURN, "units"]
        .filter(pl.col("reporting_basis_code") == "legal_person", blank("physical_share_ratio"))
        .join(other.select("submission_id"), on="submission_id", how="anti", maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="units",
        column="physical_share_ratio",
        expected="0 … 1",
        detail=pl.col("unit_code__text"),
    )


RULE = Rule(
    id="RETURN_SHARE_MISSING",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("units", "cover"),
    title_zh="法人单位缺少物理边界内份额",
    title_en="The share of a legal person is missing",
    reason_zh="法人单位的数据须按边界内份额计入，不能默认为全部。",
    reason_en="A legal person counts by its share inside the boundary, which is never taken for one.",
    formula=(
        "reporting_basis_code = legal_person, physical_share_ratio blank, boundaries reported not "
        "administrative alone"
    ),
    message_zh="{sheet} {cell}：单位 {detail} 按法人统计，未填物理边界内份额。",
    message_en=(
        "{sheet} {cell}: unit {detail} reports as a legal person without its share inside the physical "
        "boundary."
    ),
    action_zh="请填写 0 至 1 的份额及其依据。",
    action_en="Give the share, 0 to 1, and its basis.",
    check=check,
    version="2",
)
