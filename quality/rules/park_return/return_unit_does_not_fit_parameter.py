"""A parameter in a unit that cannot be its own."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.formulas import with_parameter_units
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Parameters whose known unit is of another canonical unit than the parameter."""
    rows = with_parameter_units(batch)
    return findings(
        rows.filter(pl.col("given_unit_code") != pl.col("canonical_unit_code")),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="parameters",
        column="quantity_unit",
        expected=pl.col("canonical_unit_code"),
        detail=pl.col("parameter_code__text"),
    )


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_PARAMETER",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("parameters",),
    title_zh="计量单位与参数不符",
    title_en="The unit does not fit the parameter",
    reason_zh="单位不能换算的参数不能用于公式。",
    reason_en="A parameter that cannot be converted cannot enter a formula.",
    formula="canonical unit of quantity_unit ≠ canonical unit of the parameter (seed line_parameters)",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应可换算为 {expected}。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
