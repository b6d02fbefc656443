"""A park is registered twice."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.duplicate import duplicate_keys
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Every row of parks that shares its code with another."""
    return duplicate_keys(batch, RULE.id, "park_register", "parks", ("park_code",), "park_code")


RULE = Rule(
    id="REGISTER_DUPLICATE_PARK",
    severity="error",
    scope="form",
    forms=("park_register",),
    tables=("parks",),
    title_zh="园区代码重复",
    title_en="A park is registered twice",
    reason_zh="同一园区的两行不能替报送人取舍。",
    reason_en="Which of two rows of a park holds is not the office's choice.",
    formula="count of rows of parks with this park_code > 1",
    message_zh="{sheet} {cell}：园区代码“{found}”重复，见 {detail}。",
    message_en="{sheet} {cell}: park “{found}” is registered more than once: {detail}.",
    action_zh="请每个园区只保留一行。",
    action_en="Keep one row a park.",
    check=check,
)
