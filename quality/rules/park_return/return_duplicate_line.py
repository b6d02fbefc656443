"""A line number stands in more than one line of a table."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN, addressed, tables_with
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Every line that shares its number with another of the same table and submission."""
    key = ["submission_id", "table_name", "line_id"]
    lines = addressed(batch, "line_id").drop_nulls("line_id").filter(pl.len().over(key) > 1)
    place = pl.format("{} {}", "sheet", pl.col("line_id__cell").fill_null("")).str.join(", ").over(key)
    shared = lines.with_columns(place.alias("places"))
    return pl.concat(
        findings(
            shared.filter(pl.col("table_name") == table),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table=table,
            column="line_id",
            detail=pl.col("places"),
        )
        for table in tables_with(batch, "line_id")
    )


RULE = Rule(
    id="RETURN_DUPLICATE_LINE",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=(),
    title_zh="表内行号重复",
    title_en="A line number is not unique in its table",
    reason_zh="行号是每个结果追溯到填报单元格的依据；重复行不能替报送人取舍。",
    reason_en=(
        "The line number leads from a result back to its cell; which of two lines holds is not the "
        "office's choice."
    ),
    formula="count of lines of the table with this line_id > 1",
    message_zh="{sheet} {cell}：行号“{found}”重复，见 {detail}。",
    message_en="{sheet} {cell}: line number “{found}” is used more than once: {detail}.",
    action_zh="请为同一张表的每行使用不同的行号。",
    action_en="Give every line of a table a number of its own.",
    check=check,
    version="3",
)
