"""One change to the tables of a release, as a test names it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lingtan.release.tables import RELEASED_TABLES
from quality.gate_rule import GateRule
from quality.measure import measure
from tests.builders.canonical_build import write_build

Rows = dict[str, list[dict[str, Any]]]
Change = Callable[[Rows], None]
KEYS = {table.name: table.key for table in RELEASED_TABLES}


def judged(folder: Path, rows: Rows, rules: tuple[GateRule, ...]) -> list[tuple[str, str]]:
    """Rule and scope of every measurement that fails."""
    canonical = write_build(folder, "P-1", rows).canonical
    measured = measure(canonical, KEYS, rules)
    return [(row["rule_id"], row["scope"]) for row in measured.to_dicts() if row["failing_count"]]


def setting(table: str, row: int, **values: object) -> Change:
    """Other values in a row."""

    def change(rows: Rows) -> None:
        rows[table][row].update(values)

    return change


def dropping(table: str, row: int) -> Change:
    """A row less."""

    def change(rows: Rows) -> None:
        del rows[table][row]

    return change


def adding(table: str, row: int, **values: object) -> Change:
    """A row more, like one that is there but for these values."""

    def change(rows: Rows) -> None:
        rows[table].append(rows[table][row] | values)

    return change


def repeating(table: str, row: int) -> Change:
    """A row that is there twice."""

    def change(rows: Rows) -> None:
        rows[table].append(dict(rows[table][row]))

    return change
