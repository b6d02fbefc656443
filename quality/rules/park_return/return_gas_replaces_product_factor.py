"""A reported gas of anode effects, which a product factor would give too."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of anode effects whose unit makes a product that has a factor of the same gas."""
    factors = batch.reference["emission_factors"].select("purpose_code", "activity_code", "gas_code")
    gases = (
        batch.reference["process_product_factors"]
        .join(factors, on=["purpose_code", "activity_code"], how="inner")
        .select("product_code", "gas_code")
        .unique()
    )
    products = (
        batch.tables[PARK_RETURN, "process"]
        .join(gases, on="product_code", how="inner")
        .select("submission_id", "unit_code", "gas_code")
        .drop_nulls()
    )
    rows = (
        batch.tables[PARK_RETURN, "other_gases"]
        .filter(pl.col("source_code") == "anode_effect")
        .join(products, on=["submission_id", "unit_code", "gas_code"], how="semi", maintain_order="left")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="other_gases",
        column="gas_code",
        detail=pl.col("unit_code"),
    )


RULE = Rule(
    id="RETURN_GAS_REPLACES_PRODUCT_FACTOR",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("other_gases", "process"),
    title_zh="阳极效应气体替代产品因子",
    title_en="A reported gas takes the place of a product factor",
    reason_zh="同一排放只计一次：已填报阳极效应气体的，不再用产品因子计算。",
    reason_en=(
        "Counted once: where the gas of anode effects is reported, the product factor does not apply."
    ),
    formula=(
        "source anode_effect, and a process line of the same unit whose product has a factor of this gas"
    ),
    message_zh="{sheet} {cell}：单位 {detail} 的 {found} 采用填报值，不再按产品因子计算。",
    message_en=(
        "{sheet} {cell}: {found} of unit {detail} is taken as reported; the product factor is not "
        "applied to it."
    ),
    action_zh="无需更正。",
    action_en="Nothing to correct.",
    check=check,
)
