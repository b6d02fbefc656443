"""More power than the plant can generate in the period."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import parameter
from quality.periods import with_period
from quality.quantity import with_known
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of generation above their capacity through all hours of the period."""
    month, year = (parameter(batch, f"most_hours_of_{period}") for period in ("month", "year"))
    hours = pl.col("period_months") * int(month)
    rows = (
        with_period(with_known(batch.tables[PARK_RETURN, "generation"], batch, ("generated",)), batch)
        .with_columns(pl.when(hours > int(year)).then(int(year)).otherwise(hours).alias("hours"))
        .with_columns((pl.col("capacity_mw") * pl.col("hours")).alias("most"))
    )
    return findings(
        rows.filter(pl.col("generated_known") > pl.col("most")),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="generation",
        column="generated",
        found=plain(pl.col("generated_known")),
        expected=plain(pl.col("most")),
        detail=pl.format("{} MW x {} h", plain(pl.col("capacity_mw")), "hours"),
    )


RULE = Rule(
    id="RETURN_GENERATION_EXCEEDS_CAPACITY",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("generation", "cover"),
    title_zh="发电量超过装机容量所及",
    title_en="Generation exceeds the capacity",
    reason_zh="满发全部小时也达不到的电量通常是单位或小数点错误。",
    reason_en="More than all hours at full load is usually a wrong unit or decimal point.",
    formula=(
        "generated in MWh > capacity_mw x hours of the period: months x most_hours_of_month, at most "
        "most_hours_of_year"
    ),
    message_zh="{sheet} {cell}：发电量 {found} MWh 超过装机容量与小时数之积 {expected} MWh（{detail}）。",
    message_en=(
        "{sheet} {cell}: {found} MWh generated exceed {expected} MWh, the capacity through all hours "
        "({detail})."
    ),
    action_zh="请核对发电量、计量单位和装机容量（MW）。",
    action_en="Check the quantity, its unit and the capacity (MW).",
    check=check,
)
