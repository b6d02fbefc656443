"""What a plant generated and what became of it differ."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import tolerance
from quality.quantity import QUANTITY, differs, with_known
from quality.rule import Rule

_USES = ("self_used", "sent_to_grid", "sent_to_unit")
_STORAGE = ("storage_in", "storage_out")


def check(batch: Batch) -> pl.DataFrame:
    """Lines of generation whose uses do not add up to what was generated; storage as such is left out."""
    storage = batch.reference["generation_technologies"].filter(pl.col("kind_code") == "E-STO")
    rows = with_known(batch.tables[PARK_RETURN, "generation"], batch, ("generated", *_USES, *_STORAGE)).join(
        storage.select("technology_code"), on="technology_code", how="anti", maintain_order="left"
    )
    # A plant without storage leaves both cells of it blank.
    into, out = (
        pl.when(blank(column)).then(pl.lit(0)).otherwise(pl.col(f"{column}_known")) for column in _STORAGE
    )
    used = (
        pl.col("self_used_known") + pl.col("sent_to_grid_known") + pl.col("sent_to_unit_known") + into - out
    )
    rows = rows.with_columns(used.cast(QUANTITY).alias("used"))
    return findings(
        rows.filter(differs(pl.col("generated_known"), pl.col("used"), tolerance(batch))),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="generation",
        column="generated",
        found=plain(pl.col("generated_known")),
        expected=plain(pl.col("used")),
        detail=pl.col("plant_code__text"),
    )


RULE = Rule(
    id="RETURN_GENERATION_DOES_NOT_BALANCE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("generation",),
    title_zh="发电量与去向不平",
    title_en="Generation and its uses differ",
    reason_zh="发电量等于自用、上网、供其他单位与净充电量之和；弃电不计入发电量。",
    reason_en="What was generated was used, sent or stored; what was curtailed is outside.",
    formula=(
        "|generated − (self_used + sent_to_grid + sent_to_unit + storage_in − storage_out)| > "
        "check_tolerance_ratio x the larger, in MWh; NO and NA count as none, blank storage as no "
        "storage; not judged where another item is blank, NE, IE or C, nor for storage as technology"
    ),
    message_zh="{sheet} {cell}：电站 {detail} 的发电量 {found} MWh 与去向合计 {expected} MWh 不符。",
    message_en=(
        "{sheet} {cell}: plant {detail} generated {found} MWh, but its uses add up to {expected} MWh."
    ),
    action_zh="请核对发电量、自用、上网、供其他单位及充放电量。",
    action_en="Check what was generated, used, sent, charged and discharged.",
    check=check,
)
