"""A green certificate without its serial."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import QUANTITY_AS_WRITTEN, blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Certificates claimed whose first serial is blank."""
    rows = batch.tables[PARK_RETURN, "instruments"].filter(
        pl.col("instrument_type_code") == "green_certificate", pl.col("quantity") > 0, blank("serial_from")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="instruments",
        column="serial_from",
        detail=QUANTITY_AS_WRITTEN,
    )


RULE = Rule(
    id="RETURN_CERTIFICATE_WITHOUT_SERIAL",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="绿证缺少编号",
    title_en="A certificate without serial",
    reason_zh="没有编号的绿证不能核销，电量按电网电力计。",
    reason_en="A certificate without serial clears nothing: the power counts as grid power.",
    formula="green_certificate, quantity > 0, serial_from blank",
    message_zh="{sheet} {cell}：绿证 {detail} 未填起始编号，不予核销。",
    message_en="{sheet} {cell}: certificates of {detail} have no serial and clear nothing.",
    action_zh="请填写起始和终止编号。",
    action_en="Give the first and the last serial.",
    check=check,
)
