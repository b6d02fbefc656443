"""The marks of charts that the public tables declare, as they were published.

The page draws these and no others: what an attacker is given of a chart is what a reader sees of it.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

import polars as pl

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.chart_statements import AXIS_END, CLASS_LOWER, CLASS_UPPER, RANK
from lingtan.public.scales import Axis, BarMark, TileMark
from lingtan.summary.charts import AREAS, ChartMarks, Marks, chart_cells
from lingtan.summary.figures import Cell, Figures

#: The declared charts that are the ranked bars and the tiles of the areas.
_BARS: Final = "emissions_of_areas"
_TILES: Final = "map_of_emissions"
_OPEN: Final = Decimal("Infinity")


def with_declared(marks: Marks, figures: Figures) -> Marks:
    """The marks of all charts, with the published ones in the place of computed ones.

    Args:
        marks: computed from published values.
        figures: the edition of a year, with its published marks.
    """
    computed = marks.get((AREAS.code, TOTAL))
    published = _published(figures)
    if computed is None or not published:
        return marks
    cells = chart_cells(figures, AREAS)
    lower, upper = published.get((_TILES, CLASS_LOWER), {}), published.get((_TILES, CLASS_UPPER), {})
    found = ChartMarks(
        _bars(cells, published[_BARS, RANK]) if (_BARS, RANK) in published else computed.bars,
        Axis(computed.axis.start, published.get((_BARS, AXIS_END), {}).get("", computed.axis.end)),
        _tiles(cells, lower, upper) if lower or upper else computed.tiles,
    )
    return {**marks, (AREAS.code, TOTAL): found}


def _published(figures: Figures) -> Mapping[tuple[str, str], Mapping[str, Decimal]]:
    """Chart and mark -> category -> value, of the year."""
    rows = figures.edition.chart_marks.filter(pl.col("reference_year") == figures.year)
    found: dict[tuple[str, str], dict[str, Decimal]] = {}
    for chart, mark, category, value in rows.select(
        "chart_code", "mark_code", "category_code", "mark_value"
    ).iter_rows():
        found.setdefault((chart, mark), {})[category] = value
    return found


def _bars(cells: Sequence[Cell], ranks: Mapping[str, Decimal]) -> tuple[BarMark, ...]:
    """Bars in the published order, those without a rank after them by code."""
    codes = [one.code for one in cells]
    ordered = sorted(codes, key=lambda code: (code not in ranks, ranks.get(code, Decimal(0)), code))
    return tuple(BarMark(code, rank) for rank, code in enumerate(ordered, start=1))


def _tiles(
    cells: Sequence[Cell], lower: Mapping[str, Decimal], upper: Mapping[str, Decimal]
) -> tuple[TileMark, ...]:
    """Classes of shown cells, numbered from below; a class without a bound is open there."""
    bounds = {
        one.code: (lower.get(one.code, -_OPEN), upper.get(one.code, _OPEN))
        for one in cells
        if one.value is not None
    }
    numbers = {pair: number for number, pair in enumerate(sorted(set(bounds.values())), start=1)}
    return tuple(TileMark(code, numbers[pair], *pair) for code, pair in bounds.items())
