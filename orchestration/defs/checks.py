"""The publication gate as Dagster shows it: it blocks the draft, and publishing enforces it again (L5)."""

import dagster as dg

from orchestration.defs.assets.plan import planned
from orchestration.defs.assets.release import canonical_tables
from orchestration.defs.resources import PlacesResource
from orchestration.operations.gate import judge_build


@dg.asset_check(
    asset=canonical_tables,
    blocking=True,
    description="质量门：每条必需规则都有针对这些字节的通过证据。"
    " The gate: every required rule has evidence, about exactly these bytes, that it passed.",
)
def gate(context: dg.AssetCheckExecutionContext, places: PlacesResource) -> dg.AssetCheckResult:
    """Run the suites, store the evidence, decide."""
    decision = judge_build(places.places(), planned(context, places).plan_id)
    reasons = [f"{reason.zh} | {reason.en}" for reason in decision.reasons]
    flagged = [f"{flag.zh} | {flag.en}" for flag in decision.flagged]
    return dg.AssetCheckResult(
        passed=decision.passed,
        metadata={"reasons": "\n".join(reasons) or "-", "flagged": "\n".join(flagged) or "-"},
    )
