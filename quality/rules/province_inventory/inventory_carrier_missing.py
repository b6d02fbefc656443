"""A fuel of the inventory without a single value."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.inventory import PROVINCE_INVENTORY, inventory_fuels
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """One finding a submission and fuel without any value, at the first cell of the table, about no row."""
    table = batch.tables[PROVINCE_INVENTORY, "energy"]
    given = pl.col("quantity").is_not_null() | pl.col("quantity__notation").is_not_null()
    names = batch.reference["carriers"].select(
        "carrier_code", pl.format("{} {}", "name_zh", "name_en").alias("carrier_name")
    )
    absent = (
        table.unique("submission_id", keep="first", maintain_order=True)
        .drop("carrier_code")
        .join(inventory_fuels(batch), how="cross", maintain_order="left_right")
        .join(table.filter(given), on=["submission_id", "carrier_code"], how="anti", maintain_order="left")
        .join(names, on="carrier_code", how="left", maintain_order="left")
    )
    return findings(
        # It is about cells that are not there: no row may be refused for it.
        absent.with_columns(
            pl.lit(None, dtype=pl.Int64).alias("row_number"), pl.lit("A1").alias("carrier_code__cell")
        ),
        rule_id=RULE.id,
        form=PROVINCE_INVENTORY,
        table="energy",
        column="carrier_code",
        found="",
        detail=pl.col("carrier_name"),
    )


RULE = Rule(
    id="INVENTORY_CARRIER_MISSING",
    severity="query",
    scope="form",
    forms=("province_inventory",),
    tables=("energy",),
    title_zh="品种数据全部缺失",
    title_en="A carrier has no value at all",
    reason_zh="整列缺失不等于零。",
    reason_en="A column without a value does not mean zero.",
    formula="carrier of the method CEADS-PROV without a quantity or notation key in any row",
    message_zh="{sheet} {cell}：品种“{detail}”没有任何数值。",
    message_en="{sheet} {cell}: carrier “{detail}” has no value at all.",
    action_zh="请填报该品种；未发生填 NO。",
    action_en="Report the carrier; NO where it does not occur.",
    check=check,
)
