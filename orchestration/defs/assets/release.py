"""From the built warehouse to the draft of a release."""

import dagster as dg

from lingtan.release.tables import RELEASED_TABLES
from orchestration.defs.assets.plan import planned
from orchestration.defs.resources import PlacesResource
from orchestration.operations.build import write_canonical_tables
from orchestration.operations.draft import draft_release

RELEASE = dg.AssetSpec(
    "release",
    deps=["draft"],
    group_name="release",
    description="发布：exports/releases/<方案编号>，exports/latest 指向最新一次。由人启动作业 publish 产生。"
    " The release below exports/releases; exports/latest names the newest. Made by the job publish.",
)


@dg.asset(
    deps=[table.name for table in RELEASED_TABLES],
    group_name="release",
    description="规范表：按主键排序的 Parquet，质量门检验的就是这些字节。"
    " Canonical tables: Parquet sorted by key, the very bytes that the gate judges.",
)
def canonical_tables(context: dg.AssetExecutionContext, places: PlacesResource) -> dg.MaterializeResult[None]:
    """Write the released tables of the build."""
    written = write_canonical_tables(planned(context, places))
    return dg.MaterializeResult(metadata={"rows": sum(one.row_count for one in written)})


@dg.asset(
    deps=[canonical_tables],
    group_name="release",
    description="发布草稿：规范表、DuckDB、CSV、中英文公报、证据与清单。发布由人启动作业 publish。"
    " The draft: canonical tables, DuckDB, CSV, bulletin in Chinese and English, evidence and manifest."
    " A person launches the job publish.",
)
def draft(context: dg.AssetExecutionContext, places: PlacesResource) -> dg.MaterializeResult[None]:
    """Write the draft; the gate blocks it where a required rule fails."""
    folder = planned(context, places)
    path = draft_release(places.places(), folder.plan_id)
    return dg.MaterializeResult(metadata={"plan_id": folder.plan_id, "folder": str(path)})
