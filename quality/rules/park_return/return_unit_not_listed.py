"""A line names a unit that the list of units lacks."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN, addressed, tables_with
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose unit is given and not in the list of the same submission."""
    listed = batch.tables[PARK_RETURN, "units"].select("submission_id", "unit_code")
    unlisted = (
        addressed(batch, "unit_code")
        .drop_nulls("unit_code")
        .join(listed, on=["submission_id", "unit_code"], how="anti", maintain_order="left")
    )
    return pl.concat(
        findings(
            unlisted.filter(pl.col("table_name") == table),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table=table,
            column="unit_code",
        )
        for table in tables_with(batch, "unit_code")
    )


RULE = Rule(
    id="RETURN_UNIT_NOT_LISTED",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=(),
    title_zh="单位未列入名录",
    title_en="The unit is not listed",
    reason_zh="未列入名录的单位不能归属行业和边界。",
    reason_en="A unit that is not listed has no industry and no share of the boundary.",
    formula="unit_code of a line of any table ∉ unit_code of table units",
    message_zh="{sheet} {cell}：单位代码“{found}”不在单位名录中。",
    message_en="{sheet} {cell}: unit “{found}” is not in the list of units.",
    action_zh="请在单位名录中补充该单位，或更正代码。",
    action_en="Add the unit to the list, or correct the code.",
    check=check,
    version="2",
)
