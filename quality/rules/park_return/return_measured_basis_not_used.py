"""Measured parameters on a basis that the method does not use."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

_MEASURED = ("net_calorific_value", "carbon_content", "oxidation_ratio")


def check(batch: Batch) -> pl.DataFrame:
    """Rows with a measured parameter on a dry or gross basis; one finding a row, moisture first."""
    rows = batch.tables[PARK_RETURN, "energy"].filter(pl.any_horizontal(pl.col(_MEASURED).is_not_null()))
    other_moisture = (pl.col("moisture_basis_code") != "as_received").fill_null(value=False)
    other_calorific = (pl.col("calorific_basis_code") != "net").fill_null(value=False)
    return pl.concat(
        findings(
            rows.filter(condition),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="energy",
            column=column,
            expected=expected,
            detail=pl.col("carrier_code__text"),
        )
        for condition, column, expected in (
            (other_moisture, "moisture_basis_code", "as_received"),
            (~other_moisture & other_calorific, "calorific_basis_code", "net"),
        )
    )


RULE = Rule(
    id="RETURN_MEASURED_BASIS_NOT_USED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="实测参数的基准不适用",
    title_en="Measured parameters are on another basis",
    reason_zh="核算采用收到基、低位发热量；其他基准不作换算，改用缺省值。",
    reason_en=(
        "The account takes as-received and net values; others are not converted, the default is used."
    ),
    formula=(
        "net_calorific_value, carbon_content or oxidation_ratio given, and moisture basis ≠ as "
        "received or calorific basis ≠ net"
    ),
    message_zh="{sheet} {cell}：{detail} 的实测参数基准为“{found}”，应为 {expected}；核算改用缺省值。",
    message_en=(
        "{sheet} {cell}: the measured parameters of {detail} are on the basis “{found}”, expected "
        "{expected}; the default is used."
    ),
    action_zh="请按收到基、低位发热量重新填报。",
    action_en="Give them as received and net.",
    check=check,
)
