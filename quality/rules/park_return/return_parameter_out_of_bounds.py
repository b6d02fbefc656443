"""A parameter outside the bounds that make sense."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.formulas import canonical_parameters
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Parameters in a fitting unit below the least or above the most of the seed line_parameters."""
    rows = canonical_parameters(batch).filter(
        (pl.col("canonical_value") < pl.col("least_value"))
        | (pl.col("canonical_value") > pl.col("most_value")).fill_null(value=False)
    )
    bounds = pl.format(
        "{} – {} {}",
        plain(pl.col("least_value")),
        plain(pl.col("most_value")).fill_null("…"),
        "canonical_unit_code",
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="parameters",
        column="value",
        expected=bounds,
        detail=pl.col("parameter_code__text"),
    )


RULE = Rule(
    id="RETURN_PARAMETER_OUT_OF_BOUNDS",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("parameters",),
    title_zh="参数超出合理范围",
    title_en="A parameter is out of bounds",
    reason_zh="份额大于 1、一天多于 1440 分钟等数值不可能成立，多为单位填错。",
    reason_en="A share above 1 or more minutes than a day has is impossible: most often the unit is wrong.",
    formula="value x multiplier of the unit < least_value or > most_value (seed line_parameters)",
    message_zh="{sheet} {cell}：“{detail}”填报 {found}，应在 {expected} 之间。",
    message_en="{sheet} {cell}: “{detail}” is {found}; expected within {expected}.",
    action_zh="请核对数值和计量单位。",
    action_en="Check the value and its unit.",
    check=check,
)
