"""The rest group without the number of its tenants."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of units in the role rest with a blank count."""
    rows = batch.tables[PARK_RETURN, "units"].filter(
        pl.col("unit_role_code") == "rest", blank("tenant_count")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="units",
        column="tenant_count",
        detail=pl.col("unit_code__text"),
    )


RULE = Rule(
    id="RETURN_REST_GROUP_COUNT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("units",),
    title_zh="其余小单位缺少数量",
    title_en="The rest group has no count",
    reason_zh="数量说明合计代表多少单位。",
    reason_en="The count says how many units stand behind the group.",
    formula="unit_role_code = rest, tenant_count blank",
    message_zh="{sheet} {cell}：其余小单位 {detail} 未填数量。",
    message_en="{sheet} {cell}: the rest group {detail} has no number of tenants.",
    action_zh="请填写小单位数量。",
    action_en="Give the number of small tenants.",
    check=check,
)
