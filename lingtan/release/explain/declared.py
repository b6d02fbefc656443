"""How every measure follows from others, read from `derivations/*.yaml` (L10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from lingtan.contracts.yaml_text import ContractLoader
from lingtan.release.explain.formula import Formula, compile_formula

_FOLDER: Final = Path(__file__).with_name("derivations")
#: Inputs from the row itself.
THIS: Final = "this"
#: Stands for a row that is counted rather than a column of it.
ROW: Final = "*"


@dataclass(frozen=True)
class Input:
    """Cells that a figure follows from, or that are shown with it.

    Attributes:
        name: as the formula calls them.
        source: a table of the release, or `this`.
        column: the column; `*` where rows are counted.
        condition: SQL over the row `p` of the figure and rows `c` of the source.
        joins: further tables that the condition reads, as SQL; `asked_rows` has all rows asked about.
        distinct: columns of which each combination is taken once, as SQL.
    """

    name: str
    source: str
    column: str
    condition: str
    joins: str
    distinct: str


@dataclass(frozen=True)
class Derivation:
    """One way in which a figure follows.

    Attributes:
        when: SQL over the row `p` under which it holds.
        empty: SQL under which the figure is null by rule, whatever its inputs.
        formula: over the names of the inputs; None for a row that is shown, not computed.
        zh: the formula in words, or what a row that is shown rests on.
        en: the same in English.
        inputs: what the formula takes.
        shows: what stands beside it.
    """

    when: str
    empty: str
    formula: Formula | None
    zh: str
    en: str
    inputs: tuple[Input, ...]
    shows: tuple[Input, ...]


@dataclass(frozen=True)
class Declared:
    """The declarations of one table.

    Attributes:
        row: SQL joined to each row `p0` of the table before anything is asked of it.
        adds: the columns that these joins add to `p`, as SQL.
        columns: column -> its derivations; the first whose condition holds counts.
        view: SQL of a table that stands in no file: released rows gathered, with a number `rn` each.
        title: what such a table is called in Chinese and English.
    """

    view: str
    title: tuple[str, str]
    row: str
    adds: str
    columns: Mapping[str, tuple[Derivation, ...]]


def _input(name: str, content: Mapping[str, Any]) -> Input:
    unknown = set(content) - {"from", "column", "by", "where", "join", "distinct"}
    if unknown:
        raise ValueError(f"{name}: {sorted(unknown)}")
    conditions = [f"c.{column} = p.{column}" for column in str(content.get("by", "")).split()]
    if "where" in content:
        conditions.append(f"({content['where']})")
    return Input(
        name=name,
        source=str(content["from"]),
        column=str(content.get("column", ROW)),
        condition=" and ".join(conditions) or "true",
        joins=str(content.get("join", "")),
        distinct=str(content.get("distinct", "")),
    )


def _derivation(content: Mapping[str, Any]) -> Derivation:
    unknown = set(content) - {"when", "empty", "formula", "zh", "en", "inputs", "shows"}
    if unknown:
        raise ValueError(str(sorted(unknown)))
    formula = compile_formula(str(content["formula"])) if "formula" in content else None
    inputs = tuple(_input(name, one) for name, one in (content.get("inputs") or {}).items())
    used = set() if formula is None else formula.lists | formula.values
    if {one.name for one in inputs} != used:
        raise ValueError(f"{content.get('formula')}: {sorted({one.name for one in inputs} ^ used)}")
    return Derivation(
        when=str(content.get("when", "true")),
        empty=str(content.get("empty", "false")),
        formula=formula,
        zh=str(content.get("zh", "")),
        en=str(content.get("en", "")),
        inputs=inputs,
        shows=tuple(_input(name, one) for name, one in (content.get("shows") or {}).items()),
    )


def _declared(content: Mapping[str, Any]) -> Declared:
    row = content.get("row") or {}
    columns = {
        str(column): tuple(_derivation(one) for one in cases) for column, cases in content["columns"].items()
    }
    return Declared(
        view=str(content.get("view", "")),
        title=(str(content.get("zh", "")), str(content.get("en", ""))),
        row=str(row.get("join", "")),
        adds=str(row.get("adds", "")),
        columns=columns,
    )


@cache
def declarations() -> Mapping[str, Declared]:
    """The declarations of every table, by its name.

    Raises:
        ValueError: a declaration names what does not exist, or a table is declared twice.
    """
    found: dict[str, Declared] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), ContractLoader)
        for table, declared in content.items():
            if table.startswith("_"):
                continue
            if table in found:
                raise ValueError(f"{table} is declared twice")
            try:
                found[table] = _declared(declared)
            except (ValueError, KeyError) as error:
                raise ValueError(f"{path.name}, {table}: {error}") from error
    return found


@cache
def reachable() -> Mapping[tuple[str, str], frozenset[tuple[str, str]]]:
    """Each table and column with all that its figures can follow from, over any number of steps."""
    below = {
        (table, column): {
            (table if one.source == THIS else one.source, one.column)
            for case in cases
            for one in (*case.inputs, *case.shows)
        }
        for table, declared in declarations().items()
        for column, cases in declared.columns.items()
    }
    found: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for start in below:
        seen: set[tuple[str, str]] = set()
        stack = list(below[start])
        while stack:
            place = stack.pop()
            if place not in seen:
                seen.add(place)
                stack += below.get(place, ())
        found[start] = frozenset(seen)
    return found
