"""Waste heat and cold, on which the method is silent."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.power_terms import power_heat_findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of power and heat whose term carries that mark in the seed method_terms."""
    return power_heat_findings(batch, RULE.id, pl.col("finding_code") == "kind_not_in_method")


RULE = Rule(
    id="RETURN_HEAT_KIND_NOT_IN_METHOD",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="核算方法未规定该类别",
    title_en="The method is silent on this kind",
    reason_zh="附件未规定余热和供冷的因子，按化石热力因子计算并标注。",
    reason_en=("The annex names no factor for waste heat and cold: that of fossil heat is used and flagged."),
    formula=(
        "finding_code of the line's term in method_terms = kind_not_in_method (H-WH, H-COLD), quantity > 0"
    ),
    message_zh="{sheet} {cell}：核算方法未规定 {detail}，{found} 按化石热力因子计算。",
    message_en=(
        "{sheet} {cell}: the method is silent on {detail}; {found} is counted with the factor of fossil heat."
    ),
    action_zh="如有依据，请在备注中说明。",
    action_en="Say in the remark on what evidence it could be otherwise.",
    check=check,
)
