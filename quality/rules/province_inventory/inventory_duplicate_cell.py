"""A row and carrier is given twice."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.duplicate import duplicate_keys
from quality.inventory import PROVINCE_INVENTORY
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Every row of the inventory that shares row code and carrier with another."""
    key = ("row_code", "carrier_code")
    return duplicate_keys(batch, RULE.id, PROVINCE_INVENTORY, "energy", key, "quantity")


RULE = Rule(
    id="INVENTORY_DUPLICATE_CELL",
    severity="error",
    scope="form",
    forms=("province_inventory",),
    tables=("energy",),
    title_zh="项目与品种重复",
    title_en="A row and carrier is given twice",
    reason_zh="两个数值不能相加，也不能替报送人取舍。",
    reason_en="Two values are not added, and the choice is not the office's.",
    formula="count of rows with this row_code and carrier_code > 1",
    message_zh="{sheet} {cell}：项目与品种的组合出现多次，见 {detail}。",
    message_en="{sheet} {cell}: this row and carrier is given more than once: {detail}.",
    action_zh="请只保留一个数值。",
    action_en="Keep one value.",
    check=check,
)
