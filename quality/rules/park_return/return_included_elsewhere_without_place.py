"""Included elsewhere, without saying where."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of completeness with IE and a blank place."""
    rows = batch.tables[PARK_RETURN, "completeness"].filter(
        pl.col("completeness_code") == "IE", blank("included_where")
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="completeness",
        column="included_where",
        detail=pl.col("source_category_code__text"),
    )


RULE = Rule(
    id="RETURN_INCLUDED_ELSEWHERE_WITHOUT_PLACE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("completeness",),
    title_zh="IE 未说明已含于何处",
    title_en="Included elsewhere, without saying where",
    reason_zh="不知道含于何处就不能排除重复或遗漏。",
    reason_en="Without the place neither a gap nor a double count can be ruled out.",
    formula="completeness_code = IE, included_where blank",
    message_zh="{sheet} {cell}：源类别“{detail}”为 IE，未填已含于何处。",
    message_en="{sheet} {cell}: category “{detail}” is IE without the place it is included in.",
    action_zh="请填写已含于何处。",
    action_en="Say where it is included.",
    check=check,
)
