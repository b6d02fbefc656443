"""What the first page shows, section by section; a section without a published table is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from lingtan.disclosure.cells import TOTAL
from lingtan.summary import charts
from lingtan.summary.area_table import area_table
from lingtan.summary.areas import AreaPanel, area_panel
from lingtan.summary.figures import Figures
from lingtan.summary.loss import coarse_codes
from lingtan.summary.panels import Head, Panel, Row, Table, panel
from lingtan.summary.sizes import size_panel
from lingtan.summary.view import View

#: The totals at the head of the page, in order; results of two of them are never added.
HEADLINES: Final = (
    "cn_nzcp",
    "ghgi_scope_1",
    "ghgi_scope_2_location",
    "ghgi_scope_2_market",
    "energy",
    "power_received",
)
#: What a tonne is counted under in the inventory, each in a line of its own.
_SCOPES: Final = ("ghgi_scope_1", "ghgi_scope_2_location", "ghgi_scope_2_market", "ghgi_scope_3")
_TAKEN_OFF: Final = ("removals", "offsets")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Section:
    """A section: its heading and text are words of its code."""

    code: str
    tables: Sequence[Table] = ()
    panels: Sequence[Panel] = ()
    areas: AreaPanel | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is published."""
        return not self.tables and not self.panels and self.areas is None


def sections(view: View) -> Sequence[Section]:
    """The sections of the first page that have something to show."""
    found = [
        Section("years", _present(_years(view))),
        Section("components", panels=_present(panel(view, charts.COMPONENTS))),
        Section(
            "scopes",
            _present(measures_table(view, "scopes", _SCOPES)),
            _present(
                panel(view, charts.GASES),
                panel(view, charts.SCOPE_1_COMPONENTS),
                panel(view, charts.SCOPE_3),
            ),
        ),
        Section("areas", areas=area_panel(view)),
        Section(
            "sectors",
            _present(_divisions(view)),
            _present(
                panel(view, charts.SECTIONS),
                panel(view, charts.ENERGY_SECTIONS),
            ),
        ),
        Section("parks", _present(_types_and_levels(view))),
        Section("sizes", panels=_present(size_panel(view))),
        Section(
            "fifths",
            panels=_present(
                panel(view, charts.FIFTHS),
                panel(view, charts.ENERGY_FIFTHS),
            ),
        ),
        Section(
            "energy",
            panels=_present(
                panel(view, charts.CARRIERS),
                panel(view, charts.POWER),
            ),
        ),
        Section(
            "taken_off",
            _present(
                measures_table(view, "taken_off", _TAKEN_OFF),
                area_table(view, "taken_off", _TAKEN_OFF, has_all=False),
            ),
        ),
        Section(
            "stages",
            panels=_present(
                panel(view, charts.OPERATIONAL),
                panel(view, charts.FULL),
            ),
        ),
    ]
    return [one for one in found if not one.is_empty]


def _present(*parts: _T | None) -> list[_T]:
    return [one for one in parts if one is not None]


def measures_table(view: View, code: str, measures: Sequence[str]) -> Table | None:
    """Totals of measures, a line each; None where none of them is published."""
    rows = []
    for name in measures:
        found = view.figures.total(name)
        if found is not None:
            measure = view.figures.measure(name)
            unit = view.unit(measure)
            rows.append(Row(view.title(measure), [view.entry(found, unit), view.word(unit.name)]))
    words = view.words
    title = view.text(f"{code}_table", year=view.figures.year)
    heads = [Head(words["measure"]), Head(words["value"]), Head(words["unit"])]
    return Table(f"{code}-totals", title, heads, rows) if rows else None


def _years(view: View) -> Table | None:
    """The totals of all years; None where there is one year alone."""
    edition = view.figures.edition
    if len(edition.years) == 1:
        return None
    of_years = [Figures(edition, year) for year in edition.years]
    measures = [name for name in (*HEADLINES, *_TAKEN_OFF) if any(one.total(name) for one in of_years)]
    rows = []
    for name in measures:
        measure = view.figures.measure(name)
        unit = view.unit(measure)
        rows.append(
            Row(
                view.title(measure),
                [view.word(unit.name), *(view.entry(one.total(name), unit) for one in of_years)],
            )
        )
    heads = [
        Head(view.words["measure"]),
        Head(view.words["unit"]),
        *(Head(str(year)) for year in edition.years),
    ]
    return Table("years-totals", view.words["years_table"], heads, rows)


def _divisions(view: View) -> Table | None:
    """The divisions of industry with carbon and with scope 1."""
    tables = [
        one for code in ("emissions_by_division", "scope_1_by_division") if (one := view.figures.table(code))
    ]
    if not tables:
        return None
    columns = []
    for table in tables:
        coarse = coarse_codes(table, "industry")
        cells = view.figures.along(table.table.code, "industry")
        columns.append({one.code: one for one in cells if one.code not in coarse})
    units = [view.unit(one.measure) for one in tables]
    names = {code: view.name(cell) for column in columns for code, cell in column.items()}
    totals = [view.figures.at(one.table.code) for one in tables]
    rows = [
        Row(
            view.words["total"],
            [view.word(""), *(view.entry(one, unit) for one, unit in zip(totals, units, strict=True))],
            is_total=True,
        ),
        *(
            Row(
                name,
                [
                    view.word(code),
                    *(
                        view.entry(column.get(code), unit)
                        for column, unit in zip(columns, units, strict=True)
                    ),
                ],
            )
            for code, name in sorted(names.items())
        ),
    ]
    heads = [
        Head(view.words["division"]),
        Head(view.words["code"]),
        *(Head(view.title(one.measure), unit.name) for one, unit in zip(tables, units, strict=True)),
    ]
    title = view.text("divisions_table", year=view.figures.year)
    return Table("divisions", title, heads, rows, is_long=True)


def _types_and_levels(view: View) -> Table | None:
    """Parks by type and level with carbon and with energy; None where neither is published."""
    codes = ("emissions_by_park_type_and_level", "energy_by_park_type_and_level")
    tables = [one for code in codes if (one := view.figures.table(code))]
    if not tables:
        return None
    units = [view.unit(one.measure) for one in tables]
    types = {
        one.code: view.name(one)
        for table in tables
        for one in view.figures.along(table.table.code, "park_type")
    }
    rows = []
    for code, name in [(TOTAL, view.words["total"]), *sorted(types.items())]:
        levels = {
            one.code: view.name(one)
            for table in tables
            for one in view.figures.along(table.table.code, "park_level", {"park_type": code})
        }
        for level, level_name in [(TOTAL, name), *sorted(levels.items())]:
            at = {"park_type": code, "park_level": level}
            found = [view.figures.at(one.table.code, at) for one in tables]
            entries = [view.entry(cell, unit) for cell, unit in zip(found, units, strict=True)]
            rows.append(Row(level_name, entries, is_total=level == TOTAL, is_part=level != TOTAL))
    dimensions = view.figures.edition.public.dimensions
    heads = [
        Head(
            view.text(
                "type_and_level",
                type=view.title(dimensions["park_type"]),
                level=view.by(dimensions["park_level"]),
            )
        ),
        *(Head(view.title(one.measure), unit.name) for one, unit in zip(tables, units, strict=True)),
    ]
    return Table("parks", view.text("parks_table", year=view.figures.year), heads, rows)
