"""A share of a boundary that is not reported."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Shares given for the boundary that the cover does not report."""
    covers = batch.tables[PARK_RETURN, "cover"].select("submission_id", "boundaries_reported_code")
    rows = batch.tables[PARK_RETURN, "units"].join(
        covers, on="submission_id", how="inner", maintain_order="left"
    )
    return pl.concat(
        findings(
            rows.filter(pl.col("boundaries_reported_code") == reported, pl.col(column).is_not_null()),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="units",
            column=column,
            expected=reported,
            detail=pl.col("unit_code__text"),
        )
        for column, reported in (
            ("physical_share_ratio", "administrative"),
            ("administrative_share_ratio", "physical"),
        )
    )


RULE = Rule(
    id="RETURN_SHARE_NOT_USED",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("units", "cover"),
    title_zh="份额所属边界未填报",
    title_en="A share of a boundary that is not reported",
    reason_zh="封面未填报的边界不核算，其份额不使用。",
    reason_en="A boundary that the cover does not report is not computed, and its share not used.",
    formula=(
        "boundaries reported administrative and physical_share_ratio given, or physical and "
        "administrative_share_ratio given"
    ),
    message_zh="{sheet} {cell}：封面只填报“{expected}”边界，单位 {detail} 的份额 {found} 未使用。",
    message_en=(
        "{sheet} {cell}: the cover reports the boundary “{expected}” only; the share {found} of unit "
        "{detail} is not used."
    ),
    action_zh="如需核算两种边界，请在封面填“两者”。",
    action_en="Report both boundaries on the cover if both are meant.",
    check=check,
)
