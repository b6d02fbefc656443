"""Gas flared that was not counted before."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

COUNTED_BEFORE = ("PUR", "PRD", "C-OUT", "REC-G")


def check(batch: Batch) -> pl.DataFrame:
    """Lines FLARE whose unit has no line of the same carrier in a flow that counts it."""
    key = ["submission_id", "unit_code", "carrier_code"]
    lines = batch.tables[PARK_RETURN, "energy"].drop_nulls(key)
    counted = lines.filter(pl.col("flow_code").is_in(COUNTED_BEFORE)).select(key)
    flared = lines.filter(pl.col("flow_code") == "FLARE", pl.col("quantity") > 0)
    return findings(
        flared.join(counted, on=key, how="anti", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="quantity",
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_FLARE_NOT_COUNTED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="火炬气未曾计入",
    title_en="Flared gas was not counted before",
    reason_zh="只有已计入购进、自产、转换产出或回收的气体，火炬燃烧才计排放。",
    reason_en=(
        "Flaring counts only for gas that was counted as bought, produced, converted or recovered; its "
        "carbon is in the input else."
    ),
    formula="flow FLARE, quantity > 0, no line PUR, PRD, C-OUT or REC-G of the same unit and carrier",
    message_zh="{sheet} {cell}：火炬燃烧的 {detail}（{found}）未计入购进、自产、转换产出或回收，按零计。",
    message_en=(
        "{sheet} {cell}: flared {detail} ({found}) was not bought, produced, converted or recovered "
        "before; it counts zero."
    ),
    action_zh="如该气体曾经计量，请填报相应流向。",
    action_en="If the gas passed a meter before, report that flow.",
    check=check,
)
