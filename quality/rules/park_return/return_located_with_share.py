"""A unit by where it is located, with a part of it inside."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Located units with a share strictly between nothing and all."""
    rows = batch.tables[PARK_RETURN, "units"].filter(pl.col("reporting_basis_code") == "located")
    return pl.concat(
        findings(
            rows.filter(pl.col(column) > 0, pl.col(column) < 1),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="units",
            column=column,
            expected="0 / 1",
            detail=pl.col("unit_code__text"),
        )
        for column in ("physical_share_ratio", "administrative_share_ratio")
    )


RULE = Rule(
    id="RETURN_LOCATED_WITH_SHARE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("units",),
    title_zh="在地统计的单位填了部分份额",
    title_en="A located unit has a part as its share",
    reason_zh="在地统计只填报边界内的活动，份额不再折算。",
    reason_en="A located unit reports what is inside the boundary; no share is applied to it.",
    formula="reporting_basis_code = located, 0 < share < 1",
    message_zh=(
        "{sheet} {cell}：单位 {detail} 为在地统计，份额 {found} 不作折算，按全部计入（应为 {expected}）。"
    ),
    message_en=(
        "{sheet} {cell}: unit {detail} reports by location; its share {found} is not applied and all "
        "of it counts (expected {expected})."
    ),
    action_zh="请确认统计原则；按法人统计的请更正。",
    action_en="Confirm the basis; correct it where the unit reports as a legal person.",
    check=check,
)
