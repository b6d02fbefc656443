"""A process quantity in a unit that is none of mass."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.quantity import with_quantity
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of process whose known unit is not of mass."""
    rows = with_quantity(batch.tables[PARK_RETURN, "process"], batch, value="activity")
    return findings(
        rows.filter(pl.col("dimension_code") != "mass"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="process",
        column="quantity_unit",
        expected="t",
        detail=pl.col("product_code__text"),
    )


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_PRODUCT",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("process",),
    title_zh="计量单位与过程不符",
    title_en="The unit does not fit the process",
    reason_zh="过程排放因子以吨为单位。",
    reason_en="Process factors are per tonne.",
    formula="dimension(quantity_unit) ≠ mass",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应为吨或其倍数。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of mass.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
