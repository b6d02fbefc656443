"""An interim target that is not between base and target."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Targets whose interim year, or interim value, does not lie between those of base and target."""
    rows = batch.tables[PARK_RETURN, "targets"]
    year, value = pl.col("interim_year"), pl.col("interim_value")
    falling = pl.col("target_value") <= pl.col("base_value")
    low = pl.when(falling).then("target_value").otherwise("base_value")
    high = pl.when(falling).then("base_value").otherwise("target_value")
    in_order = pl.col("target_year") > pl.col("base_year")
    outside_years = in_order & ((year <= pl.col("base_year")) | (year >= pl.col("target_year")))
    between_years = pl.format("{} … {}", "base_year", "target_year")
    between_values = pl.format("{} … {}", "base_value__text", "target_value__text")
    return pl.concat(
        findings(
            rows.filter(condition),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="targets",
            column=column,
            expected=expected,
            detail=pl.col("line_id__text"),
        )
        for column, condition, expected in (
            ("interim_year", outside_years, between_years),
            ("interim_value", (value < low) | (value > high), between_values),
        )
    )


RULE = Rule(
    id="RETURN_TARGET_INTERIM_NOT_BETWEEN",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("targets",),
    title_zh="中期目标不在基准与目标之间",
    title_en="An interim target is not between base and target",
    reason_zh="中期目标是基准到目标路径上的一点。",
    reason_en="An interim target is a point on the way from base to target.",
    formula=(
        "interim_year not between base_year and target_year (both excluded), or interim_value not "
        "between base_value and target_value"
    ),
    message_zh="{sheet} {cell}：目标 {detail} 的中期为 {found}，应在 {expected} 之间。",
    message_en="{sheet} {cell}: the interim of target {detail} is {found}, expected between {expected}.",
    action_zh="请核对中期年和中期值。",
    action_en="Check the interim year and value.",
    check=check,
)
