"""Green claims that were not cleared against certificates."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.power_terms import power_heat_findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Lines of power and heat whose term carries that mark in the seed method_terms."""
    return power_heat_findings(batch, RULE.id, pl.col("finding_code") == "not_cleared")


RULE = Rule(
    id="RETURN_GREEN_POWER_NOT_CLEARED",
    severity="info",
    scope="form",
    forms=("park_return",),
    tables=("power_heat",),
    title_zh="绿电、绿证尚未核销",
    title_en="Green claims are not cleared",
    reason_zh="证书表尚未收集，绿电按填报采用并标注。",
    reason_en="Certificates are not collected yet: green claims count as reported and are flagged.",
    formula="finding_code of the line's term in method_terms = not_cleared (E-GT, E-GEC), quantity > 0",
    message_zh="{sheet} {cell}：{detail} 的绿电 {found} 按填报采用，尚未与证书核销。",
    message_en=(
        "{sheet} {cell}: green power of {found} ({detail}) is used as reported and not cleared against "
        "certificates."
    ),
    action_zh="请保存交易凭证和证书编号，以备核销。",
    action_en="Keep the contracts and certificate serials for clearing.",
    check=check,
)
