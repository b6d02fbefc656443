"""An own process factor without its source or note."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with a factor of their own whose source is not `own`, or whose note is blank."""
    not_own = (pl.col("factor_source_code") != "own").fill_null(value=False) | blank("factor_source_code")
    rows = batch.tables[PARK_RETURN, "process"].filter(
        pl.col("measured_factor").is_not_null(), not_own | blank("factor_note")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="process",
        column="measured_factor",
        expected="own",
        detail=pl.format(
            "factor_source_code “{}”, factor_note “{}”",
            pl.col("factor_source_code__text").fill_null(""),
            pl.col("factor_note__text").fill_null(""),
        ),
    )


RULE = Rule(
    id="RETURN_OWN_FACTOR_WITHOUT_NOTE",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("process",),
    title_zh="自有因子无来源说明",
    title_en="An own factor without source or note",
    reason_zh="附件要求注明自有因子的来源。",
    reason_en="The annex wants the source of a park's own factor noted.",
    formula="measured_factor given, and factor_source_code ≠ own or factor_note blank",
    message_zh="{sheet} {cell}：自有因子 {found} 须将因子来源填为“园区自有因子”并说明（{detail}）。",
    message_en=(
        "{sheet} {cell}: the own factor {found} needs the source “own factor” and a note ({detail})."
    ),
    action_zh="请填写因子来源和因子说明，或删除自有因子。",
    action_en="Give source and note, or clear the factor.",
    check=check,
)
