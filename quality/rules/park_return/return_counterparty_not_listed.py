"""A unit of the park on the other side that is not listed, or is the unit itself."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines that name as counterparty a unit which is not another one of the submission's list."""
    listed = batch.tables[PARK_RETURN, "units"].select(
        "submission_id", pl.col("unit_code").alias("counterparty_code"), pl.lit(value=True).alias("is_listed")
    )
    return pl.concat(
        _of_table(batch.tables[PARK_RETURN, table], table, listed) for table in ("energy", "power_heat")
    )


def _of_table(lines: pl.DataFrame, table: str, listed: pl.DataFrame) -> pl.DataFrame:
    rows = (
        lines.filter(pl.col("counterparty_kind_code") == "unit", pl.col("counterparty_code").is_not_null())
        .join(listed.unique(), on=["submission_id", "counterparty_code"], how="left", maintain_order="left")
        .filter(
            pl.col("is_listed").is_null()
            | (pl.col("counterparty_code") == pl.col("unit_code")).fill_null(value=False)
        )
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table=table,
        column="counterparty_code",
        detail=pl.col("unit_code__text"),
    )


RULE = Rule(
    id="RETURN_COUNTERPARTY_NOT_LISTED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy", "power_heat", "units"),
    title_zh="对方单位未列入名录",
    title_en="The counterparty is not a listed unit",
    reason_zh="园区内交易按名录识别；未列入的单位视为园区外。",
    reason_en="Internal exchange is recognised by the list; a unit that is not listed counts as outside.",
    formula="counterparty kind unit, counterparty_code ∉ other unit_code of table units",
    message_zh="{sheet} {cell}：对方单位“{found}”不在单位名录中或为本单位（{detail}），按园区外处理。",
    message_en=(
        "{sheet} {cell}: counterparty “{found}” is not another listed unit ({detail}); it counts as "
        "outside the park."
    ),
    action_zh="请更正对方代码，或改选对方类型“园区外单位”。",
    action_en="Correct the code, or choose the kind “unit outside”.",
    check=check,
)
