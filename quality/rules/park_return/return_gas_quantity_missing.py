"""A line of a gas without the quantity its method needs."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines whose quantity cell for their method is blank, the cell that the method needs."""
    rows = batch.tables[PARK_RETURN, "other_gases"]
    return pl.concat(
        findings(
            rows.filter(pl.col("calculation_method_code").is_in(methods), blank(column)),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="other_gases",
            column=column,
            expected=pl.col("calculation_method_code__text"),
            detail=pl.col("gas_code__text"),
        )
        for column, methods in (("emitted", ["emitted"]), ("activity", ["activity", "formula"]))
    )


RULE = Rule(
    id="RETURN_GAS_QUANTITY_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("other_gases",),
    title_zh="气体数量为空",
    title_en="The quantity of a gas is missing",
    reason_zh="计算方法所需的数量为空时按未估算（NE）处理，不作零。",
    reason_en="A blank where the method needs a quantity is not estimated (NE), never zero.",
    formula="calculation method emitted: emitted blank; activity or formula: activity blank",
    message_zh="{sheet} {cell}：{detail} 的计算方法为“{expected}”，未填其数量，按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: {detail} is calculated by “{expected}” and its quantity is blank; it is not "
        "estimated (NE)."
    ),
    action_zh="请填写数量或更正计算方法；没有则填 NO。",
    action_en="Give the quantity or correct the method; NO where there is none.",
    check=check,
    version="2",
)
