"""Energy per unit of product above the second level of its standard."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Products whose energy per unit exceeds the second-level limit."""
    return findings(
        batch.tables[PARK_RETURN, "product_energy"].filter(
            pl.col("energy_per_unit") > pl.col("second_level_limit")
        ),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="product_energy",
        column="energy_per_unit",
        expected=pl.format("≤ {}", "second_level_limit__text"),
        detail=pl.format("{}, {}", "product_name", pl.col("standard_number").fill_null("")),
    )


RULE = Rule(
    id="RETURN_PRODUCT_ENERGY_ABOVE_LIMIT",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("product_energy",),
    title_zh="单位产品能耗高于 2 级",
    title_en="Energy per unit above the second level",
    reason_zh="建设要求产品能耗达到限额 2 级；如实填报即可。",
    reason_en="Construction asks for the second level of the limit; what is true is reported.",
    formula="energy_per_unit > second_level_limit",
    message_zh="{sheet} {cell}：{detail} 的单位产品能耗 {found} 高于限额 2 级（{expected}）。",
    message_en=(
        "{sheet} {cell}: energy per unit of {detail} is {found}, above the second level ({expected})."
    ),
    action_zh="请确认数值和单位（kgce/产量单位）。",
    action_en="Confirm the value and its unit (kgce per unit of output).",
    check=check,
)
