"""Recovered gas whose carbon no balance counted before."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import BALANCE, PARK_RETURN, with_balance
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines REC-G without a balance, or in one that holds neither C-IN nor a process line."""
    lines = with_balance(batch.tables[PARK_RETURN, "energy"])
    process = with_balance(batch.tables[PARK_RETURN, "process"])
    carriers = pl.concat(
        [lines.filter(pl.col("flow_code") == "C-IN").select(BALANCE), process.select(BALANCE)]
    )
    carriers = carriers.filter(pl.col("balance") != "")
    recovered = lines.filter(pl.col("flow_code") == "REC-G", pl.col("quantity") > 0)
    return findings(
        recovered.join(carriers, on=BALANCE, how="anti", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="balance_code",
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_RECOVERED_WITHOUT_BALANCE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy", "process"),
    title_zh="回收气体未进入平衡",
    title_en="Recovered gas is in no balance",
    reason_zh="回收能只有在其碳已由投入或过程计入时才可扣减，否则为未估算（NE）。",
    reason_en=(
        "Recovered carbon is deducted only where an input or a process counted it before; else it is "
        "not estimated (NE)."
    ),
    formula=(
        "flow REC-G, quantity > 0, and balance_code blank or no line C-IN and no process line of the "
        "same unit and balance_code"
    ),
    message_zh=(
        "{sheet} {cell}：回收的 {detail} 未对应平衡中的投入或过程行（平衡代码“{found}”），"
        "按未估算（NE）处理。"
    ),
    message_en=(
        "{sheet} {cell}: recovered {detail} has no input or process line in its balance (“{found}”); "
        "not estimated (NE)."
    ),
    action_zh="请填写平衡代码，并填报同一平衡的投入或过程行。",
    action_en="Give the balance code, and report an input or process line of the same balance.",
    check=check,
)
