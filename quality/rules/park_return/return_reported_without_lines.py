"""A category said to be reported has no line."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN, all_lines, source_categories
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of completeness declared as reported whose category holds no line at all."""
    key = ["submission_id", "source_category_code"]
    held = all_lines(batch).join(source_categories(batch), on="activity_code", how="inner").select(key)
    rows = (
        batch.tables[PARK_RETURN, "completeness"]
        .filter(pl.col("completeness_code") == "reported", pl.col("source_category_code").is_not_null())
        .join(held, on=key, how="anti", maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="completeness",
        column="completeness_code",
        detail=pl.col("source_category_code__text"),
    )


RULE = Rule(
    id="RETURN_REPORTED_WITHOUT_LINES",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=(),
    title_zh="声明已填报但无数据",
    title_en="A category said to be reported has no line",
    reason_zh="没有数据不等于零。",
    reason_en="No line does not mean zero.",
    formula="completeness_code = reported, and no line whose term in method_terms is of this category",
    message_zh="{sheet} {cell}：源类别“{detail}”声明为已填报，但没有任何数据行。",
    message_en="{sheet} {cell}: category “{detail}” is declared as reported but has no line.",
    action_zh="请补充数据，或改填 NO、NE、NA、IE、C。",
    action_en="Add the lines, or declare NO, NE, NA, IE or C.",
    check=check,
    version="2",
)
