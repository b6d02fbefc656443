"""The charts of all pages, and what each says beside its figures.

A chart draws from its marks and from published cells: what the pages reveal beside the cells is in the marks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.contributions import BETWEEN_PROVINCES
from lingtan.public import scales
from lingtan.public.scales import Axis, BarMark, ChartCell, TileMark
from lingtan.summary.figures import Cell, Figures
from lingtan.summary.loss import coarse_codes


@dataclass(frozen=True)
class Chart:
    """A chart: the cells of a table along a dimension, of the nation or of an area.

    Attributes:
        code: its name, unique among all charts.
        table: the published table.
        dimension: what its bars or tiles are.
        is_ranked: whether bars stand in the order of their values; else in that of their codes.
        has_share: whether the part of the total is written beside each bar.
        has_tiles: whether it is drawn as tiles too.
        is_of_areas: whether each area's page has it.
    """

    code: str
    table: str
    dimension: str
    is_ranked: bool = True
    has_share: bool = False
    has_tiles: bool = False
    is_of_areas: bool = False


@dataclass(frozen=True)
class ChartMarks:
    """What a chart says beside its figures; tiles have marks where the chart has tiles."""

    bars: Sequence[BarMark]
    axis: Axis
    tiles: Sequence[TileMark]


#: The marks of all charts: chart and area (TOTAL: the nation) -> its marks.
Marks = Mapping[tuple[str, str], ChartMarks]

AREAS: Final = Chart("areas", "emissions_by_area_and_component", "area", has_tiles=True)
COMPONENTS: Final = Chart(
    "components", "emissions_by_area_and_component", "component", has_share=True, is_of_areas=True
)
GASES: Final = Chart("gases", "scope_1_by_area_and_gas", "gas", is_of_areas=True)
SCOPE_1_COMPONENTS: Final = Chart("scope-one-components", "scope_1_by_component", "component")
SCOPE_3: Final = Chart("scope-three", "scope_3_by_category", "scope3_category")
SECTIONS: Final = Chart("sections", "emissions_by_area_and_section", "industry", is_of_areas=True)
ENERGY_SECTIONS: Final = Chart("energy-sections", "energy_by_area_and_section", "industry", is_of_areas=True)
FIFTHS: Final = Chart("fifths", "emissions_by_fifth", "emission_fifth", is_ranked=False, has_share=True)
ENERGY_FIFTHS: Final = Chart(
    "energy-fifths", "energy_by_fifth", "energy_fifth", is_ranked=False, has_share=True
)
CARRIERS: Final = Chart("carriers", "energy_by_carrier_group", "carrier_group", has_share=True)
POWER: Final = Chart("power", "power_by_kind", "power_kind", has_share=True)
OPERATIONAL: Final = Chart("operational", "parks_by_operational_stage", "stage_status")
FULL: Final = Chart("full", "parks_by_full_stage", "stage_status")
CHARTS: Final = (
    AREAS, COMPONENTS, GASES, SCOPE_1_COMPONENTS, SCOPE_3, SECTIONS, ENERGY_SECTIONS, FIFTHS, ENERGY_FIFTHS,
    CARRIERS, POWER, OPERATIONAL, FULL,
)  # fmt: skip


def chart_cells(figures: Figures, chart: Chart, area: str = TOTAL) -> Sequence[Cell]:
    """The published cells that a chart draws: no total, and no cell that others in the chart are parts of.

    What is taken off between two provinces is no province: tables have it, charts have not.
    """
    table = figures.table(chart.table)
    if table is None:
        return ()
    left_out = {*coarse_codes(table, chart.dimension), BETWEEN_PROVINCES}
    at = {} if area == TOTAL else {"area": area}
    return [one for one in figures.along(chart.table, chart.dimension, at) if one.code not in left_out]


def chart_marks(figures: Figures) -> Marks:
    """The marks of all charts that have a cell, of the nation and of areas, from published values alone."""
    found = {}
    for chart in CHARTS:
        for area in (TOTAL, *(_areas(figures, chart) if chart.is_of_areas else ())):
            cells = [ChartCell(one.code, one.value) for one in chart_cells(figures, chart, area)]
            if cells:
                found[chart.code, area] = ChartMarks(
                    scales.ranked(cells) if chart.is_ranked else scales.in_order(cells),
                    scales.axis(cells),
                    scales.classed(cells) if chart.has_tiles else (),
                )
    return found


def _areas(figures: Figures, chart: Chart) -> Sequence[str]:
    table = figures.table(chart.table)
    return [] if table is None else sorted(set(table.frame["area_code"]) - {TOTAL, BETWEEN_PROVINCES})
