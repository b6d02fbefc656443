"""What charts show beside values, written down: the pages draw from it, and an attacker reads it.

Where a chart speaks of shown cells alone, its marks follow from published values. Where it speaks of all,
the marks of withheld cells tell readers something; the gate judges whether it is too much (L9).
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import polars as pl

from lingtan.disclosure.chart_statements import (
    AXIS_END,
    CHART_MARKS_SCHEMA,
    CLASS_LOWER,
    CLASS_UPPER,
    RANK,
    ROUNDED,
    SHARE,
)
from lingtan.disclosure.contributions import BETWEEN_PROVINCES
from lingtan.disclosure.public_tables import Chart, PublicTables
from lingtan.public.scales import ChartCell, axis, classed, ranked

#: The file of the marks among the public tables.
CHART_MARKS: Final = "chart_marks"
CHART_MARKS_KEY: Final = ("reference_year", "chart_code", "mark_code", "category_code")
_Marks = Iterator[tuple[str, str, Decimal]]


def chart_marks(public: PublicTables, cells: pl.DataFrame) -> pl.DataFrame:
    """The marks of every chart in every year.

    Args:
        public: everything published.
        cells: rows of `cmp_public_cells`.

    Returns:
        Rows of `CHART_MARKS_SCHEMA`, sorted by the key; the end of an axis has no category.
    """
    rows = [
        (year, chart.code, *mark)
        for chart in public.charts
        for year, of_year in _years(_of_chart(public, chart, cells))
        for mark in _marks(chart, of_year)
    ]
    return pl.DataFrame(rows, schema=CHART_MARKS_SCHEMA, orient="row").sort(CHART_MARKS_KEY)


def _of_chart(public: PublicTables, chart: Chart, cells: pl.DataFrame) -> pl.DataFrame:
    """The cells along the chart's dimension and what they add up to, `code` being empty for that."""
    table = public.table(chart.table)
    level = f"{chart.over}={table.by[chart.over]}"
    value = pl.col("published_value") if chart.of == "shown" else pl.col("exact_value")
    return cells.filter(
        pl.col("measure_code") == table.measure, pl.col("level_code").is_in(["", level])
    ).select(
        "reference_year",
        pl.col("cell_code").str.strip_prefix(f"{chart.over}=").alias("code"),
        value.alias("value"),
    )


def _years(cells: pl.DataFrame) -> Iterator[tuple[int, pl.DataFrame]]:
    for year in sorted(set(cells["reference_year"])):
        yield year, cells.filter(reference_year=year)


def _marks(chart: Chart, cells: pl.DataFrame) -> _Marks:
    """The marks of a chart in one year: mark, category, value."""
    known = dict(cells.drop_nulls("value").sort("code").select("code", "value").iter_rows())
    total = known.pop("", None)
    # What is eliminated between provinces is no area: it has no tile and no bar.
    known.pop(BETWEEN_PROVINCES, None)
    published = [ChartCell(code, value) for code, value in known.items()]
    unit = Decimal(1).scaleb(-chart.decimals)
    if chart.kind == "map":
        yield from _classes(chart.classes, known) if chart.classes else _like_classes(published)
    elif chart.kind == "bars":
        for bar in ranked(published):
            yield RANK, bar.code, Decimal(bar.rank)
        yield AXIS_END, "", axis(published).end
    elif chart.kind == "rounded":
        yield from ((ROUNDED, code, _rounded(value, unit)) for code, value in known.items())
    elif total:
        yield from ((SHARE, code, _rounded(value / total, unit)) for code, value in known.items())


def _classes(bounds: Sequence[Decimal], known: Mapping[str, Decimal]) -> _Marks:
    """Classes of given bounds; the first is open below, the last above."""
    for code, value in known.items():
        below = [bound for bound in bounds if bound <= value]
        above = [bound for bound in bounds if bound > value]
        yield from ((CLASS_LOWER, code, bound) for bound in below[-1:])
        yield from ((CLASS_UPPER, code, bound) for bound in above[:1])


def _like_classes(published: Sequence[ChartCell]) -> _Marks:
    for tile in classed(published):
        yield CLASS_LOWER, tile.code, tile.class_lower
        yield CLASS_UPPER, tile.code, tile.class_upper


def _rounded(value: Decimal, unit: Decimal) -> Decimal:
    return (value / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
