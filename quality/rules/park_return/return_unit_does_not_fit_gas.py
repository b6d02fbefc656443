"""A mass of gas in a unit that is none of mass."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN
from quality.rule import Rule
from quality.unit_fit import unit_of_other_dimension


def check(batch: Batch) -> pl.DataFrame:
    """Rows of other_gases whose known unit does not fit."""
    rows = batch.tables[PARK_RETURN, "other_gases"].filter(
        pl.col("calculation_method_code").is_in(["balance", "emitted", "formula"])
    )
    return unit_of_other_dimension(rows, batch, RULE.id, "other_gases", "mass", pl.col("gas_code__text"))


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_GAS",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="计量单位与气体质量不符",
    title_en="The unit does not fit a mass of gas",
    reason_zh="平衡法和直接测量的数量是气体的质量，公式从质量开始；活动水平的单位由因子决定。",
    reason_en=(
        "A balance and a measured emission are masses of gas, a formula begins with a mass; the unit of an "
        "activity is that of its factor."
    ),
    formula="calculation method balance, emitted or formula, dimension(quantity_unit) ≠ mass",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应可换算为 {expected}。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
    version="2",
)
