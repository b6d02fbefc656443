"""An activity that emits a gas, without its factor."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of the method activity above zero whose factor is blank."""
    rows = batch.tables[PARK_RETURN, "other_gases"].filter(
        pl.col("calculation_method_code") == "activity", pl.col("activity") > 0, blank("measured_factor")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="other_gases",
        column="measured_factor",
        detail=pl.col("gas_code__text"),
    )


RULE = Rule(
    id="RETURN_GAS_FACTOR_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="气体活动水平无因子",
    title_en="An activity without a factor",
    reason_zh="其他气体没有缺省因子；没有自有因子则为未估算（NE）。",
    reason_en=(
        "There is no default factor of other gases; without an own one the line is not estimated (NE)."
    ),
    formula="calculation method activity, activity > 0, measured_factor blank",
    message_zh="{sheet} {cell}：{detail} 按活动水平计算而未填因子，按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: {detail} is calculated from an activity without a factor; it is not estimated (NE)."
    ),
    action_zh="请填写自有因子和因子说明。",
    action_en="Give the own factor and its note.",
    check=check,
)
