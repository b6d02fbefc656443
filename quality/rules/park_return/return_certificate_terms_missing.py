"""A green certificate that does not say how it was got, or whether it may be traded."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Certificates whose bundle is blank, and those that do not say whether they may be traded."""
    rows = batch.tables[PARK_RETURN, "instruments"].filter(
        pl.col("instrument_type_code") == "green_certificate"
    )
    return pl.concat(
        findings(
            rows.filter(blank(column)),
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="instruments",
            column=column,
            detail=pl.col("serial_from__text"),
        )
        for column in ("bundle_code", "is_tradable")
    )


RULE = Rule(
    id="RETURN_CERTIFICATE_TERMS_MISSING",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="绿证未填取得方式或可否交易",
    title_en="A certificate without bundle or tradability",
    reason_zh="不知取得方式和可否交易的绿证不予核销。",
    reason_en="A certificate clears power only where its bundle is known and it may be traded.",
    formula="green_certificate, bundle_code or is_tradable blank",
    message_zh="{sheet} {cell}：绿证“{detail}”此项为空，不予核销。",
    message_en="{sheet} {cell}: this cell of certificate “{detail}” is blank; it clears nothing.",
    action_zh="请填写取得方式和可否交易。",
    action_en="Say how it was got and whether it may be traded.",
    check=check,
)
