"""What the figures do not cover: parks without a figure, cells without a value."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.bulletin import numbers
from lingtan.summary.figures import Cell, Found
from lingtan.summary.loss import Loss, losses
from lingtan.summary.methods import methods_behind
from lingtan.summary.panels import Head, Row, Table
from lingtan.summary.view import Entry, View

#: What came of a park and made no year, and that nothing came (`year_sources`).
_INCOMPLETE: Final = "incomplete"
_NONE: Final = "none"


@dataclass(frozen=True)
class Count:
    """A number of parks and what it counts."""

    name: str
    entry: Entry


@dataclass(frozen=True)
class Coverage:
    """What is missing in the figures.

    Attributes:
        parks: registered; with a year; reported without one; not reported. Empty where no table counts parks.
        cell_count: cells of all tables.
        withheld_count: those of them without a value.
        unverified_count: factors used that nobody has compared with their document.
        is_imputed: whether the plan lets missing values be estimated.
        loss: the loss of each table.
    """

    parks: Sequence[Count]
    cell_count: str
    withheld_count: str
    unverified_count: str
    is_imputed: bool
    loss: Table


def read_coverage(view: View) -> Coverage:
    """What is missing in the figures of the year."""
    lost = losses(view.figures.edition, view.figures.year)
    return Coverage(
        _parks(view),
        numbers.count(sum(one.cell_count for one in lost)),
        numbers.count(sum(one.withheld_count for one in lost)),
        numbers.count(max((one.factors.unverified_count for one in methods_behind(view)), default=0)),
        view.notes.settings.get("imputation") not in (None, "none"),
        _loss(view, lost),
    )


def _parks(view: View) -> Sequence[Count]:
    figures, words = view.figures, view.words
    registered, reported = figures.total("parks_registered"), figures.total("parks_reporting")
    by_return = figures.along("parks_by_return", "year_source")
    complete = [one for one in by_return if one.code not in (_INCOMPLETE, _NONE)]
    incomplete = next((one for one in by_return if one.code == _INCOMPLETE), None)
    found: list[tuple[str, Found]] = [("parks_registered", registered)]
    if by_return:
        found += [("parks_complete", _sum(complete)), ("parks_incomplete", incomplete or _zero(reported))]
    found.append(("parks_not_reported", _difference(registered, reported)))
    unit = view.unit(figures.measure("parks_registered")) if registered else None
    return [Count(words[name], view.entry(one, unit)) for name, one in found if one and unit]


def _sum(cells: Sequence[Cell]) -> Found:
    if not cells:
        return None
    values = [one.value for one in cells]
    known = [value for value in values if value is not None]
    return Cell("", "", "", sum(known, Decimal(0)) if len(known) == len(values) else None)


def _difference(whole: Found, part: Found) -> Found:
    if whole is None or part is None:
        return None
    if whole.value is None or part.value is None:
        return Cell("", "", "", None)
    return Cell("", "", "", whole.value - part.value)


def _zero(beside: Found) -> Found:
    """None of the parks that reported; where nothing is known of them, nothing is said."""
    return None if beside is None else Cell("", "", "", Decimal(0))


def _loss(view: View, lost: Sequence[Loss]) -> Table:
    words = view.words

    def share(one: Loss) -> Entry:
        if one.withheld is None:
            return Entry(words["share_not_known"], "word")
        rest, total = one.withheld
        return view.plain(rest / total, numbers.share(rest, total))

    def counted(value: int) -> Entry:
        return view.plain(Decimal(value), numbers.count(value))

    return Table(
        "loss",
        words["loss_title"],
        [Head(words[name]) for name in ("table", "cells", "cells_withheld", "withheld_share")],
        [
            Row(view.title(one.table), [counted(one.cell_count), counted(one.withheld_count), share(one)])
            for one in lost
        ],
    )
