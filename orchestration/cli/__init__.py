"""The `lingtan` command: one verb for each step from inbox to release.

Belongs here: the verbs, in one module a group. A verb imports what it needs inside itself, so that the
command starts at once; what it does is a function in `orchestration.operations`. Chinese by default, English
with `--lang en`, JSON with `--json`.

Does not belong here: what a verb does, which Dagster and programs do without a command line.
"""

from typing import Annotated, Final

import typer

from lingtan.errors import LingtanError
from orchestration.cli.intake import check, receive, reference, status, template
from orchestration.cli.reading import explain, verify
from orchestration.cli.release import build, demo, draft, gate, plan, publish, rebase
from orchestration.console import Console, Language, as_unreadable, exit_with

#: In the order that the help shows them.
_VERBS: Final = (
    template,
    check,
    receive,
    status,
    reference,
    plan,
    rebase,
    build,
    gate,
    draft,
    publish,
    verify,
    explain,
    demo,
)

app = typer.Typer(
    name="lingtan",
    help="零碳园区统计：从收件到发布 · Statistics of zero-carbon parks, from inbox to release.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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


for verb in _VERBS:
    app.command()(verb)


def main() -> None:
    """Run the command; an expected failure is one clear line and a non-zero exit, never a traceback."""
    try:
        app()
    except LingtanError as error:
        exit_with(error)
    except OSError as error:
        exit_with(as_unreadable(error))
