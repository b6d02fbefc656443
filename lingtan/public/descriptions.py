"""What the public tables and their columns mean, for manifest and comments: Chinese and English."""

from collections.abc import Mapping
from typing import Final

from lingtan.public.chart_marks import CHART_MARKS, CHART_MARKS_KEY
from lingtan.public.columns import column_texts, key_of
from lingtan.public.edition import Edition, EditionTable
from lingtan.release.descriptions import TableDescription
from lingtan.release.table_texts import ColumnText
from lingtan.release.tables import ReleasedTable

_CHART_MARKS: Final = (
    "图上除数值之外的内容：分级界限、次序、坐标轴终点、占比。"
    " What charts show beside values: bounds of classes, order, end of the axis, shares."
)
_MARK_COLUMNS: Final[Mapping[str, str]] = {
    "reference_year": "核算年度 · Reference year [year]",
    "chart_code": "图 · Chart",
    "mark_code": (
        "内容：class_lower、class_upper 分级界限，rank 次序，axis_end 坐标轴终点，"
        "share_ratio 占比，rounded_value 约数"
        " · What: bounds of the class, place, end of the axis, share, round number"
    ),
    "category_code": "图中的类别；坐标轴终点没有类别 · Category of the chart; the end of an axis has none",
    "mark_value": (
        "数值，单位同所画指标，次序和占比没有单位"
        " · Value in the unit of the measure; places and shares have none"
    ),
}


def released_tables(edition: Edition) -> list[ReleasedTable]:
    """The public tables that an edition has and the marks of its charts, with the key of each."""
    tables = [ReleasedTable(one.table.code, key_of(one)) for one in edition.tables]
    return [*tables, ReleasedTable(CHART_MARKS, CHART_MARKS_KEY)]


def _of_table(one: EditionTable) -> str:
    return f"{one.table.zh} {one.table.en} · {one.measure.zh} {one.measure.en} [{one.measure.unit}]"


def _of_column(text: ColumnText) -> str:
    unit = f" [{text.measure}]" if text.measure else ""
    return f"{text.zh} · {text.en}{unit} {text.description}".strip()


def descriptions(edition: Edition) -> dict[str, TableDescription]:
    """Texts by table and column, with what is counted and its unit."""
    marks = {CHART_MARKS: TableDescription(_CHART_MARKS, _MARK_COLUMNS)}
    return marks | {
        one.table.code: TableDescription(
            _of_table(one), {text.name: _of_column(text) for text in column_texts(edition, one)}
        )
        for one in edition.tables
    }
