"""A chart with its table: what most of a page consists of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lingtan.bulletin import numbers
from lingtan.disclosure.public_tables import Measure
from lingtan.summary import scales
from lingtan.summary.bars import BarChart, Limit, Named, draw_bars
from lingtan.summary.figures import Cell, Found
from lingtan.summary.loss import coarse_codes
from lingtan.summary.scales import Axis, BarMark, Published
from lingtan.summary.view import Entry, View

#: How bars are put in order.
Order = Callable[[Sequence[Published]], tuple[BarMark, ...]]


@dataclass(frozen=True)
class Head:
    """The head of a column."""

    text: str
    unit: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table: its name, where the name leads to, and its entries."""

    name: str
    entries: Sequence[Entry]
    link: str = ""
    is_total: bool = False


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


def panel(
    view: View,
    code: str,
    dimension: str,
    *,
    at: Mapping[str, str] | None = None,
    order: Order = scales.ranked,
    has_share: bool = False,
    note: str = "",
) -> Panel | None:
    """A table along one dimension as bars beside their figures; None where the edition has no such cell.

    Args:
        view: figures, notes and language.
        code: the published table.
        dimension: what the bars are.
        at: codes in other dimensions; what is not there is summed over.
        order: how bars follow each other.
        has_share: whether each bar's part of the total is written.
        note: a sentence under the table.
    """
    table = view.figures.table(code)
    cells = view.figures.along(code, dimension, at)
    if table is not None:
        coarse = coarse_codes(table, dimension)
        cells = [one for one in cells if one.code not in coarse]
    if table is None or not cells:
        return None
    title = view.text(
        "by_dimension",
        measure=view.title(table.measure),
        dimension=view.title(view.figures.edition.public.dimensions[dimension]),
        year=view.figures.year,
    )
    published = [Published(one.code, one.value) for one in cells]
    marks = order(published)
    return Panel(
        title,
        bar_chart(view, table.measure, cells, marks, scales.axis(published), code=f"{code}-{dimension}", title=title),
        _table(view, code, dimension, cells, marks, view.figures.at(code, at), title, has_share=has_share),
        note,
    )  # fmt: skip


def bar_chart(
    view: View,
    measure: Measure,
    cells: Sequence[Cell],
    marks: Sequence[BarMark],
    axis: Axis,
    *,
    code: str,
    title: str,
    limits: Mapping[str, Limit] | None = None,
) -> BarChart:
    """Bars of the cells of a measure, in the order of their marks."""
    unit = view.unit(measure)
    named = {one.code: Named(view.name(one), one.value, view.entry(one, unit).text) for one in cells}
    return draw_bars(
        named, marks, axis, unit, code=code, title=view.text("with_unit", title=title, unit=unit.name),
        description=bars_description(view, list(named.values())), limits=limits,
    )  # fmt: skip


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
    view: View,
    code: str,
    dimension: str,
    cells: Sequence[Cell],
    marks: Sequence[BarMark],
    total: Found,
    title: str,
    *,
    has_share: bool,
) -> Table:
    table = view.figures.edition.of(code)
    assert table is not None
    unit = view.unit(table.measure)
    by_code = {one.code: one for one in cells}
    ranks = sorted(marks, key=lambda one: one.rank)

    def row(found: Cell | None, name: str, *, is_total: bool = False) -> Row:
        share = [share_entry(view, found, total)] if has_share else []
        return Row(name, [view.entry(found, unit), *share], is_total=is_total)

    shares = [Head(view.words["share"])] if has_share else []
    return Table(
        f"{code}-{dimension}-table",
        title,
        [Head(view.title(view.figures.edition.public.dimensions[dimension])), Head(view.words["value"], unit.name), *shares],
        [
            *([row(total, view.words["total"], is_total=True)] if total else []),
            *(row(by_code[mark.code], view.name(by_code[mark.code])) for mark in ranks),
        ],
    )  # fmt: skip


def share_entry(view: View, part: Found, whole: Found) -> Entry:
    """A published part of a published whole, in per cent; what lies below zero is no part."""
    if part is None or whole is None:
        return view.absent
    if part.value is None or whole.value is None:
        return view.withheld
    if not 0 <= part.value <= whole.value:
        return view.absent
    return view.plain(part.value, numbers.share(part.value, whole.value))
