"""The source says own factor, and none is given."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with the source `own` and a blank factor."""
    rows = batch.tables[PARK_RETURN, "process"].filter(
        pl.col("factor_source_code") == "own", blank("measured_factor")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="process",
        column="measured_factor",
        detail=pl.col("product_code__text"),
    )


RULE = Rule(
    id="RETURN_OWN_FACTOR_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("process",),
    title_zh="自有因子为空",
    title_en="The own factor is missing",
    reason_zh="来源为自有因子而未填因子时，不会改用其他因子。",
    reason_en="Where the source is an own factor, no other one steps in for it unseen.",
    formula="factor_source_code = own, measured_factor blank",
    message_zh="{sheet} {cell}：{detail} 的因子来源为自有因子，但未填因子。",
    message_en="{sheet} {cell}: the factor of {detail} is said to be an own one, but none is given.",
    action_zh="请填写自有因子，或更正因子来源。",
    action_en="Give the factor, or correct its source.",
    check=check,
)
