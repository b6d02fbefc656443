"""The `lingtan` command: one verb for each step from inbox to release.

A verb imports what it needs inside itself, so that the command starts at once; what it does is a function in
`orchestration.operations`. Chinese by default, English with `--lang en`, JSON with `--json`.
"""

from pathlib import Path
from typing import Annotated

import typer

from lingtan.errors import LingtanError
from orchestration.console import Console, Language, as_unreadable, exit_with

app = typer.Typer(
    name="lingtan",
    help="零碳园区统计：从收件到发布 · Statistics of zero-carbon parks, from inbox to release.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

PlanId = Annotated[
    str, typer.Argument(metavar="PLAN", help="方案编号 · Id of a plan, for example P-0123456789abcdef.")
]

Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="CODE=VALUE", help="方案设置，可重复 · A setting of the plan, repeatable."),
]


@app.callback()
def options(
    context: typer.Context,
    lang: Annotated[str, typer.Option(help="zh 或 en · Language of the output.")] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False,
) -> None:
    """Keep the language and the form of the output for the verb that follows."""
    if lang not in ("zh", "en"):
        raise typer.BadParameter("zh | en", param_hint="--lang")
    language: Language = "zh" if lang == "zh" else "en"
    context.obj = Console(language=language, is_json=as_json)


@app.command()
def template(
    context: typer.Context,
    form: Annotated[str, typer.Argument(help="报表代码 · Form, for example park_return.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="输出文件 · File to write.")] = Path(),
) -> None:
    """生成空白报表 · Write the blank workbook of a form."""
    from orchestration.operations.template import write_template

    console: Console = context.obj
    path = write_template(form, out)
    console.say(f"已生成空白报表：{path}", f"Blank workbook written: {path}")
    console.result({"file": str(path)})


@app.command()
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="待检查的文件 · File to check.")],
) -> None:
    """离线检查一份报表，不写入任何数据 · Check one file as the office would; nothing is stored."""
    from lingtan.places import Places
    from orchestration.operations.check import check_one
    from orchestration.reports import print_receipts

    console: Console = context.obj
    receipt = check_one(Places.from_environment(), file)
    print_receipts(console, [receipt])
    if receipt.outcome == "refused":
        raise typer.Exit(1)


@app.command()
def receive(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="文件或文件夹；不填则读取收件箱 · Files or folders; none: the inbox."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="重读曾被拒收的文件 · Read refused deliveries again.")
    ] = False,
    sender: Annotated[str | None, typer.Option(help="报送单位 · Who sends it.")] = None,
) -> None:
    """接收报送文件：归档、读取、检查、登记、回执 · Take in deliveries and write receipts."""
    from lingtan.places import Places
    from orchestration.operations.receive import receive_deliveries
    from orchestration.reports import print_receipts

    console: Console = context.obj
    places = Places.from_environment()
    unreadable: list[LingtanError] = []
    with console.progress("接收", "Receiving") as steps:
        receipts = receive_deliveries(
            places,
            paths or [],
            again=again,
            sender=sender,
            on_step=steps.step,
            on_unreadable=unreadable.append,
        )
    print_receipts(console, receipts, stored_in=places.receipts, unreadable=unreadable)
    if unreadable:
        raise typer.Exit(1)


@app.command()
def status(context: typer.Context) -> None:
    """查看登记情况与各步骤的进展 · What is registered, planned, drafted and released."""
    from lingtan.places import Places
    from orchestration.operations.status import read_status
    from orchestration.reports import print_status

    console: Console = context.obj
    print_status(console, read_status(Places.from_environment()))


@app.command()
def reference(context: typer.Context) -> None:
    """列出因子集：内置种子与本单位自有 · List the factor sets: the seeds and the office's own."""
    from lingtan.places import Places
    from orchestration.operations.reference import list_reference
    from orchestration.reports import print_reference

    console: Console = context.obj
    print_reference(console, list_reference(Places.from_environment()))


@app.command()
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


@app.command()
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


@app.command()
def build(context: typer.Context, plan_id: PlanId) -> None:
    """按方案构建数据仓库 · Build the warehouse of a plan."""
    from lingtan.places import Places
    from orchestration.operations.build import build as build_plan

    console: Console = context.obj
    with console.progress("构建", "Building") as steps:
        built = build_plan(Places.from_environment(), plan_id, on_step=steps.step)
    console.say(f"已构建：{built.folder.folder}", f"Built: {built.folder.folder}")
    console.result({"plan_id": plan_id, "folder": str(built.folder.folder), "nodes": len(built.nodes)})


@app.command()
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


@app.command()
def draft(context: typer.Context, plan_id: PlanId) -> None:
    """生成发布草稿 · Write the draft of a release."""
    from lingtan.places import Places
    from orchestration.operations.draft import draft_release

    console: Console = context.obj
    with console.progress("起草", "Drafting"):
        folder = draft_release(Places.from_environment(), plan_id)
    console.say(f"草稿：{folder}", f"Draft: {folder}")
    console.result({"plan_id": plan_id, "folder": str(folder)})


@app.command()
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


@app.command()
def verify(
    context: typer.Context,
    release: Annotated[
        Path | None,
        typer.Argument(help="发布文件夹或方案编号；不填则为最新 · Folder or plan id; none: latest."),
    ] = None,
) -> None:
    """核对一次发布的每个文件 · Check every file of a release."""
    from lingtan.places import Places
    from orchestration.operations.verify import verify_release

    console: Console = context.obj
    verified = verify_release(Places.from_environment(), release)
    for problem in verified.problems:
        console.say(f"{problem.path}：{problem.zh}", f"{problem.path}: {problem.en}")
    if not verified.problems:
        console.say(
            f"全部文件与发布时一致：{verified.folder}", f"Every file is as released: {verified.folder}"
        )
    console.result(
        {
            "folder": str(verified.folder),
            "problems": [{"path": one.path, "zh": one.zh, "en": one.en} for one in verified.problems],
        }
    )
    if verified.problems:
        raise typer.Exit(1)


@app.command()
def explain(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="已发布的表 · Released table, for example mart_park_year.")],
    column: Annotated[str, typer.Argument(help="数值列 · Measure, for example emission_tco2e.")],
    key: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COLUMN=VALUE]...", help="主键列的值 · Key of the row, as far as needed."),
    ] = None,
    release: Annotated[
        Path | None,
        typer.Option(help="发布文件夹或方案编号；不填则为最新 · Folder or plan id; none: latest."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text、json 或 html · Form of the answer.")] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="输出文件；不填则打印 · File to write; none: print.")
    ] = None,
    limit: Annotated[
        int, typer.Option(help="每个合计列出的最大项数，0 为全部 · Parts of a sum to walk down; 0: all.")
    ] = 12,
) -> None:
    """解释一个已发布的数：追到报送单元格、因子与处理 · Walk from a released figure to the submitted cells."""
    from lingtan.places import Places
    from orchestration.operations.explain import explain_figure, rendered

    console: Console = context.obj
    explanation = explain_figure(
        Places.from_environment(), table, column, key or [], release=release, limit=limit
    )
    text = rendered(explanation, "json" if console.is_json else form, console.language)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
        Console(console.language, is_json=False).say(f"已写入：{out}", f"Written: {out}")
    if not explanation.is_sound:
        raise typer.Exit(1)


@app.command()
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


def main() -> None:
    """Run the command; an expected failure is one clear line and a non-zero exit, never a traceback."""
    try:
        app()
    except LingtanError as error:
        exit_with(error)
    except OSError as error:
        exit_with(as_unreadable(error))
