"""Feedstock whose carbon no process line carries."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

FEEDSTOCK_FLOWS = ("FEED", "FEED-R")


def check(batch: Batch) -> pl.DataFrame:
    """Lines of feedstock and reductants that name no process line of the same submission."""
    process = batch.tables[PARK_RETURN, "process"].select(
        "submission_id", pl.col("line_id").alias("carried_by_line")
    )
    feedstock = batch.tables[PARK_RETURN, "energy"].filter(
        pl.col("flow_code").is_in(FEEDSTOCK_FLOWS), pl.col("quantity") > 0
    )
    return findings(
        feedstock.join(process, on=["submission_id", "carried_by_line"], how="anti", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="carried_by_line",
        detail=pl.format("{} {}", pl.col("carrier_code__text").fill_null(""), "flow_code"),
    )


RULE = Rule(
    id="RETURN_FEEDSTOCK_NOT_CARRIED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy", "process"),
    title_zh="原料用能未对应过程行",
    title_en="Feedstock is not carried by a process line",
    reason_zh="原料中的碳由过程核算；没有过程行则该项为未估算（NE），不是零。",
    reason_en=("Its carbon is accounted in a process; without one the term is not estimated (NE), not zero."),
    formula="flow FEED or FEED-R, quantity > 0, carried_by_line ∉ line_id of table process",
    message_zh="{sheet} {cell}：{detail} 的碳承载过程行“{found}”不存在，该项按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: {detail} names no existing process line (“{found}”); the term is not estimated (NE)."
    ),
    action_zh="请填写承载该碳的工业过程行号。",
    action_en="Give the number of the process line that carries the carbon.",
    check=check,
)
