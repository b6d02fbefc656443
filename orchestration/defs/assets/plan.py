"""What exactly goes into a release."""

import dagster as dg

from lingtan.release.build_folder import BuildFolder
from orchestration.defs.resources import PlacesResource
from orchestration.operations.build import build_folder
from orchestration.operations.plan import plan_release

PLAN_ID = "plan_id"


@dg.asset(
    deps=["lake"],
    group_name="plan",
    description="方案：锁定进入发布的报送、因子、方法、设置与代码。"
    " The plan: submissions, factors, methods, settings and code that go into a release, by hash.",
)
def plan(places: PlacesResource) -> dg.MaterializeResult[None]:
    """Plan everything accepted so far; the same content gives the same plan."""
    made = plan_release(places.places())
    return dg.MaterializeResult(
        metadata={PLAN_ID: made.plan_id, "years": made.years_text, "submissions": made.submission_count}
    )


def planned(
    context: dg.AssetExecutionContext | dg.AssetCheckExecutionContext, places: PlacesResource
) -> BuildFolder:
    """The folder of the plan that this run, or the newest run before it, made.

    Raises:
        dg.Failure: no plan was materialised in this instance.
    """
    event = context.instance.get_latest_materialization_event(dg.AssetKey("plan"))
    materialization = event.asset_materialization if event else None
    if materialization is None:
        raise dg.Failure(
            "尚无方案；请先运行资产 plan。 There is no plan yet; materialise the asset plan first."
        )
    return build_folder(places.places(), str(materialization.metadata[PLAN_ID].value))
