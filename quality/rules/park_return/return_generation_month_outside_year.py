"""A certificate of power generated long before or after it was used."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.parameters import parameter
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Certificates whose generation month lies too many years from their consumption year."""
    years = int(parameter(batch, "certificate_month_most_years"))
    generated = pl.col("generation_month").str.slice(0, 4).cast(pl.Int64, strict=False)
    rows = batch.tables[PARK_RETURN, "instruments"].filter(
        pl.col("instrument_type_code") == "green_certificate",
        (generated - pl.col("consumption_year")).abs() > years,
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="instruments",
        column="generation_month",
        expected=pl.format("{} ± {}", "consumption_year", pl.lit(years)),
    )


RULE = Rule(
    id="RETURN_GENERATION_MONTH_OUTSIDE_YEAR",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="发电月份与核销年度不符",
    title_en="The generation month is far from the consumption year",
    reason_zh="绿证只在有效期内核销。",
    reason_en="A certificate clears power within its validity only.",
    formula=(
        "green_certificate, |year of generation_month − consumption_year| > certificate_month_most_years"
    ),
    message_zh="{sheet} {cell}：发电月份 {found} 与核销年度不符（{expected}）。",
    message_en=(
        "{sheet} {cell}: the generation month {found} does not fit the consumption year ({expected})."
    ),
    action_zh="请核对发电月份和核销年度。",
    action_en="Check the generation month and the consumption year.",
    check=check,
)
