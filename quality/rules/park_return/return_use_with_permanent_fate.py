"""CO2 that is used and said to be stored for good."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of CO2 used whose fate is permanent."""
    rows = batch.tables[PARK_RETURN, "removals"].filter(
        pl.col("removal_type_code") == "ccu", pl.col("fate_code").is_in(["geological", "mineralised"])
    )
    return findings(rows, rule_id=RULE.id, form=PARK_RETURN, table="removals", column="fate_code")


RULE = Rule(
    id="RETURN_USE_WITH_PERMANENT_FATE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("removals",),
    title_zh="利用的二氧化碳填为永久封存",
    title_en="Used CO2 is said to be stored for good",
    reason_zh="利用的二氧化碳一般会再释放；永久封存应填为封存（ccs）。",
    reason_en="CO2 that is used is released again as a rule; what is stored for good is ccs.",
    formula="removal type ccu, fate geological or mineralised",
    message_zh="{sheet} {cell}：利用（ccu）的去向为“{found}”，按永久封存计。",
    message_en=(
        "{sheet} {cell}: used CO2 (ccu) has the permanent fate “{found}”; it counts as stored for good."
    ),
    action_zh="请确认去向；如为封存，请更正类型。",
    action_en="Confirm the fate; correct the type where it is storage.",
    check=check,
)
