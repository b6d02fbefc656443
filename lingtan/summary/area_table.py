"""The areas that have a page, and tables of what is published of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lingtan.summary.figures import Cell
from lingtan.summary.panels import Head, Row, Table
from lingtan.summary.tiles import read_grid
from lingtan.summary.view import View


@dataclass(frozen=True)
class Area:
    """An area that has a page."""

    code: str
    name: str
    short: str


def areas(view: View) -> Sequence[Area]:
    """The areas that have a page: those of the tile grid, and others of the standard with a cell."""
    on_grid = {one.code for one in read_grid()}
    published = {
        one.code: view.name(one)
        for table in view.figures.edition.tables
        if "area" in table.table.by
        for one in view.figures.along(table.table.code, "area")
    }
    is_chinese = view.words.language == "zh"
    return [
        Area(
            one.code,
            published.get(one.code, one.name_zh if is_chinese else one.name_en),
            one.short_zh if is_chinese else one.short_en,
        )
        for one in view.notes.provinces
        if one.code in on_grid or one.code in published
    ]


def page_of(code: str, language: str) -> str:
    """The file of an area's page beside the first page."""
    return f"provinces/{code}.{language}.html"


def area_cells(view: View, measures: Sequence[str]) -> Mapping[str, Mapping[str, Cell]]:
    """The cells by area of measures that are published so: measure -> area -> cell."""
    found = {}
    for measure in measures:
        code = view.figures.area_table(measure)
        if code is not None:
            found[measure] = {one.code: one for one in view.figures.along(code, "area")}
    return found


def area_table(view: View, code: str, measures: Sequence[str], *, has_all: bool) -> Table | None:
    """Measures by area; None where none is published by area.

    Args:
        view: figures, notes and language.
        code: id of the table; its title is the text `<code>_by_area`.
        measures: the columns, where they are published by area.
        has_all: whether areas without a cell have a row too; the table can then be searched and sorted.
    """
    found = area_cells(view, measures)
    if not found:
        return None
    figures = view.figures
    units = {measure: view.unit(figures.measure(measure)) for measure in found}

    def row(name: str, area: str, link: str = "") -> Row:
        return Row(name, [view.entry(found[one].get(area), unit) for one, unit in units.items()], link)

    cells = {area: cell for by_area in found.values() for area, cell in by_area.items()}
    pages = [one for one in areas(view) if has_all or one.code in cells]
    # What no area has to itself, such as what is taken off between two of them.
    others = sorted(cells.keys() - {one.code for one in areas(view)})
    totals = [view.entry(figures.total(measure), unit) for measure, unit in units.items()]
    return Table(
        f"{code}-by-area",
        view.text(f"{code}_by_area", year=figures.year),
        [
            Head(view.title(figures.edition.public.dimensions["area"])),
            *(Head(view.title(figures.measure(one)), unit.name) for one, unit in units.items()),
        ],
        [
            Row(view.words["total"], totals, is_total=True),
            *(row(one.name, one.code, page_of(one.code, view.words.language)) for one in pages),
            *(row(view.name(cells[area]), area) for area in others),
        ],
        is_long=has_all,
    )
