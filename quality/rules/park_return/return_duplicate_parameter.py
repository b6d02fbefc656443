"""A parameter of a line stands in more than one row."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

_KEY = ["submission_id", "of_table", "of_line", "parameter_code"]


def check(batch: Batch) -> pl.DataFrame:
    """Every row that shares its line and parameter with another of the same submission."""
    rows = batch.tables[PARK_RETURN, "parameters"].drop_nulls(_KEY).filter(pl.len().over(_KEY) > 1)
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="parameters",
        column="parameter_code",
        detail=pl.format("{} {}", pl.col("of_table__text").fill_null(""), "of_line"),
    )


RULE = Rule(
    id="RETURN_DUPLICATE_PARAMETER",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("parameters",),
    title_zh="同一行的参数重复",
    title_en="A parameter of a line is given twice",
    reason_zh="两个数值不能替报送人取舍。",
    reason_en="Which of two values holds is not the office's choice.",
    formula="count of (of_table, of_line, parameter_code) > 1",
    message_zh="{sheet} {cell}：行 {detail} 的参数“{found}”填报多次。",
    message_en="{sheet} {cell}: the parameter “{found}” of line {detail} is given more than once.",
    action_zh="请只保留一个数值。",
    action_en="Keep one value.",
    check=check,
)
