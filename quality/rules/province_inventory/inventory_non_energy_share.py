"""Non-energy use above the consumption it is taken from."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, findings, plain
from quality.inventory import PROVINCE_INVENTORY, inventory_quantities
from quality.rule import Rule

#: Chemicals to plastics: the sectors whose consumption holds the non-energy use.
SECTORS = ("S22", "S23", "S24", "S25", "S26")
NON_ENERGY_USE = "NEU"


def check(batch: Batch) -> pl.DataFrame:
    """Cells of non-energy use whose share of the five sectors is above one, or has no denominator."""
    cells = inventory_quantities(batch)
    key = ["submission_id", "carrier_code"]
    consumption = (
        cells.filter(pl.col("row_code").is_in(SECTORS))
        .group_by(key)
        .agg(pl.col("canonical_quantity").sum().alias("consumption"))
    )
    rows = (
        cells.filter(pl.col("row_code") == NON_ENERGY_USE)
        .join(consumption, on=key, how="left", maintain_order="left")
        .with_columns(pl.col("consumption").fill_null(0))
    )
    use, total = pl.col("canonical_quantity"), pl.col("consumption")
    # Cross-multiplied: 1 − use/total < 0 without a division.
    above = ((total > 0) & (use > total)) | ((total < 0) & (use < total)) | ((total == 0) & (use != 0))
    return findings(
        rows.filter(above),
        rule_id=RULE.id,
        form=PROVINCE_INVENTORY,
        table="energy",
        column="quantity",
        found=pl.format("{} = {} {}", QUANTITY_AS_WRITTEN, plain(use), "canonical_unit_code"),
        expected=pl.format("{} {}", plain(total), "canonical_unit_code"),
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="INVENTORY_NON_ENERGY_SHARE",
    severity="query",
    scope="form",
    forms=("province_inventory",),
    tables=("energy",),
    title_zh="非能源利用大于消费量",
    title_en="Non-energy use exceeds consumption",
    reason_zh="非能源利用从五个行业的消费量中扣除；超出部分按零计。",
    reason_en=(
        "Non-energy use is taken from the consumption of five sectors; what exceeds it counts as zero."
    ),
    formula=(
        "Σ = final consumption of S22…S26 of a fuel of CEADS-PROV; 1 − NEU/Σ < 0, or Σ = 0 and NEU ≠ "
        "0; exact at 6 decimals in canonical units"
    ),
    message_zh="{sheet} {cell}：{detail} 的非能源利用 {found} 超出五个行业的终端消费 {expected}。",
    message_en=(
        "{sheet} {cell}: non-energy use {found} of {detail} exceeds the final consumption {expected} "
        "of the five sectors."
    ),
    action_zh="请核对非能源利用量和行业消费量。",
    action_en="Check non-energy use and the consumption of the sectors.",
    check=check,
)
