"""Output of a conversion that has no input."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import BALANCE, PARK_RETURN, with_balance
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines C-OUT whose balance holds no line C-IN."""
    lines = with_balance(batch.tables[PARK_RETURN, "energy"])
    inputs = lines.filter(pl.col("flow_code") == "C-IN").select(BALANCE)
    outputs = lines.filter(pl.col("flow_code") == "C-OUT", pl.col("quantity") > 0)
    return findings(
        outputs.join(inputs, on=BALANCE, how="anti", maintain_order="left"),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="energy",
        column="quantity",
        detail=pl.format("{} {}", "unit_code", "balance").str.strip_chars(),
    )


RULE = Rule(
    id="RETURN_BALANCE_OUTPUT_WITHOUT_INPUT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy",),
    title_zh="加工转换有产出无投入",
    title_en="Conversion output without input",
    reason_zh="没有投入的产出会成为负排放。",
    reason_en="Output without input would be a negative emission.",
    formula="flow C-OUT, quantity > 0, no line C-IN of the same unit and balance_code",
    message_zh="{sheet} {cell}：平衡“{detail}”有产出 {found}，但没有加工转换投入（C-IN）。",
    message_en=(
        "{sheet} {cell}: balance “{detail}” has an output of {found} and no conversion input (C-IN)."
    ),
    action_zh="请填报同一平衡的投入行，或更正平衡代码。",
    action_en="Report the input of the same balance, or correct the balance code.",
    check=check,
)
