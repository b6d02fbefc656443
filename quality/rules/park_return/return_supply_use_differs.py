"""Supply and use of a fuel that do not meet."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import tolerance
from quality.quantity import differs, with_quantity
from quality.rule import Rule

SUPPLY = ("OPN", "PUR", "PRD", "C-OUT", "PREP-OUT", "REC-G")
USE = (
    *("FIN", "T-PWR", "T-HEAT", "FEED", "FEED-R", "NEU", "C-IN", "PREP-IN", "LOSS", "FLARE"),
    *("SAL", "CLS"),
)


def check(batch: Batch) -> pl.DataFrame:
    """The first line PUR of each unit and fuel whose balance does not close."""
    fuels = batch.reference["carriers"].filter(pl.col("is_fuel") == "true").select("carrier_code")
    lines = with_quantity(batch.tables[PARK_RETURN, "energy"], batch).join(
        fuels, on="carrier_code", how="semi", maintain_order="left"
    )
    key = ["submission_id", "unit_code", "carrier_code"]
    is_supply, is_use = pl.col("flow_code").is_in(SUPPLY), pl.col("flow_code").is_in(USE)
    unknown = pl.col("canonical_quantity").is_null() & (is_supply | is_use)
    no_quantity = unknown & ~pl.col("quantity__notation").is_in(["NO", "NA"]).fill_null(value=False)
    sums = lines.with_columns(
        pl.col("canonical_quantity").filter(is_supply).sum().over(key).alias("supply"),
        pl.col("canonical_quantity").filter(is_use).sum().over(key).alias("use"),
        is_use.any().over(key).alias("has_use"),
        no_quantity.any().over(key).alias("is_unknown"),
        (pl.col("dimension_code").n_unique().over(key) > 1).alias("is_mixed"),
    ).filter(
        pl.col("flow_code") == "PUR",
        pl.col("has_use"),
        ~pl.col("is_unknown"),
        ~pl.col("is_mixed"),
        differs(pl.col("supply"), pl.col("use"), tolerance(batch)),
    )
    return findings(
        sums.unique(key, keep="first", maintain_order=True),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="quantity",
        found=plain(pl.col("supply")),
        expected=plain(pl.col("use")),
        detail=pl.format("{}, {}", "unit_code", pl.col("carrier_code__text")),
    )


RULE = Rule(
    id="RETURN_SUPPLY_USE_DIFFERS",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="收支不平",
    title_en="Supply and use differ",
    reason_zh="同一品种的来源与去向应相等。",
    reason_en="What came in of a carrier equals what became of it.",
    formula=(
        "fuel of a unit with PUR and FIN or another use reported, every line a number: |OPN + PUR + "
        "PRD + C-OUT + PREP-OUT + REC-G − (FIN + T-PWR + T-HEAT + FEED + FEED-R + NEU + C-IN + PREP-IN "
        "+ LOSS + FLARE + SAL + CLS)| > check_tolerance_ratio x the larger"
    ),
    message_zh="{sheet} {cell}：来源合计 {found} 与去向合计 {expected} 相差过大（{detail}）。",
    message_en="{sheet} {cell}: supply {found} and use {expected} differ too much ({detail}).",
    action_zh="请核对购进、库存、消费和售出量。",
    action_en="Check what was bought, stocked, used and sold.",
    check=check,
    version="2",
)
