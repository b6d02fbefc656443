"""The page of one area: everything published of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lingtan.disclosure.cells import TOTAL
from lingtan.summary.area_table import Area, area_cells
from lingtan.summary.areas import COLUMNS, HEADLINE
from lingtan.summary.charts import AREAS, CHARTS
from lingtan.summary.headlines import Headline, headline
from lingtan.summary.panels import Panel, panel
from lingtan.summary.view import View

#: What is published of an area beside the columns of the table of areas.
_TAKEN_OFF: Final = ("removals", "offsets")


@dataclass(frozen=True)
class AreaPage:
    """What an area's page shows; without headlines and panels nothing of it is published.

    Attributes:
        area: the area.
        headlines: its totals.
        panels: its totals by component, gas, section.
    """

    area: Area
    headlines: Sequence[Headline]
    panels: Sequence[Panel]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the area is published."""
        return not self.headlines and not self.panels

    @property
    def has_withheld(self) -> bool:
        """Whether a headline is withheld."""
        return any(one.entry.kind == "withheld" for one in self.headlines)


def area_page(view: View, area: Area) -> AreaPage:
    """The page of an area."""
    measures = (*COLUMNS, *_TAKEN_OFF)
    cells = {name: by_area.get(area.code) for name, by_area in area_cells(view, measures).items()}
    ranks = _ranks(view)
    headlines = [
        headline(view, name, cells[name], ranks.get(area.code, "") if name == HEADLINE else "")
        for name in measures
        if cells.get(name) is not None
    ]
    panels = [
        one for chart in CHARTS if chart.is_of_areas and (one := panel(view, chart, area.code)) is not None
    ]
    return AreaPage(area, headlines, panels)


def _ranks(view: View) -> dict[str, str]:
    """Area -> its place among those with a published figure, in words."""
    marks = view.marks.get((AREAS.code, TOTAL))
    if marks is None:
        return {}
    shown = {one.code for one in marks.tiles}
    return {
        one.code: view.text("rank", rank=one.rank, count=len(shown))
        for one in marks.bars
        if one.code in shown
    }
