"""A source category about which the return says nothing."""

import polars as pl

from lingtan.contracts.batch import FINDING_SCHEMA, Batch
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """One finding for each submission whose completeness leaves out categories; it names them all.

    A withdrawal declares nothing. The finding stands at the table: the row that it asks for is not there.
    """
    listed = (
        batch.reference["code_lists"]
        .filter(pl.col("list_code") == "source_categories")
        .sort(pl.col("sort_order").cast(pl.Int64))
        .select(
            pl.col("code").alias("source_category_code"), pl.format("{} {}", "code", "name_zh").alias("name")
        )
    )
    key = ["submission_id", "source_category_code"]
    declared = batch.tables[PARK_RETURN, "completeness"].select(*key, "sheet")
    table = batch.contracts[PARK_RETURN].table("completeness")
    sheets = declared.group_by("submission_id").agg(pl.col("sheet").first())
    return (
        batch.tables[PARK_RETURN, "cover"]
        .filter(pl.col("submission_kind_code").ne_missing("withdrawal"))
        .select("submission_id")
        .join(listed, how="cross", maintain_order="left_right")
        .join(declared, on=key, how="anti", maintain_order="left")
        .group_by("submission_id", maintain_order=True)
        .agg(pl.col("name").str.join("; ").alias("detail"))
        .join(sheets, on="submission_id", how="left", maintain_order="left")
        .select(
            pl.lit(RULE.id).alias("rule_id"),
            "submission_id",
            pl.lit(PARK_RETURN).alias("form"),
            pl.lit("completeness").alias("table_name"),
            pl.lit(None, dtype=pl.Int64).alias("row_number"),
            pl.lit("source_category_code").alias("column_name"),
            pl.col("sheet").fill_null(table.title.zh),
            pl.lit(None, dtype=pl.String).alias("cell"),
            pl.lit("").alias("found"),
            pl.lit("").alias("expected"),
            "detail",
        )
        .match_to_schema(FINDING_SCHEMA)
    )


RULE = Rule(
    id="RETURN_CATEGORY_NOT_DECLARED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("completeness", "cover"),
    title_zh="源类别未申报",
    title_en="A source category is not declared",
    reason_zh="没有申报的类别不知是否发生；不申报从不读作未发生。",
    reason_en="Whether a category occurs that is not declared is not known; silence is never read as NO.",
    formula=(
        "a code of the list source_categories ∉ source_category_code of completeness; not judged for "
        "a withdrawal"
    ),
    message_zh="{sheet}：以下源类别未申报：{detail}。",
    message_en="{sheet}: these source categories are not declared: {detail}.",
    action_zh="请在完整性表中逐类填写：已填报、NO、NE、NA、IE 或 C。",
    action_en="Declare each of them in the completeness table: reported, NO, NE, NA, IE or C.",
    check=check,
)
