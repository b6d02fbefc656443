"""A unit is listed twice."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.duplicate import duplicate_keys
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Every row of units that shares its code with another."""
    return duplicate_keys(batch, RULE.id, PARK_RETURN, "units", ("unit_code",), "unit_code")


RULE = Rule(
    id="RETURN_DUPLICATE_UNIT",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("units",),
    title_zh="单位代码重复",
    title_en="A unit is listed twice",
    reason_zh="同一单位的两行不能替报送人取舍。",
    reason_en="Which of two rows of a unit holds is not the office's choice.",
    formula="count of rows of units with this unit_code > 1",
    message_zh="{sheet} {cell}：单位代码“{found}”重复，见 {detail}。",
    message_en="{sheet} {cell}: unit “{found}” is listed more than once: {detail}.",
    action_zh="请每个单位只保留一行。",
    action_en="Keep one row a unit.",
    check=check,
)
