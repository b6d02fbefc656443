"""A certificate that was bought and may not be traded."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Certificates of a green-power trade or bought unbundled that are said not to be tradable."""
    rows = batch.tables[PARK_RETURN, "instruments"].filter(
        pl.col("instrument_type_code") == "green_certificate",
        pl.col("bundle_code").is_in(["green_trade", "unbundled"]),
        ~pl.col("is_tradable"),
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="instruments",
        column="is_tradable",
        detail=pl.col("bundle_code__text"),
    )


RULE = Rule(
    id="RETURN_CERTIFICATE_NOT_TRADABLE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="不可交易绿证填为交易取得",
    title_en="A certificate that may not be traded was bought",
    reason_zh="不可交易绿证不能转让，不予核销。",
    reason_en="A certificate that may not be traded cannot be bought and clears nothing.",
    formula="green_certificate, bundle green_trade or unbundled, is_tradable false",
    message_zh="{sheet} {cell}：取得方式为“{detail}”而可交易填为“{found}”，不予核销。",
    message_en="{sheet} {cell}: the bundle is “{detail}” and tradable is “{found}”; it clears nothing.",
    action_zh="请核对取得方式和可否交易。",
    action_en="Check the bundle and whether it may be traded.",
    check=check,
)
