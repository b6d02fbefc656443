"""Quick figures."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Covers whose figures are not final."""
    covers = batch.tables["park_return", "cover"]
    return findings(
        covers.filter(pl.col("submission_status_code") == "quick"),
        rule_id=RULE.id,
        form="park_return",
        table="cover",
        column="submission_status_code",
        expected="final",
    )


RULE = Rule(
    id="RETURN_QUICK_STATUS",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("cover",),
    title_zh="快报数据",
    title_en="Quick figures",
    reason_zh="快报采用至年报更正为止，须能看出。",
    reason_en="Quick figures are used until the final ones correct them, and one has to see it.",
    formula="submission_status_code = quick",
    message_zh="{sheet} {cell}：数据状态为“{found}”，在年报更正前按快报采用。",
    message_en=(
        "{sheet} {cell}: the status is “{found}”; the figures are used until a final return corrects them."
    ),
    action_zh="年报定稿后请以“更正”类型报送。",
    action_en="Send the final return with the kind correction.",
    check=check,
)
