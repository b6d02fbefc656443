"""A chart with its table: what most of a page consists of."""

from collections.abc import Sequence
from dataclasses import dataclass

from lingtan.bulletin import numbers
from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.public_tables import Measure
from lingtan.summary.bars import BarChart, Named, draw_bars
from lingtan.summary.charts import Chart, chart_cells
from lingtan.summary.figures import Cell, Found
from lingtan.summary.view import Entry, View


@dataclass(frozen=True)
class Head:
    """The head of a column."""

    text: str
    unit: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table: its name and where it leads to, its entries, whether it sums others or is a part."""

    name: str
    entries: Sequence[Entry]
    link: str = ""
    is_total: bool = False
    is_part: bool = False


@dataclass(frozen=True)
class Table:
    """A table of a page.

    Attributes:
        code: its id in the page.
        title: what it shows.
        heads: one for the names, then one a column.
        rows: in reading order.
        is_long: whether it can be searched and sorted.
    """

    code: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Row]
    is_long: bool = False

    def is_number(self, column: int) -> bool:
        """Whether a column after the names holds figures, or what stands in their place."""
        return any(row.entries[column].kind != "word" for row in self.rows)

    def has(self, kind: str) -> bool:
        """Whether an entry of a kind is in the table."""
        return any(entry.kind == kind for row in self.rows for entry in row.entries)


@dataclass(frozen=True)
class Panel:
    """A chart, its table, and what has to be said of them."""

    title: str
    chart: BarChart | None
    table: Table
    note: str = ""


def panel(view: View, chart: Chart, area: str = TOTAL) -> Panel | None:
    """A chart beside its figures; None where the edition has no cell of it.

    Args:
        view: figures, marks, notes and language.
        chart: the chart.
        area: the area that it is of; TOTAL for the nation.
    """
    table, marks = view.figures.table(chart.table), view.marks.get((chart.code, area))
    if table is None or marks is None:
        return None
    cells = {one.code: one for one in chart_cells(view.figures, chart, area)}
    unit = view.unit(table.measure)
    named = {code: Named(view.name(one), one.value, view.short(one, unit)) for code, one in cells.items()}
    title = view.chart_title(table.measure, chart.dimension)
    drawn = draw_bars(
        named, marks.bars, marks.axis, unit, code=chart.code,
        title=view.text("with_unit", title=title, unit=unit.name),
        description=bars_description(view, list(named.values())),
    )  # fmt: skip
    total = view.figures.at(chart.table, {} if area == TOTAL else {"area": area})
    ordered = [cells[mark.code] for mark in sorted(marks.bars, key=lambda one: one.rank)]
    return Panel(title, drawn, _table(view, chart, table.measure, ordered, total, title))


def bars_description(view: View, named: Sequence[Named]) -> str:
    """What bars say, in a sentence."""
    shown = [one for one in named if one.value is not None]
    if not shown:
        return view.text("bars_all_withheld", count=len(named))
    largest = max(shown, key=lambda one: (one.value, one.name))
    return view.text(
        "bars_description", count=len(named), largest=largest.name, text=largest.text,
        withheld=len(named) - len(shown),
    )  # fmt: skip


def _table(
    view: View, chart: Chart, measure: Measure, cells: Sequence[Cell], total: Found, title: str
) -> Table:
    unit = view.unit(measure)

    def row(found: Cell, name: str, *, is_total: bool = False) -> Row:
        share = [share_entry(view, found, total)] if chart.has_share else []
        return Row(name, [view.entry(found, unit), *share], is_total=is_total)

    heads = [
        Head(view.title(view.figures.edition.public.dimensions[chart.dimension])),
        Head(view.words["value"], unit.name),
        *([Head(view.words["share"])] if chart.has_share else []),
    ]
    totals = [row(total, view.words["total"], is_total=True)] if total else []
    return Table(f"{chart.code}-table", title, heads, [*totals, *(row(one, view.name(one)) for one in cells)])


def share_entry(view: View, part: Found, whole: Found) -> Entry:
    """A published part of a published whole in per cent; below zero where it is taken off the whole."""
    if part is None or whole is None:
        return view.absent
    if part.value is None or whole.value is None:
        return view.withheld
    if abs(part.value) > whole.value:
        return view.word(view.words["no_share"])
    share = numbers.share(abs(part.value), whole.value)
    return view.plain(part.value, f"{numbers.MINUS}{share}" if part.value < 0 else share)
