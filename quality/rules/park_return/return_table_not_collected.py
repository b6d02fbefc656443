"""Kinds whose account needs a table that is not collected yet."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.power_terms import power_heat_findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of power and heat whose term carries that mark in the seed method_terms."""
    return power_heat_findings(batch, RULE.id, pl.col("not_estimated_reason_code") == "table_not_collected")


RULE = Rule(
    id="RETURN_TABLE_NOT_COLLECTED",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="所需报表尚未收集",
    title_en="The table it needs is not collected yet",
    reason_zh="自发电和储能须有发电表才能核算，现按未估算（NE）处理。",
    reason_en=(
        "Own generation and storage need the table of plants; until then they are not estimated (NE)."
    ),
    formula=(
        "not_estimated_reason_code of the line's term in method_terms = table_not_collected (E-SELF-*, "
        "E-STO), quantity > 0"
    ),
    message_zh="{sheet} {cell}：{detail} 所需报表尚未收集，{found} 按未估算（NE）处理。",
    message_en=(
        "{sheet} {cell}: the table that {detail} needs is not collected yet; {found} is not estimated (NE)."
    ),
    action_zh="无需更正；请确认类别无误。",
    action_en="Nothing to correct; confirm the kind.",
    check=check,
)
