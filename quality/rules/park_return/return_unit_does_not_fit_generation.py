"""Generation in a unit that is none of electricity."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN
from quality.rule import Rule
from quality.unit_fit import unit_of_other_dimension


def check(batch: Batch) -> pl.DataFrame:
    """Rows of generation whose known unit does not fit."""
    rows = batch.tables[PARK_RETURN, "generation"]
    return unit_of_other_dimension(
        rows, batch, RULE.id, "generation", "electricity", pl.col("plant_code__text")
    )


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_GENERATION",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("generation",),
    title_zh="计量单位与发电不符",
    title_en="The unit does not fit generation",
    reason_zh="发电和储能只以电量单位填报。",
    reason_en="Generation and storage are given in units of electricity only.",
    formula="dimension(quantity_unit) ≠ electricity",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应可换算为 {expected}。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
