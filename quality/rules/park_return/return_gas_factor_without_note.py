"""An own factor of a gas without its note."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with a factor of their own whose note is blank."""
    rows = batch.tables[PARK_RETURN, "other_gases"].filter(
        pl.col("measured_factor").is_not_null(), blank("factor_note")
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
    id="RETURN_GAS_FACTOR_WITHOUT_NOTE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="气体自有因子无说明",
    title_en="An own factor of a gas without a note",
    reason_zh="没有来源说明的因子不被采用。",
    reason_en="A factor is not used without its source.",
    formula="measured_factor given, factor_note blank",
    message_zh=(
        "{sheet} {cell}：{detail} 的自有因子 {found} 未填因子说明，不予采用，该行按未估算（NE）处理。"
    ),
    message_en=(
        "{sheet} {cell}: the own factor {found} of {detail} has no note and is not used; the line is "
        "not estimated (NE)."
    ),
    action_zh="请填写因子说明。",
    action_en="Give the note of the factor.",
    check=check,
)
