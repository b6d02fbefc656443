"""The figures at the head of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from lingtan.summary.figures import Found
from lingtan.summary.view import Entry, View


@dataclass(frozen=True)
class Headline:
    """A figure in large letters: what it is, the figure or its mark, the unit, and a word under it."""

    title: str
    entry: Entry
    unit: str
    under: str = ""


def headline(view: View, measure: str, found: Found, under: str = "") -> Headline:
    """A published cell as a headline."""
    declared = view.figures.measure(measure)
    unit = view.unit(declared)
    entry = view.entry(found, unit)
    return Headline(view.title(declared), entry, unit.name if entry.kind == "number" else "", under)


def totals(view: View, measures: Sequence[str]) -> Sequence[Headline]:
    """The totals of measures that are published."""
    return [headline(view, one, found) for one in measures if (found := view.figures.total(one)) is not None]
