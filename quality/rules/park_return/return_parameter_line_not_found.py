"""A parameter of a line that is not there."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN, tables_with
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Parameters whose table has no line of that number in the same submission."""
    lines = pl.concat(
        batch.tables[PARK_RETURN, table].select(
            "submission_id", pl.lit(table).alias("of_table"), pl.col("line_id").alias("of_line")
        )
        for table in tables_with(batch, "line_id")
    )
    parameters = batch.tables[PARK_RETURN, "parameters"].drop_nulls(["of_table", "of_line"])
    return findings(
        parameters.join(
            lines, on=["submission_id", "of_table", "of_line"], how="anti", maintain_order="left"
        ),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="parameters",
        column="of_line",
        detail=pl.col("of_table__text"),
    )


RULE = Rule(
    id="RETURN_PARAMETER_LINE_NOT_FOUND",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=(),
    title_zh="参数所属行不存在",
    title_en="The line of a parameter is not there",
    reason_zh="没有所属行的参数不能用于任何计算。",
    reason_en="A parameter without its line can be used in no calculation.",
    formula="(of_table, of_line) ∉ line_id of that table in the same submission",
    message_zh="{sheet} {cell}：表“{detail}”中没有行号“{found}”。",
    message_en="{sheet} {cell}: table “{detail}” has no line “{found}”.",
    action_zh="请更正所属表和所属行号，或补报该行。",
    action_en="Correct the table and line it belongs to, or add that line.",
    check=check,
)
