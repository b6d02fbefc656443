"""The page of the benchmark: ratios, never seconds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from tests.benchmarks.measure import Cost

ANCHOR = "anchor"
_HOW = {
    "warehouse": "build without dbt's tests, to the warehouse",
    "build": "the same with the canonical tables (sorted Parquet, hashed)",
    "judged": "build with every dbt test, canonical tables and gate",
}

_PAGE = """# 基准测试 Benchmarks

<!-- Written by `make bench`; not to be edited by hand. -->

{day}. What a build costs beside a bare DuckDB script that writes the same dimensions, facts and marts from
the same lake files in one connection (`tests/benchmarks/anchor.py` says what the script is and what it leaves
out). The tables of both are compared row by row: {equal}.

A line is a row of `int_activity` in one reference year. Medians of interleaved runs ({repetitions} of each),
each a process of its own from the start of the interpreter; peak memory is the highest. Wall time has in it
whatever else the machine did; processor time hardly does. Ratios hold for the versions in `requirements.lock`
and two threads.

| run | lines | processor time, x anchor | wall time, x anchor | peak, GiB |
| --- | ---: | ---: | ---: | ---: |
{runs}

What the lines between the two sizes cost, without what is paid once a run, and how the whole grows:

| run | processor time, x anchor | wall time, x anchor | growth exponent, processor time |
| --- | ---: | ---: | ---: |
{growth}

To reach for a national year (30 million lines): 1.5 without tests, 3 with tests and gate, 4 GiB, exponent
1.05.

Statements of the anchor that take most at the larger size, and how they grow:

| statement | share of the anchor | growth exponent |
| --- | ---: | ---: |
{statements}
"""


@dataclass(frozen=True)
class Size:
    """What was measured at one size.

    Attributes:
        lines: rows of `int_activity`.
        costs: the typical cost by what was run, the anchor among them.
        statements: seconds of each statement of the anchor.
        equal: how many tables of the anchor and the product hold the same rows.
    """

    lines: int
    costs: Mapping[str, Cost]
    statements: Mapping[str, float]
    equal: int


def exponent(small: Size, large: Size, before: float, after: float) -> float:
    """How the cost grows: 1 is in proportion to the lines."""
    return log(after / before) / log(large.lines / small.lines)


def page(sizes: Sequence[Size], day: date, repetitions: int) -> str:
    """The page in Markdown."""
    small, large = sizes[0], sizes[-1]
    hows = (ANCHOR, *_HOW)
    return _PAGE.format(
        day=day.isoformat(),
        repetitions=repetitions,
        equal=", ".join(f"{size.equal} of {size.equal} are equal at {size.lines:,} lines" for size in sizes),
        runs="\n".join(_row(size, how) for how in hows for size in sizes),
        growth="\n".join(_growth(small, large, how) for how in hows),
        statements="\n".join(_statements(small, large)),
    )


def _name(how: str) -> str:
    return _HOW.get(how, "anchor: the bare script")


def _row(size: Size, how: str) -> str:
    cost, anchor = size.costs[how], size.costs[ANCHOR]
    ratios = f"{cost.cpu / anchor.cpu:.2f} | {cost.wall / anchor.wall:.2f}"
    return f"| {_name(how)} | {size.lines:,} | {ratios} | {cost.peak:.2f} |"


def _growth(small: Size, large: Size, how: str) -> str:
    cpu, wall = (
        (getattr(large.costs[how], part) - getattr(small.costs[how], part))
        / (getattr(large.costs[ANCHOR], part) - getattr(small.costs[ANCHOR], part))
        for part in ("cpu", "wall")
    )
    grown = exponent(small, large, small.costs[how].cpu, large.costs[how].cpu)
    return f"| {_name(how)} | {cpu:.2f} | {wall:.2f} | {grown:.2f} |"


def _statements(small: Size, large: Size) -> list[str]:
    total = sum(large.statements.values())
    slowest = sorted(large.statements, key=lambda name: -large.statements[name])[:10]
    return [
        f"| `{name}` | {large.statements[name] / total:.0%} |"
        f" {exponent(small, large, small.statements[name], large.statements[name]):.2f} |"
        for name in slowest
    ]
