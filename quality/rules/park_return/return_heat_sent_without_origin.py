"""Heat sent without saying whether it is own or resold."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of heat sent above zero whose origin is blank."""
    heat = batch.reference["power_heat_kinds"].filter(pl.col("carrier_code") == "heat").select("kind_code")
    rows = (
        batch.tables[PARK_RETURN, "power_heat"]
        .join(heat, on="kind_code", how="semi", maintain_order="left")
        .filter(pl.col("direction_code") == "sent", pl.col("quantity") > 0, blank("supply_origin_code"))
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="supply_origin_code",
        detail=pl.format("{} {}", "kind_code", QUANTITY_AS_WRITTEN),
    )


RULE = Rule(
    id="RETURN_HEAT_SENT_WITHOUT_ORIGIN",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="外供热力未填来源",
    title_en="Heat sent without its origin",
    reason_zh="自产与转供热力在温室气体清单中核算不同；未填则该项为未估算（NE）。",
    reason_en=(
        "Own and resold heat are accounted differently in the inventory; without the origin the term "
        "is not estimated (NE)."
    ),
    formula="kind of heat, direction sent, quantity > 0, supply_origin_code blank",
    message_zh="{sheet} {cell}：外供 {detail} 未填外供来源，在温室气体清单中按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: {detail} sent does not say its origin; it is not estimated (NE) in the GHG "
        "inventory."
    ),
    action_zh="请填写自产或转供。",
    action_en="Say own generation or resold.",
    check=check,
)
