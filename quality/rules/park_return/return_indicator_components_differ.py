"""An indicator that differs from its components."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import tolerance
from quality.quantity import differs
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Numerators and denominators of solid waste and water that are not what their components give."""
    used = {"solid_waste_use": pl.col("waste_used_t"), "water_reuse": pl.col("water_reused_10k_m3")}
    whole = {
        "solid_waste_use": pl.col("waste_generated_t") + pl.col("waste_old_stock_used_t"),
        "water_reuse": pl.col("water_fresh_10k_m3") + pl.col("water_reused_10k_m3"),
    }
    rows = batch.tables[PARK_RETURN, "indicators"]
    return pl.concat(
        findings(
            rows.filter(
                pl.col("indicator_code") == indicator, differs(pl.col(column), given, tolerance(batch))
            ),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="indicators",
            column=column,
            expected=plain(given),
            detail=pl.col("indicator_code__text"),
        )
        for column, components in (("numerator", used), ("denominator", whole))
        for indicator, given in components.items()
    )


RULE = Rule(
    id="RETURN_INDICATOR_COMPONENTS_DIFFER",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("indicators",),
    title_zh="指标与其组成不符",
    title_en="An indicator differs from its components",
    reason_zh="分子和分母由所列组成得出。",
    reason_en="Numerator and denominator follow from the components.",
    formula=(
        "solid_waste_use: numerator = waste_used_t, denominator = waste_generated_t + "
        "waste_old_stock_used_t; water_reuse: numerator = water_reused_10k_m3, denominator = "
        "water_fresh_10k_m3 + water_reused_10k_m3; to check_tolerance_ratio of the larger, where all "
        "are given"
    ),
    message_zh="{sheet} {cell}：{detail} 此项为 {found}，按组成为 {expected}。",
    message_en="{sheet} {cell}: this part of {detail} is {found}; its components give {expected}.",
    action_zh="请核对指标及其组成，分子、分母与组成用同一单位。",
    action_en="Check the indicator and its components; both are in the unit of the components.",
    check=check,
)
