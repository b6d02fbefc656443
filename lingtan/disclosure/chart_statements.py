"""What charts say of cells beside their values: classes, orders, ends of axes, shares, round numbers.

Each is a linear statement that an attacker has: `class_lower <= cell <= class_upper`; a bar is not below the
next one; no bar goes beyond the end of the axis; a share of a total lies within half of its last digit.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from lingtan.disclosure.attack import Statements
from lingtan.disclosure.cells import TOTAL, Cells
from lingtan.disclosure.polytope import INFINITY
from lingtan.disclosure.public_tables import Chart, Measure, PublicTables

#: Marks of a chart: the class of a cell, its place, its share of the total, its round number, and, of the
#: chart as a whole, the end of its axis.
CLASS_LOWER: Final = "class_lower"
CLASS_UPPER: Final = "class_upper"
RANK: Final = "rank"
SHARE: Final = "share_ratio"
ROUNDED: Final = "rounded_value"
AXIS_END: Final = "axis_end"

CHART_MARKS_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "chart_code": pl.String(),
        "mark_code": pl.String(),
        "category_code": pl.String(),
        "mark_value": pl.Decimal(38, 12),
    }
)


@dataclass(frozen=True)
class _Said:
    """A statement in the making: its name, the cells with their coefficients, and its bounds."""

    name: str
    terms: Mapping[int, float]
    lower: float
    upper: float


def stated_by_charts(
    public: PublicTables,
    measure: Measure,
    marks: pl.DataFrame,
    cells: Cells,
    *,
    release_at: int = 0,
    release_name: str = "",
) -> Statements:
    """What the charts of a measure say in one release and year.

    Args:
        public: Everything published.
        measure: The measure.
        marks: Rows of `CHART_MARKS_SCHEMA` of one year, read back from what was published.
        cells: The cells of the attack.
        release_at: Which of the releases in `cells` published them.
        release_name: What the release is called in messages.
    """
    said = [
        one
        for chart in public.charts
        if public.table(chart.table).measure == measure.code
        and (own := marks.filter(chart_code=chart.code)).height
        for one in _of_chart(
            f"{release_name} {chart.code}".strip(), chart, own, _places(public, chart, cells, release_at)
        )
    ]
    rows = [at for at, one in enumerate(said) for _ in one.terms]
    columns = [cell for one in said for cell in one.terms]
    values = [value for one in said for value in one.terms.values()]
    return Statements(
        [one.name for one in said],
        csr_array((values, (rows, columns)), shape=(len(said), len(cells.keys))),
        np.array([one.lower for one in said], dtype=np.float64),
        np.array([one.upper for one in said], dtype=np.float64),
    )


def _places(public: PublicTables, chart: Chart, cells: Cells, release_at: int) -> dict[str, int]:
    """Where the cells of a chart are: code in its dimension -> cell; TOTAL is what they add up to."""
    level = public.table(chart.table).by[chart.over]
    others = [
        name for name in cells.keys.columns if name not in ("release_at", "is_new", "levels", chart.over)
    ]
    own = cells.keys.with_row_index("cell_at").filter(
        pl.col("release_at") == release_at,
        ~pl.col("is_new"),
        pl.col("levels").is_in(["", f"{chart.over}={level}"]),
        *(pl.col(name) == TOTAL for name in others),
    )
    return dict(own.select(chart.over, "cell_at").iter_rows())


def _of_chart(name: str, chart: Chart, marks: pl.DataFrame, places: Mapping[str, int]) -> Iterator[_Said]:
    found: dict[str, dict[str, float]] = {}
    for mark, category, value in marks.select("mark_code", "category_code", "mark_value").iter_rows():
        found.setdefault(mark, {})[category] = float(value)
    if not places:
        return
    lower, upper = found.get(CLASS_LOWER, {}), found.get(CLASS_UPPER, {})
    for code in sorted({*lower, *upper}):
        bounds = lower.get(code, -INFINITY), upper.get(code, INFINITY)
        yield _Said(f"{name} class {chart.over}={code}", {places[code]: 1.0}, *bounds)
    ranks = found.get(RANK, {})
    yield from _of_order(name, ranks, places)
    for end in found.get(AXIS_END, {}).values():
        for code in ranks:
            yield _Said(f"{name} axis {chart.over}={code}", {places[code]: 1.0}, -INFINITY, end)
    half = float(Decimal(1).scaleb(-chart.decimals) / 2)
    for code, share in found.get(SHARE, {}).items():
        title = f"{name} share {chart.over}={code}"
        yield _Said(title, {places[code]: 1.0, places[TOTAL]: -(share - half)}, 0.0, INFINITY)
        yield _Said(title, {places[code]: 1.0, places[TOTAL]: -(share + half)}, -INFINITY, 0.0)
    for code, value in found.get(ROUNDED, {}).items():
        yield _Said(f"{name} rounded {chart.over}={code}", {places[code]: 1.0}, value - half, value + half)


def _of_order(name: str, ranks: Mapping[str, float], places: Mapping[str, int]) -> Iterator[_Said]:
    ordered: Sequence[str] = sorted(ranks, key=ranks.__getitem__)
    for above, below in itertools.pairwise(ordered):
        terms = {places[above]: 1.0, places[below]: -1.0}
        yield _Said(f"{name} order {above} {below}", terms, 0.0, INFINITY)
