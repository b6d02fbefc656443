"""What the command line prints: one language at a time for people, JSON for programs."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, NoReturn

from rich.console import Console as RichConsole
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

from lingtan.errors import LingtanError

Language = Literal["zh", "en"]

#: Columns of a table that goes into a file or a pipe.
_FILE_WIDTH: Final = 400


@dataclass(frozen=True)
class Console:
    """The two channels of a command: results on standard output, progress and errors on standard error.

    Attributes:
        language: The language that people read.
        is_json: Whether the result is printed as JSON instead of sentences.
    """

    language: Language
    is_json: bool

    def choose(self, zh: str, en: str) -> str:
        """Pick the sentence in the reader's language."""
        return zh if self.language == "zh" else en

    def say(self, zh: str, en: str) -> None:
        """Print one line for a person; nothing where a program reads."""
        if not self.is_json:
            RichConsole(highlight=False, soft_wrap=True).print(self.choose(zh, en), markup=False)

    def table(self, heads: list[tuple[str, str]], rows: list[list[str]]) -> None:
        """Print a table for a person; the heads come in both languages."""
        if self.is_json:
            return
        table = Table()
        for zh, en in heads:
            # Folded, never cut: half a code is no code.
            table.add_column(self.choose(zh, en), overflow="fold")
        for row in rows:
            table.add_row(*row)
        # Off a terminal there is no width to respect.
        RichConsole(highlight=False, width=None if sys.stdout.isatty() else _FILE_WIDTH).print(table)

    def result(self, document: Mapping[str, object]) -> None:
        """Print the result for a program; nothing where a person reads."""
        if self.is_json:
            print(json.dumps(document, ensure_ascii=False, indent=2, default=str))

    def fail(self, error: LingtanError) -> None:
        """Say in one line why the command could not do its work."""
        if self.is_json:
            print(json.dumps({"error": {"zh": error.zh, "en": error.en}}, ensure_ascii=False))
        RichConsole(stderr=True, highlight=False, soft_wrap=True).print(
            self.choose(error.zh, error.en), style="bold red", markup=False
        )

    @contextmanager
    def progress(self, zh: str, en: str) -> Iterator["Steps"]:
        """Show on standard error how far a long piece of work has come; nothing where that is no terminal."""
        console = RichConsole(stderr=True)
        bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        with bar:
            yield Steps(bar, self.choose(zh, en))


class Steps:
    """A running count of what is done; it stays silent where no terminal shows it."""

    def __init__(self, bar: Progress, title: str) -> None:
        self._bar = bar
        self._title = title
        self._task = bar.add_task(title, total=None)

    def step(self, what: str) -> None:
        """Count one more thing done and name it."""
        self._bar.update(self._task, advance=1, description=f"{self._title} {what}")

    def at(self, done: int, total: int) -> None:
        """Set how many of how many things are done."""
        self._bar.update(self._task, completed=done, total=total)


def as_unreadable(error: OSError) -> LingtanError:
    """What a person is told where the system could not read or write a file."""
    from lingtan.intake.deliveries import plain_name

    file = plain_name(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else ""
    reason = error.strerror or type(error).__name__
    if file:
        return LingtanError(f"无法读写 {file}：{reason}", f"Cannot read or write {file}: {reason}")
    return LingtanError(f"无法读写：{reason}", f"Cannot read or write: {reason}")


def exit_with(error: LingtanError) -> NoReturn:
    """Say in one line why the command could not do its work, in the language asked for, and exit non-zero."""
    arguments = sys.argv[1:]
    english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    Console(language="en" if english else "zh", is_json="--json" in arguments).fail(error)
    sys.exit(1)
