"""A category said not to occur has lines."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN, all_lines, source_categories
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of completeness declared absent whose category holds positive lines; the lines are used."""
    key = ["submission_id", "source_category_code"]
    counts = (
        all_lines(batch)
        .filter(pl.col("is_positive"))
        .join(source_categories(batch), on="activity_code", how="inner")
        .group_by(key)
        .agg(pl.len().alias("line_count"))
    )
    rows = (
        batch.tables[PARK_RETURN, "completeness"]
        .filter(pl.col("completeness_code").is_in(["NO", "NA"]))
        .join(counts, on=key, how="inner", maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="completeness",
        column="completeness_code",
        expected=pl.col("line_count"),
        detail=pl.col("source_category_code__text"),
    )


RULE = Rule(
    id="RETURN_LINES_IN_ABSENT_CATEGORY",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=(),
    title_zh="声明未发生但有数据",
    title_en="A category said not to occur has lines",
    reason_zh="声明与数据不一致，其一有误。",
    reason_en="Statement and lines disagree: one of them is wrong.",
    formula=(
        "completeness_code NO or NA, and a line with quantity > 0 whose term in method_terms is of "
        "this category"
    ),
    message_zh="{sheet} {cell}：源类别“{detail}”声明为“{found}”，但有 {expected} 行数据。",
    message_en="{sheet} {cell}: category “{detail}” is declared “{found}” but has {expected} lines.",
    action_zh="请更正完整性表，或删除这些行。",
    action_en="Correct the completeness table, or remove the lines.",
    check=check,
    version="2",
)
