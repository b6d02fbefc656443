"""Reductant of a furnace whose gas is recovered."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import BALANCE, PARK_RETURN, with_balance
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines FEED-R in a balance with recovered gas; `expected` is the cell of the first such line."""
    lines = with_balance(batch.tables[PARK_RETURN, "energy"]).filter(pl.col("quantity") > 0)
    recovered = (
        lines.filter(pl.col("flow_code") == "REC-G")
        .group_by(BALANCE, maintain_order=True)
        .agg(pl.col("flow_code__cell").first().alias("recovered_cell"))
    )
    reductants = lines.filter(pl.col("flow_code") == "FEED-R")
    return findings(
        reductants.join(recovered, on=BALANCE, how="inner", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="flow_code",
        expected=pl.col("recovered_cell"),
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_REDUCTANT_WITH_RECOVERED_GAS",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="回收煤气的炉窑把还原剂填为 FEED-R",
    title_en="Reductant of a furnace whose gas is recovered",
    reason_zh="回收其煤气的炉窑，焦炭和喷吹煤属加工转换投入：碳的一部分随煤气离开，其余留在平衡中。",
    reason_en=(
        "Coke and injected coal of a furnace whose gas is recovered are conversion input: part of the "
        "carbon leaves with the gas, the rest stays in the balance."
    ),
    formula="flow FEED-R and a line REC-G of the same unit and balance_code, both with quantity > 0",
    message_zh=(
        "{sheet} {cell}：{detail} 填为还原剂（FEED-R），而同一平衡中有回收气（REC-G），见 {expected}。"
    ),
    message_en=(
        "{sheet} {cell}: {detail} is a reductant (FEED-R), and gas is recovered (REC-G) in the same "
        "balance, see {expected}."
    ),
    action_zh="请改填为加工转换投入（C-IN）；没有回收煤气的，删去 REC-G 行。",
    action_en="Report it as conversion input (C-IN); where no gas is recovered, delete the line REC-G.",
    check=check,
)
