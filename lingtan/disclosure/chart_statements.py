"""What charts say of cells beside their values: classes, orders, ends of axes, shares, round numbers.

Each is a linear statement that an attacker has: `class_lower <= cell <= class_upper`; a bar is not below the
next one; no bar goes beyond the end of the axis; a share of a total lies within half of its last digit.
Charts of shown cells are drawn from rounded values: what they say is as rough as these.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Final

import polars as pl

from lingtan.disclosure.attack_release import Revealed
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


def revealed_by_charts(public: PublicTables, marks: pl.DataFrame, release_name: str) -> list[Revealed]:
    """What the charts of one release and year say.

    Args:
        public: Everything published.
        marks: Rows of `CHART_MARKS_SCHEMA` of one year, read back from what was published.
        release_name: What the release is called.
    """
    return [
        one
        for chart in public.charts
        if (own := marks.filter(chart_code=chart.code)).height
        for one in _Says(chart, public.measure(public.table(chart.table).measure), release_name).all(own)
    ]


class _Says:
    """The statements of one chart."""

    def __init__(self, chart: Chart, measure: Measure, release_name: str) -> None:
        self._chart = chart
        self._measure = measure
        self._release = release_name
        self._rough = measure.half_of_last_digit if chart.of == "shown" else 0.0

    def all(self, marks: pl.DataFrame) -> Iterator[Revealed]:
        found: dict[str, dict[str, float]] = {}
        for mark, category, value in marks.select("mark_code", "category_code", "mark_value").iter_rows():
            found.setdefault(mark, {})[category] = float(value)
        lower, upper = found.get(CLASS_LOWER, {}), found.get(CLASS_UPPER, {})
        for code in sorted({*lower, *upper}):
            bounds = lower.get(code, -INFINITY), upper.get(code, INFINITY)
            yield self._of(f"class {code}", {code: 1.0}, *bounds)
        ranks = found.get(RANK, {})
        for above, below in pairwise(sorted(ranks, key=ranks.__getitem__)):
            yield self._of(f"order {above} {below}", {above: 1.0, below: -1.0}, 0.0, INFINITY)
        for end in found.get(AXIS_END, {}).values():
            for code in ranks:
                yield self._of(f"axis {code}", {code: 1.0}, -INFINITY, end)
        half = float(Decimal(1).scaleb(-self._chart.decimals) / 2)
        for code, share in found.get(SHARE, {}).items():
            yield self._of(f"share {code}", {code: 1.0, "": half - share}, 0.0, INFINITY)
            yield self._of(f"share {code}", {code: 1.0, "": -half - share}, -INFINITY, 0.0)
        for code, value in found.get(ROUNDED, {}).items():
            yield self._of(f"rounded {code}", {code: 1.0}, value - half, value + half)

    def _of(self, what: str, terms: Mapping[str, float], lower: float, upper: float) -> Revealed:
        """A statement on cells along the dimension of the chart; the empty code is what they add up to."""
        slack = self._rough * sum(abs(coefficient) for coefficient in terms.values())
        return Revealed(
            f"{self._release} {self._chart.code} {what}".strip(),
            self._release,
            {
                (self._measure.code, f"{self._chart.over}={code}" if code else ""): coefficient
                for code, coefficient in terms.items()
            },
            lower - slack,
            upper + slack,
        )
