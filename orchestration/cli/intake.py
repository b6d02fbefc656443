"""The verbs of what comes in: the blank form, its check, receipt, state, factor sets."""

from pathlib import Path
from typing import Annotated

import typer

from lingtan.errors import LingtanError
from orchestration.console import Console


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


def status(context: typer.Context) -> None:
    """查看登记情况与各步骤的进展 · What is registered, planned, drafted and released."""
    from lingtan.places import Places
    from orchestration.operations.status import read_status
    from orchestration.reports import print_status

    console: Console = context.obj
    print_status(console, read_status(Places.from_environment()))


def reference(context: typer.Context) -> None:
    """列出因子集：内置种子与本单位自有 · List the factor sets: the seeds and the office's own."""
    from lingtan.places import Places
    from orchestration.operations.reference import list_reference
    from orchestration.reports import print_reference

    console: Console = context.obj
    print_reference(console, list_reference(Places.from_environment()))
