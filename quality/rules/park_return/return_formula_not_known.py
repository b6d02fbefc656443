"""A line by formula whose source and gas have none."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of method formula without a row of the seed formulas for their source and gas."""
    formulas = batch.reference["formulas"].select("source_code", pl.col("gas_code").alias("formula_gas_code"))
    rows = (
        batch.tables[PARK_RETURN, "other_gases"]
        .filter(pl.col("calculation_method_code") == "formula")
        .drop_nulls(["source_code", "gas_code"])
        .join(formulas, on="source_code", how="left", maintain_order="left")
    )
    fits = pl.col("formula_gas_code").is_in(["*"]) | (pl.col("formula_gas_code") == pl.col("gas_code"))
    return findings(
        rows.filter(~fits.fill_null(value=False)),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="other_gases",
        column="gas_code",
        expected=pl.col("formula_gas_code"),
        detail=pl.col("source_code__text"),
    )


RULE = Rule(
    id="RETURN_FORMULA_NOT_KNOWN",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="该排放源和气体没有公式",
    title_en="The source and gas have no formula",
    reason_zh="没有公式则为未估算（NE），不是零。",
    reason_en="Without a formula the line is not estimated (NE), not zero.",
    formula="calculation method formula, (source_code, gas_code) ∉ seed formulas",
    message_zh=(
        "{sheet} {cell}：“{detail}”没有“{found}”的公式（有公式的气体：{expected}），按未估算（NE）处理。"
    ),
    message_en=(
        "{sheet} {cell}: “{detail}” has no formula for “{found}” (its formula is for: {expected}); the line "
        "is not estimated (NE)."
    ),
    action_zh="请改用其他计算方法，或更正排放源和气体。",
    action_en="Use another calculation method, or correct source and gas.",
    check=check,
)
