"""A removal in a unit that is none of mass."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN
from quality.rule import Rule
from quality.unit_fit import unit_of_other_dimension


def check(batch: Batch) -> pl.DataFrame:
    """Rows of removals whose known unit does not fit."""
    rows = batch.tables[PARK_RETURN, "removals"]
    return unit_of_other_dimension(
        rows, batch, RULE.id, "removals", "mass", pl.col("removal_type_code__text")
    )


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_REMOVAL",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("removals",),
    title_zh="计量单位与清除量不符",
    title_en="The unit does not fit a removal",
    reason_zh="清除量是二氧化碳的质量。",
    reason_en="A removal is a mass of CO2.",
    formula="dimension(quantity_unit) ≠ mass",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应可换算为 {expected}。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
