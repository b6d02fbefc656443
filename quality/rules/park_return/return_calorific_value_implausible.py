"""A measured calorific value far from every default."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import parameter
from quality.rule import Rule

_WIDE = pl.Decimal(precision=38, scale=12)


def check(batch: Batch) -> pl.DataFrame:
    """Rows with a calorific value outside half the smallest to twice the largest default of their carrier."""
    factor = pl.lit(parameter(batch, "calorific_value_plausible_ratio")).cast(_WIDE)
    defaults = (
        batch.reference["fuel_parameters"]
        .filter(pl.col("parameter_code") == "net_calorific_value")
        .group_by("carrier_code")
        .agg(
            pl.col("value").cast(_WIDE).min().alias("smallest"),
            pl.col("value").cast(_WIDE).max().alias("largest"),
        )
    )
    rows = batch.tables[PARK_RETURN, "energy"].join(
        defaults, on="carrier_code", how="inner", maintain_order="left"
    )
    value = pl.col("net_calorific_value").cast(_WIDE)
    smallest, largest = plain(pl.col("smallest")), plain(pl.col("largest"))
    one = pl.col("smallest") == pl.col("largest")
    return findings(
        rows.filter((value > pl.col("largest") * factor) | (value * factor < pl.col("smallest"))),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="net_calorific_value",
        expected=pl.when(one).then(smallest).otherwise(pl.format("{}…{}", smallest, largest)),
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_CALORIFIC_VALUE_IMPLAUSIBLE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="实测热值偏离缺省值",
    title_en="The calorific value is far from the default",
    reason_zh="相差两倍以上通常是单位或小数点错误。",
    reason_en="A factor of two is usually a wrong unit or decimal point.",
    formula=(
        "net_calorific_value > calorific_value_plausible_ratio x the largest default, or times that ratio "
        "< the smallest default of the carrier in the parameter sets"
    ),
    message_zh="{sheet} {cell}：{detail} 的低位发热量 {found} 偏离缺省值 {expected} 两倍以上。",
    message_en=(
        "{sheet} {cell}: the calorific value {found} of {detail} differs from the default {expected} "
        "by more than a factor of 2."
    ),
    action_zh="请核对数值和单位（GJ/t；气体 GJ/10³m³）。",
    action_en="Check value and unit (GJ/t; gases GJ per 1000 m³).",
    check=check,
)
