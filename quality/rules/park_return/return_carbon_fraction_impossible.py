"""More carbon in a tonne of fuel than its chemistry allows."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.quantity import carrier_dimensions
from quality.rule import Rule

_WIDE = pl.Decimal(precision=38, scale=12)


def check(batch: Batch) -> pl.DataFrame:
    """Rows with both measured parameters whose product is above the bound."""
    # The calorific value is in GJ, the carbon content per TJ; both are in the list of units.
    terajoule = batch.reference["units"].filter(pl.col("unit_code") == "TJ")["multiplier"]
    gj_per_tj = pl.lit(terajoule.item()).cast(_WIDE)
    bounds = batch.reference["carriers"].select(
        "carrier_code", pl.col("max_carbon_mass_fraction").cast(_WIDE).fill_null(1).alias("bound")
    )
    by_mass = carrier_dimensions(batch).filter(pl.col("carrier_dimension_code") == "mass")
    rows = (
        batch.tables[PARK_RETURN, "energy"]
        .join(by_mass, on="carrier_code", how="semi", maintain_order="left")
        .join(bounds, on="carrier_code", how="inner", maintain_order="left")
    )
    carbon = pl.col("net_calorific_value").cast(_WIDE) * pl.col("carbon_content").cast(_WIDE)
    return findings(
        rows.filter(carbon > pl.col("bound") * gj_per_tj),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="carbon_content",
        found=plain(carbon / gj_per_tj),
        expected=plain(pl.col("bound")),
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_CARBON_FRACTION_IMPOSSIBLE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="含碳量超过化学上限",
    title_en="More carbon than chemistry allows",
    reason_zh="一吨燃料含碳不能超过一吨，已知品种还有更低的上限。",
    reason_en="A tonne of fuel holds at most a tonne of carbon, some carriers less.",
    formula=(
        "carrier measured by mass: net_calorific_value x carbon_content / 1000 > "
        "max_carbon_mass_fraction of the carrier, or 1 where none is known"
    ),
    message_zh=(
        "{sheet} {cell}：{detail} 的热值与单位热值含碳量之积为每吨 {found} 吨碳，上限为 {expected}。"
    ),
    message_en=(
        "{sheet} {cell}: calorific value and carbon content of {detail} give {found} t of carbon a "
        "tonne; at most {expected}."
    ),
    action_zh="请核对低位发热量和单位热值含碳量。",
    action_en="Check the calorific value and the carbon content.",
    check=check,
)
