"""A balance of a gas that comes out below zero."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.quantity import with_known
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose stocks, purchases, charges and recoveries leave less than nothing emitted."""
    items = ("opening_stock", "bought", "charge_increase", "recovered", "closing_stock")
    opening, bought, charged, recovered, closing = (pl.col(f"{item}_known") for item in items)
    rows = (
        with_known(batch.tables[PARK_RETURN, "other_gases"], batch, items)
        .filter(pl.col("calculation_method_code") == "balance")
        .with_columns((opening + bought - charged - recovered - closing).alias("emission"))
    )
    return findings(
        rows.filter(pl.col("emission") < 0),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="other_gases",
        column="closing_stock",
        found=plain(pl.col("emission")),
        expected="≥ 0",
        detail=pl.col("gas_code__text"),
    )


RULE = Rule(
    id="RETURN_GAS_BALANCE_NEGATIVE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="气体平衡为负",
    title_en="A balance of a gas is negative",
    reason_zh="排放量不会小于零；负值按填报计入并标注。",
    reason_en="An emission is not below zero; a negative one is counted as it is and flagged.",
    formula=(
        "opening_stock + bought − charge_increase − recovered − closing_stock < 0, in t; NO and NA "
        "count as none; not judged where an item is blank, NE, IE or C"
    ),
    message_zh="{sheet} {cell}：{detail} 的平衡为 {found} t，应 {expected}。",
    message_en="{sheet} {cell}: the balance of {detail} is {found} t, expected {expected}.",
    action_zh="请核对期初、期末库存、购入、充装和回收量。",
    action_en="Check stocks, purchases, charges and what was recovered.",
    check=check,
)
