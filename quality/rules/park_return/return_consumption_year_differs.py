"""An instrument claimed for another year than that of the return."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.periods import with_period
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Instruments whose consumption year is blank or not the year of the period."""
    rows = with_period(batch.tables[PARK_RETURN, "instruments"], batch).filter(
        pl.col("period_year").is_not_null(),
        (pl.col("consumption_year") != pl.col("period_year")).fill_null(value=False)
        | blank("consumption_year"),
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="instruments",
        column="consumption_year",
        expected=pl.col("period_year"),
        detail=pl.col("serial_from__text"),
    )


RULE = Rule(
    id="RETURN_CONSUMPTION_YEAR_DIFFERS",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments", "cover"),
    title_zh="核销年度与报告期不符",
    title_en="The consumption year is not that of the return",
    reason_zh="凭证只计入其核销年度。",
    reason_en="An instrument counts in its consumption year only.",
    formula="consumption_year blank or ≠ year of the period",
    message_zh="{sheet} {cell}：凭证“{detail}”的核销年度为“{found}”，报告期为 {expected} 年，本期不计入。",
    message_en=(
        "{sheet} {cell}: the consumption year of instrument “{detail}” is “{found}”, the return is "
        "of {expected}; it does not count in it."
    ),
    action_zh="请更正核销年度，或在该年度的报表中填报。",
    action_en="Correct the year, or report the instrument in the return of its year.",
    check=check,
)
