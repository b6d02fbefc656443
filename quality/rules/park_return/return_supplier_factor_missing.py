"""Power or heat that only a measured factor can account, without one."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines above zero of kinds for which no factor is listed, whose measured factor is blank."""
    listed = batch.reference["emission_factors"].select(
        pl.col("purpose_code").alias("factor_purpose_code"),
        pl.col("activity_code").alias("factor_activity_code"),
    )
    needed = (
        batch.reference["method_terms"]
        .filter(pl.col("factor_rule_code") == "supplier", pl.col("is_memo") == "false")
        .join(listed, on=["factor_purpose_code", "factor_activity_code"], how="anti")
        .select("activity_code")
    )
    rows = (
        batch.tables[PARK_RETURN, "power_heat"]
        .with_columns(pl.format("{}/{}", "kind_code", "direction_code").alias("activity_code"))
        .join(needed, on="activity_code", how="semi", maintain_order="left")
        .filter(pl.col("quantity") > 0, blank("measured_factor"))
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="measured_factor",
        detail=pl.format("{} {}", "kind_code", QUANTITY_AS_WRITTEN),
    )


RULE = Rule(
    id="RETURN_SUPPLIER_FACTOR_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="缺少供应方实测因子",
    title_en="The supplier's factor is missing",
    reason_zh="这类电力、热力没有缺省因子；没有实测因子则在温室气体清单中为未估算（NE）。",
    reason_en=(
        "These kinds have no default factor: without a measured one they are not estimated (NE) in "
        "the GHG inventory."
    ),
    formula=(
        "a term of the line's kind and direction in method_terms, not a memo, with factor rule "
        "supplier and no factor listed (E-DLF, H-WH, H-COLD); quantity > 0, measured_factor blank"
    ),
    message_zh="{sheet} {cell}：{detail} 未填实测排放因子，在温室气体清单中按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: {detail} has no measured factor; it is not estimated (NE) in the GHG inventory."
    ),
    action_zh="请向供应方索取并填写实测排放因子。",
    action_en="Ask the supplier for the measured factor and give it.",
    check=check,
)
