"""One gas both as recovered and as output of the same balance."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import BALANCE, PARK_RETURN, with_balance
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines REC-G with an output of the same carrier in their balance; `expected` is the output's cell."""
    key = [*BALANCE, "carrier_code"]
    lines = with_balance(batch.tables[PARK_RETURN, "energy"]).filter(pl.col("quantity") > 0)
    outputs = (
        lines.filter(pl.col("flow_code") == "C-OUT")
        .group_by(key, maintain_order=True)
        .agg(pl.col("flow_code__cell").str.join(", ").alias("output_cells"))
    )
    recovered = lines.filter(pl.col("flow_code") == "REC-G")
    return findings(
        recovered.join(outputs, on=key, how="inner", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="flow_code",
        expected=pl.col("output_cells"),
        detail=pl.col("carrier_code__text"),
    )


RULE = Rule(
    id="RETURN_RECOVERED_AND_OUTPUT",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="同一气体既作回收又作产出",
    title_en="One carrier is both recovered and output",
    reason_zh="同一吨碳只能扣减一次。",
    reason_en="A tonne of carbon is deducted once.",
    formula="flow REC-G and a line C-OUT with quantity > 0 of the same unit, balance_code and carrier",
    message_zh=(
        "{sheet} {cell}：{detail} 在同一平衡中既为回收（REC-G）又为加工转换产出（C-OUT），见 {expected}。"
    ),
    message_en=(
        "{sheet} {cell}: {detail} is both recovered (REC-G) and conversion output (C-OUT) of one "
        "balance, see {expected}."
    ),
    action_zh="请只保留其中一种流向。",
    action_en="Keep one of the two flows.",
    check=check,
)
