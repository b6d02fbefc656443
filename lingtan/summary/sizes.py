"""Classes of size beside the national thresholds of carbon per energy."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final

from lingtan.bulletin import numbers
from lingtan.public import scales
from lingtan.public.scales import ChartCell
from lingtan.summary.amounts import Unit
from lingtan.summary.bars import BarChart, Limit, Named, draw_bars
from lingtan.summary.figures import Cell, Found
from lingtan.summary.panels import Head, Panel, Row, Table, bars_description
from lingtan.summary.view import Entry, View

#: Decimals of carbon per energy, tCO2/tce: one more than the thresholds have.
PLACES: Final = 3
#: Wider than any published value.
_DIGITS: Final = 60
_TABLES: Final = {
    "parks_by_size_class": "parks_reporting",
    "emissions_by_size_class": "cn_nzcp",
    "energy_by_size_class": "energy",
}


def size_panel(view: View) -> Panel | None:
    """Carbon per energy of each class beside its threshold; None where the edition has no class.

    Carbon over energy is a quotient of two published sums, computed only where both are published.
    """
    found = {
        table: {one.code: one for one in view.figures.along(table, "size_class")}
        for table in _TABLES
        if view.figures.table(table)
    }
    codes = _codes(view, found)
    if not codes:
        return None
    thresholds = {one.code: one for one in view.notes.size_classes}
    ratios = {code: _ratio(found, code) for code in codes}
    title = view.text("size_title", year=view.figures.year)
    units = {table: view.unit(view.figures.measure(_TABLES[table])) for table in found}
    names = {
        code: next(view.name(cells[code]) for cells in found.values() if code in cells) for code in codes
    }

    def threshold(code: str) -> Entry:
        known = thresholds.get(code)
        if known is None or known.threshold is None:
            return Entry(view.words["no_threshold"], "word")
        return view.plain(known.threshold, view.text("at_most", value=numbers.plain(known.threshold)))

    rows = [
        Row(
            names[code],
            [
                *(view.entry(found[table].get(code), unit) for table, unit in units.items()),
                _ratio_entry(view, ratios[code]),
                threshold(code),
            ],
        )
        for code in codes
    ]
    ratio_unit = view.words["unit_tCO2/tce"]
    heads = [
        Head(view.title(view.figures.edition.public.dimensions["size_class"])),
        *(Head(view.title(view.figures.measure(_TABLES[table])), unit.name) for table, unit in units.items()),
        Head(view.words["carbon_per_energy"], ratio_unit),
        Head(view.words["threshold"], ratio_unit),
    ]
    return Panel(
        title,
        _chart(view, codes, names, ratios, title),
        Table("sizes", title, heads, rows),
        view.text("size_note", document=_document(view)),
    )


def _document(view: View) -> str:
    one = view.notes.threshold_document
    return one.title_zh if view.words.language == "zh" else one.title_en


def _codes(view: View, found: Mapping[str, Mapping[str, Cell]]) -> Sequence[str]:
    published = {code for cells in found.values() for code in cells}
    ordered = [one.code for one in view.notes.size_classes if one.code in published]
    return [*ordered, *sorted(published - set(ordered))]


def _ratio(found: Mapping[str, Mapping[str, Cell]], code: str) -> Found:
    """Carbon over energy; withheld where one of the two is, None where one of them is not there or zero."""
    carbon = found.get("emissions_by_size_class", {}).get(code)
    energy = found.get("energy_by_size_class", {}).get(code)
    if carbon is None or energy is None or energy.value == 0:
        return None
    if carbon.value is None or energy.value is None:
        return Cell(code, carbon.name_zh, carbon.name_en, None)
    with localcontext(prec=_DIGITS, rounding=ROUND_HALF_UP):
        value = (carbon.value / energy.value).quantize(Decimal(1).scaleb(-PLACES))
    return Cell(code, carbon.name_zh, carbon.name_en, value)


def _ratio_entry(view: View, ratio: Found) -> Entry:
    return view.entry(ratio, Unit("", 0, PLACES))


def _chart(
    view: View, codes: Sequence[str], names: Mapping[str, str], ratios: Mapping[str, Found], title: str
) -> BarChart | None:
    cells = [found for code in codes if (found := ratios[code]) is not None]
    if not cells:
        return None
    limits = {
        one.code: Limit(one.threshold, view.text("at_most", value=numbers.plain(one.threshold)))
        for one in view.notes.size_classes
        if one.threshold is not None and one.code in codes
    }
    published = [ChartCell(one.code, one.value) for one in cells]
    named = {one.code: Named(names[one.code], one.value, _ratio_entry(view, one).text) for one in cells}
    return draw_bars(
        named,
        scales.in_order(published),
        scales.axis([*published, *(ChartCell(code, one.value) for code, one in limits.items())]),
        Unit("", 0, PLACES),
        code="sizes",
        title=view.text("with_unit", title=title, unit=view.words["unit_tCO2/tce"]),
        description=bars_description(view, list(named.values())),
        limits=limits,
    )
