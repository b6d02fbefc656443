"""A counterparty on an energy line that is neither bought nor sold."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Energy lines with a counterparty and a flow other than bought and sold."""
    rows = batch.tables[PARK_RETURN, "energy"].filter(
        pl.col("counterparty_kind_code").is_not_null(), ~pl.col("flow_code").is_in(["PUR", "SAL"])
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="counterparty_kind_code",
        detail=pl.col("flow_code__text"),
    )


RULE = Rule(
    id="RETURN_COUNTERPARTY_NOT_USED",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="对方信息未使用",
    title_en="The counterparty is not used",
    reason_zh="园区间往来只按购进、售出两种流向核对。",
    reason_en="Flows between parks are compared by what was bought and sold alone.",
    formula="energy: counterparty_kind_code given and flow_code ∉ {PUR, SAL}",
    message_zh="{sheet} {cell}：流向“{detail}”不核对对方，“{found}”未使用。",
    message_en="{sheet} {cell}: the flow “{detail}” has no counterparty; “{found}” is not used.",
    action_zh="请把对方填在该品种的购进或售出行。",
    action_en="Name the counterparty on the line of what was bought or sold.",
    check=check,
)
