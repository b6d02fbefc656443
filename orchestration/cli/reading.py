"""The verbs of who reads a release: is it whole, and where does a figure come from."""

from pathlib import Path
from typing import Annotated

import typer

from orchestration.console import Console


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


def explain(
    context: typer.Context,
    table: Annotated[
        str, typer.Argument(help="已发布的表或公开表 · Released or public table, for example mart_park_year.")
    ],
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
