"""Negative consumption, which the method counts as zero."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.inventory import PROVINCE_INVENTORY, ROWS_OF_POWER_SECTOR, enters_account, inventory_quantities
from quality.rule import Rule

POWER_SECTOR = "S39"


def check(batch: Batch) -> pl.DataFrame:
    """Cells of final consumption that make a negative activity."""
    cells = inventory_quantities(batch)
    transformation = (
        cells.filter(pl.col("row_code").is_in(ROWS_OF_POWER_SECTOR))
        .group_by("submission_id", "carrier_code")
        .agg(pl.col("canonical_quantity").sum().alias("transformed"))
        .with_columns(pl.lit(POWER_SECTOR).alias("row_code"))
    )
    activity = pl.col("canonical_quantity") + pl.col("transformed").fill_null(0)
    rows = (
        cells.filter(pl.col("row_kind_code") == "final_consumption", enters_account())
        .join(
            transformation,
            on=["submission_id", "carrier_code", "row_code"],
            how="left",
            maintain_order="left",
        )
        .filter(activity < 0)
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PROVINCE_INVENTORY,
        table="energy",
        column="quantity",
        expected="≥ 0",
        detail=pl.format(
            "{}, {}: {} {}",
            pl.col("row_code__text"),
            pl.col("carrier_code__text"),
            plain(activity),
            "canonical_unit_code",
        ),
    )


RULE = Rule(
    id="INVENTORY_NEGATIVE_CONSUMPTION",
    severity="query",
    scope="form",
    forms=("province_inventory",),
    tables=("energy",),
    title_zh="终端消费为负",
    title_en="Final consumption is negative",
    reason_zh="负的消费量按零计入排放；它通常是平衡差额。",
    reason_en="Negative consumption counts as zero in the account; it is usually a balancing item.",
    formula=(
        "row S01…S47 of a fuel of CEADS-PROV, quantity < 0; S39 together with TP and HS; other "
        "petroleum products, whose final consumption does not enter, are not judged"
    ),
    message_zh="{sheet} {cell}：填写为 {found}，活动水平为负（{detail}），按零计算。",
    message_en="{sheet} {cell}: {found} makes a negative activity ({detail}); it counts as zero.",
    action_zh="请核对；如有更正，请报送更正版。",
    action_en="Check it; send a correction if there is one.",
    check=check,
)
