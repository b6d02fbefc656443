"""A unit or park on the other side without its code."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines with a unit or park on the other side and a blank code."""
    return pl.concat(
        findings(
            batch.tables[PARK_RETURN, table].filter(
                pl.col("counterparty_kind_code").is_in(["unit", "park"]), blank("counterparty_code")
            ),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table=table,
            column="counterparty_code",
            detail=pl.col("counterparty_kind_code__text"),
        )
        for table in RULE.tables
    )


RULE = Rule(
    id="RETURN_COUNTERPARTY_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("energy", "power_heat"),
    title_zh="对方代码为空",
    title_en="The counterparty has no code",
    reason_zh="不知道对方就不能判断是否为园区内部交易。",
    reason_en="Without it nobody knows whether the exchange is internal.",
    formula="counterparty kind unit or park, counterparty_code blank",
    message_zh="{sheet} {cell}：对方类型为“{detail}”，未填对方代码。",
    message_en="{sheet} {cell}: the counterparty is a “{detail}” without a code.",
    action_zh="请填写对方单位或园区的代码。",
    action_en="Give the code of the unit or park.",
    check=check,
)
