"""A factor of the value chain without its document."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with a factor whose document is blank."""
    rows = batch.tables[PARK_RETURN, "scope3"].filter(
        pl.col("measured_factor").is_not_null(), blank("factor_document")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="scope3",
        column="measured_factor",
        detail=pl.col("scope3_category_code__text"),
    )


RULE = Rule(
    id="RETURN_SCOPE3_FACTOR_WITHOUT_DOCUMENT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("scope3",),
    title_zh="范围三因子无文件",
    title_en="A scope 3 factor without a document",
    reason_zh="没有文件的因子不被采用。",
    reason_en="A factor without a document is not used.",
    formula="measured_factor given, factor_document blank",
    message_zh="{sheet} {cell}：{detail} 的因子 {found} 未填因子文件，不予采用，按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: the factor {found} of {detail} names no document and is not used; the line "
        "is not estimated (NE)."
    ),
    action_zh="请填写因子文件。",
    action_en="Name the document of the factor.",
    check=check,
)
