"""An offset that was not retired."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Offsets above zero without the day of their retirement, or without serial; one finding a line."""
    rows = batch.tables[PARK_RETURN, "instruments"].filter(
        pl.col("instrument_type_code") == "offset", pl.col("quantity") > 0
    )
    return pl.concat(
        findings(
            rows.filter(condition),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="instruments",
            column=column,
            detail=QUANTITY_AS_WRITTEN,
        )
        for column, condition in (
            ("retired_on", blank("retired_on")),
            ("serial_from", ~blank("retired_on") & blank("serial_from")),
        )
    )


RULE = Rule(
    id="RETURN_OFFSET_WITHOUT_RETIREMENT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="抵销未注销",
    title_en="An offset was not retired",
    reason_zh="未注销或没有编号的抵销不计入。",
    reason_en="An offset counts only where it was retired and has serials.",
    formula="offset, quantity > 0, retired_on blank, or serial_from blank",
    message_zh="{sheet} {cell}：抵销 {detail} 此项为空，不计入。",
    message_en="{sheet} {cell}: this cell of the offset of {detail} is blank; it does not count.",
    action_zh="请填写注销日期和编号。",
    action_en="Give the day of retirement and the serials.",
    check=check,
)
