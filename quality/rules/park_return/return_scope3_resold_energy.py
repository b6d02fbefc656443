"""Category 3 of the value chain beside energy that is resold."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

CATEGORY = "S3-03"


def check(batch: Batch) -> pl.DataFrame:
    """Relevant lines of category 3 in a submission that sends on power or heat it received."""
    resold = (
        batch.reference["method_terms"]
        .filter(pl.col("scope_code") == "3", pl.col("activity_code").str.ends_with("/sent"))
        .select("activity_code", is_always=pl.col("line_condition_code").is_null())
        .unique(maintain_order=True)
    )
    sent = (
        batch.tables[PARK_RETURN, "power_heat"]
        .filter(pl.col("quantity") > 0)
        .with_columns(pl.format("{}/{}", "kind_code", "direction_code").alias("activity_code"))
        .join(resold, on="activity_code", how="inner")
        .filter(pl.col("is_always") | (pl.col("supply_origin_code") == "resold"))
    )
    lines = batch.tables[PARK_RETURN, "scope3"].filter(
        pl.col("scope3_category_code") == CATEGORY, pl.col("relevance_code") == "relevant"
    )
    return findings(
        lines.join(sent.select("submission_id").unique(), on="submission_id", how="semi"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="scope3",
        column="scope3_category_code",
        detail=pl.col("activity_name__text"),
    )


RULE = Rule(
    id="RETURN_SCOPE3_RESOLD_ENERGY",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("scope3", "power_heat"),
    title_zh="类别三与转供能源可能重复",
    title_en="Category 3 may repeat the energy that is resold",
    reason_zh="转供的电力、热力已按方法列入类别三；自报的类别三如也含它，就计了两次。",
    reason_en="Resold power and heat stand in category 3 already; a line that holds them counts them twice.",
    formula=(
        "category S3-03, relevance relevant, and power or heat sent that a term of scope 3 counts (seed "
        "method_terms)"
    ),
    message_zh="{sheet} {cell}：类别 {found}（{detail}）与本表转供的电力或热力可能重复。",
    message_en="{sheet} {cell}: category {found} ({detail}) may repeat the power or heat that is resold.",
    action_zh="请说明该行不含转供的能源，或将其扣除。",
    action_en="Say that the line does not hold the resold energy, or take it out.",
    check=check,
)
