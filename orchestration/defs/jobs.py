"""The two jobs: everything up to the draft, and the publication that a person launches."""

import dagster as dg

from lingtan.errors import LingtanError
from orchestration.defs.resources import PlacesResource
from orchestration.operations.publish import publish_release

inbox_to_draft = dg.define_asset_job(
    "inbox_to_draft",
    selection=dg.AssetSelection.all(),
    executor_def=dg.in_process_executor,
    description="接收收件箱、制定方案、构建、检验、起草。 Receive the inbox, plan, build, judge, draft.",
)


class Publication(dg.Config):
    """What to publish, and who does it."""

    plan_id: str
    published_by: str


@dg.op(description="核对证据与哈希后一次原子改名。 Re-reads evidence and hashes, then one atomic rename.")
def publish_draft(context: dg.OpExecutionContext, config: Publication, places: PlacesResource) -> None:
    """Publish the draft of a plan; where the gate does not pass, the run fails with one clear line."""
    try:
        published = publish_release(places.places(), config.plan_id, published_by=config.published_by)
    except LingtanError as error:
        raise dg.Failure(f"{error.zh} | {error.en}") from error
    context.log_event(
        dg.AssetMaterialization(
            "release", metadata={"plan_id": config.plan_id, "folder": str(published.folder)}
        )
    )


@dg.job(
    executor_def=dg.in_process_executor,
    description="发布一份草稿，由人启动并署名。 Publish a draft; a person launches it and signs.",
)
def publish() -> None:
    """Publish the draft of a plan."""
    publish_draft()
