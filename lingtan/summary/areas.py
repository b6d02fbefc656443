"""The areas: on a tile grid, as ranked bars, and in one table with everything published of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.public_tables import Measure
from lingtan.summary.bars import BarChart
from lingtan.summary.charts import AREAS, chart_cells
from lingtan.summary.figures import Cell, Found
from lingtan.summary.panels import Head, Row, Table, panel
from lingtan.summary.scales import TileMark
from lingtan.summary.tiles import Key, Tile, TileChart, bounds, grid_size, read_grid, tile_places
from lingtan.summary.view import View

#: What the tiles and the ranked bars show.
HEADLINE: Final = "cn_nzcp"
#: What the table of areas shows, where the edition has it by area.
COLUMNS: Final = (
    HEADLINE,
    "ghgi_scope_1",
    "ghgi_scope_2_location",
    "ghgi_scope_2_market",
    "energy",
    "parks_registered",
)


@dataclass(frozen=True)
class Area:
    """An area that has a page."""

    code: str
    name: str
    short: str


@dataclass(frozen=True)
class AreaPanel:
    """The areas in three views of the same figures; a chart is None where nothing by area is published."""

    tiles: TileChart | None
    bars: BarChart | None
    table: Table
    ranked_title: str = ""


def areas(view: View) -> Sequence[Area]:
    """The areas that have a page: those of the tile grid, and others of the standard with a figure."""
    on_grid = {one.code for one in read_grid()}
    published = _published_names(view)
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


def _published_names(view: View) -> Mapping[str, str]:
    return {one.code: view.name(one) for cells in area_cells(view).values() for one in cells.values()}


def area_cells(view: View) -> Mapping[str, Mapping[str, Cell]]:
    """The cells by area of each measure of the table: measure -> area -> cell."""
    found = {}
    for measure in COLUMNS:
        code = view.figures.area_table(measure)
        if code is not None:
            found[measure] = {one.code: one for one in view.figures.along(code, "area")}
    return found


def page_of(code: str, language: str) -> str:
    """The file of an area's page beside the first page."""
    return f"provinces/{code}.{language}.html"


def area_panel(view: View) -> AreaPanel:
    """The areas in three views."""
    ranked, table = panel(view, AREAS), _table(view, area_cells(view))
    if ranked is None:
        return AreaPanel(None, None, table)
    measure = view.figures.measure(HEADLINE)
    ranked_title = view.text("with_unit", title=view.words["ranked_heading"], unit=view.unit(measure).name)
    return AreaPanel(_tiles(view, measure), ranked.chart, table, ranked_title)


def _tiles(view: View, measure: Measure) -> TileChart:
    cells = {one.code: one for one in chart_cells(view.figures, AREAS)}
    marks = {one.code: one for one in view.marks[AREAS.code, TOTAL].tiles}
    unit, title = view.unit(measure), view.chart_title(measure, AREAS.dimension)
    known = {one.code: one for one in areas(view)}
    width, height = grid_size()
    tiles = []
    for code, (left, top) in tile_places().items():
        area, found = known[code], cells.get(code)
        tiles.append(
            Tile(
                code, area.short, view.short(found, unit),
                view.text("tile_tells", area=area.name, text=view.entry(found, unit).text),
                _shade(found, marks), left, top, page_of(code, view.words.language),
            )
        )  # fmt: skip
    classes = [
        Key(
            f"class-{one.class_number}",
            unit.text(one.class_lower)
            if one.class_lower == one.class_upper
            else view.text(
                "class_bounds", lower=unit.text(one.class_lower), upper=unit.text(one.class_upper)
            ),
        )
        for one in bounds(list(marks.values()))
    ]
    words = view.words
    keys = [*classes, Key("withheld", words["key_withheld"]), Key("absent", words["key_absent"])]
    return TileChart(
        "areas-tiles", view.text("with_unit", title=title, unit=unit.name),
        view.text(
            "tiles_description", tiles=len(tiles), shown=len(marks),
            withheld=sum(one.value is None for one in cells.values()),
        ),
        width, height, tiles, keys,
    )  # fmt: skip


def _shade(found: Found, marks: Mapping[str, TileMark]) -> str:
    if found is None:
        return "absent"
    return "withheld" if found.value is None else f"class-{marks[found.code].class_number}"


def _table(view: View, found: Mapping[str, Mapping[str, Cell]]) -> Table:
    figures, language = view.figures, view.words.language
    units = {measure: view.unit(figures.measure(measure)) for measure in found}
    rows = [
        Row(
            view.words["total"],
            [view.entry(figures.total(measure), unit) for measure, unit in units.items()],
            is_total=True,
        )
    ]
    pages = areas(view)
    rows += [
        Row(
            one.name,
            [view.entry(found[measure].get(one.code), unit) for measure, unit in units.items()],
            page_of(one.code, language),
        )
        for one in pages
    ]
    # What no area has to itself, such as what is taken off between two of them.
    others = {
        code: cell
        for cells in found.values()
        for code, cell in cells.items()
        if code not in {one.code for one in pages}
    }
    rows += [
        Row(view.name(cell), [view.entry(found[measure].get(code), unit) for measure, unit in units.items()])
        for code, cell in sorted(others.items())
    ]
    return Table(
        "areas",
        view.text("areas_table", year=figures.year),
        [
            Head(view.title(figures.edition.public.dimensions["area"])),
            *(Head(view.title(figures.measure(measure)), unit.name) for measure, unit in units.items()),
        ],
        rows,
        is_long=True,
    )
