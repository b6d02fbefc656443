"""The unit of measure is of another dimension than the carrier's."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN
from quality.rule import Rule
from quality.unit_fit import unit_does_not_fit_carrier


def check(batch: Batch) -> pl.DataFrame:
    """Rows of energy whose unit does not fit."""
    return unit_does_not_fit_carrier(batch, RULE.id, PARK_RETURN, "energy")


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_CARRIER",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="计量单位与能源品种不符",
    title_en="The unit does not fit the carrier",
    reason_zh="从不在不同量纲之间换算。",
    reason_en="Nothing is converted between dimensions.",
    formula="dimension(quantity_unit) ≠ dimension(canonical unit of the carrier)",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应可换算为 {expected}。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
