"""A source category is declared twice."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.duplicate import duplicate_keys
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Every row of completeness that shares its category with another."""
    key = ("source_category_code",)
    return duplicate_keys(batch, RULE.id, PARK_RETURN, "completeness", key, "source_category_code")


RULE = Rule(
    id="RETURN_DUPLICATE_CATEGORY",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("completeness",),
    title_zh="源类别重复",
    title_en="A source category is declared twice",
    reason_zh="同一类别的两种说法不能替报送人取舍。",
    reason_en="Which of two statements about a category holds is not the office's choice.",
    formula="count of rows of completeness with this source_category_code > 1",
    message_zh="{sheet} {cell}：源类别“{found}”重复，见 {detail}。",
    message_en="{sheet} {cell}: category “{found}” is declared more than once: {detail}.",
    action_zh="请每个类别只保留一行。",
    action_en="Keep one row a category.",
    check=check,
)
