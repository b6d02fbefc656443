"""Fossil heat sent without a measured factor."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of fossil heat sent whose measured factor is blank."""
    rows = batch.tables[PARK_RETURN, "power_heat"].filter(
        pl.col("kind_code") == "H-FOS",
        pl.col("direction_code") == "sent",
        pl.col("quantity") > 0,
        blank("measured_factor"),
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="measured_factor",
        detail=QUANTITY_AS_WRITTEN,
    )


RULE = Rule(
    id="RETURN_HEAT_SENT_WITHOUT_FACTOR",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="外供化石热力无实测因子",
    title_en="Fossil heat sent without a measured factor",
    reason_zh="外供热力的扣减应采用实测因子；缺少时用缺省值并标注。",
    reason_en=(
        "What is credited for heat sent should rest on a measured factor; without one the default is "
        "used and flagged."
    ),
    formula="kind H-FOS, direction sent, quantity > 0, measured_factor blank",
    message_zh="{sheet} {cell}：外供化石热力 {detail} 未填实测排放因子，采用缺省值。",
    message_en="{sheet} {cell}: fossil heat sent ({detail}) has no measured factor; the default is used.",
    action_zh="请填写实测排放因子（tCO2/GJ）。",
    action_en="Give the measured factor (tCO2/GJ).",
    check=check,
)
