"""The verbs from a plan to its release, and the demo that goes all the way."""

from pathlib import Path
from typing import Annotated

import typer

from orchestration.console import Console

PlanId = Annotated[
    str, typer.Argument(metavar="PLAN", help="方案编号 · Id of a plan, for example P-0123456789abcdef.")
]

Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="CODE=VALUE", help="方案设置，可重复 · A setting of the plan, repeatable."),
]


def plan(
    context: typer.Context,
    known_on: Annotated[
        str | None, typer.Option("--known-on", help="截至日期 YYYY-MM-DD · Use what was known on this day.")
    ] = None,
    year: Annotated[
        list[int] | None, typer.Option("--year", help="核算年度，可重复 · Reference year, repeatable.")
    ] = None,
    setting: Settings = None,
) -> None:
    """制定方案：锁定进入发布的全部内容 · Make a plan: exactly what goes into a release."""
    from lingtan.places import Places
    from orchestration.operations.plan import plan_release

    console: Console = context.obj
    made = plan_release(Places.from_environment(), known_on=known_on, years=year, settings=setting or [])
    console.say(
        f"方案 {made.plan_id}：{made.submission_count} 份报送，年度 {made.years_text}",
        f"Plan {made.plan_id}: {made.submission_count} submissions, years {made.years_text}",
    )
    console.result({"plan_id": made.plan_id, "years": list(made.years), "submissions": made.submission_count})


def rebase(
    context: typer.Context,
    plan_id: Annotated[
        str | None,
        typer.Argument(metavar="PLAN", help="方案编号；不填则为最新发布 · Plan; none: the latest release."),
    ] = None,
    setting: Settings = None,
) -> None:
    """换用新因子或设置，与原方案比较并说明原因 · What other factors or settings change, and why."""
    from lingtan.places import Places
    from orchestration.operations.rebase import rebase as rebase_plan
    from orchestration.rebase_report import print_rebase

    console: Console = context.obj
    with console.progress("比较", "Comparing") as steps:
        rebased = rebase_plan(Places.from_environment(), plan_id, settings=setting or [], on_step=steps.step)
    print_rebase(console, rebased)


def build(context: typer.Context, plan_id: PlanId) -> None:
    """按方案构建数据仓库 · Build the warehouse of a plan."""
    from lingtan.places import Places
    from orchestration.operations.build import build as build_plan

    console: Console = context.obj
    with console.progress("构建", "Building") as steps:
        built = build_plan(Places.from_environment(), plan_id, on_step=steps.step)
    console.say(f"已构建：{built.folder.folder}", f"Built: {built.folder.folder}")
    console.result({"plan_id": plan_id, "folder": str(built.folder.folder), "nodes": len(built.nodes)})


def gate(context: typer.Context, plan_id: PlanId) -> None:
    """运行发布前的质量门 · Run the publication gate on a built plan."""
    from lingtan.places import Places
    from orchestration.operations.gate import judge_build
    from orchestration.reports import print_decision

    console: Console = context.obj
    with console.progress("检验", "Judging"):
        decision = judge_build(Places.from_environment(), plan_id)
    print_decision(console, decision)
    if not decision.passed:
        raise typer.Exit(1)


def draft(context: typer.Context, plan_id: PlanId) -> None:
    """生成发布草稿 · Write the draft of a release."""
    from lingtan.places import Places
    from orchestration.operations.draft import draft_release

    console: Console = context.obj
    with console.progress("起草", "Drafting"):
        folder = draft_release(Places.from_environment(), plan_id)
    console.say(f"草稿：{folder}", f"Draft: {folder}")
    console.result({"plan_id": plan_id, "folder": str(folder)})


def publish(
    context: typer.Context,
    plan_id: PlanId,
    by: Annotated[str, typer.Option("--by", help="发布人 · Who publishes.")] = "",
) -> None:
    """发布草稿：一次原子改名 · Publish a draft with one atomic rename."""
    from lingtan.places import Places
    from orchestration.operations.publish import publish_release

    console: Console = context.obj
    published = publish_release(Places.from_environment(), plan_id, published_by=by)
    if published.is_new:
        console.say(f"已发布：{published.folder}", f"Released: {published.folder}")
    else:
        console.say(
            f"该方案此前已发布，未作改动：{published.folder}",
            f"This plan is already released, nothing was changed: {published.folder}",
        )
    console.result({"plan_id": plan_id, "folder": str(published.folder), "is_new": published.is_new})


def demo(
    context: typer.Context,
    seed: Annotated[
        int, typer.Option(min=1, max=10, help="种子；年度为 2024 + 种子 · Seed; the year is 2024 + seed.")
    ] = 1,
    folder: Annotated[Path, typer.Option(help="演示文件夹 · Folder of the demo.")] = Path("demo"),
) -> None:
    """合成全国数据走完全程，与真值逐格比较 · A synthetic nation from inbox to release, against its truth."""
    from orchestration.operations.demo import run_demo
    from orchestration.reports import print_demo

    console: Console = context.obj
    with console.progress("演示", "Demo") as steps:
        outcome = run_demo(folder, seed, on_step=steps.step)
    print_demo(console, outcome)
    if not outcome.is_equal:
        raise typer.Exit(1)
