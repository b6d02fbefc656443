"""The areas: on a tile grid, as ranked bars, and in one table with everything published of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.public_tables import Measure
from lingtan.public.scales import TileMark
from lingtan.summary.amounts import Unit
from lingtan.summary.area_table import area_table, areas, page_of
from lingtan.summary.bars import BarChart
from lingtan.summary.charts import AREAS, chart_cells
from lingtan.summary.figures import Found
from lingtan.summary.panels import Table, panel
from lingtan.summary.tiles import Key, Tile, TileChart, bounds, grid_size, tile_places
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
class AreaPanel:
    """The areas in three views of the same figures; a chart is None where nothing by area is published."""

    tiles: TileChart | None
    bars: BarChart | None
    table: Table
    ranked_title: str = ""


def area_panel(view: View) -> AreaPanel | None:
    """The areas in three views; None where nothing is published by area."""
    ranked, table = panel(view, AREAS), area_table(view, "areas", COLUMNS, has_all=True)
    if table is None:
        return None
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
        Key(f"class-{one.class_number}", _bounds(view, unit, one)) for one in bounds(list(marks.values()))
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


def _bounds(view: View, unit: Unit, mark: TileMark) -> str:
    """A class in words: from its lower to its upper bound, where it has them."""
    lower, upper = mark.class_lower, mark.class_upper
    if not lower.is_finite():
        return (
            view.words["class_open"]
            if not upper.is_finite()
            else view.text("class_to", upper=unit.text(upper))
        )
    if not upper.is_finite():
        return view.text("class_from", lower=unit.text(lower))
    if lower == upper:
        return unit.text(lower)
    return view.text("class_bounds", lower=unit.text(lower), upper=unit.text(upper))
