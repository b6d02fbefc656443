"""The public tables for a manifest: what identifies a row of each, and what its columns mean."""

from typing import Final

from lingtan.public.chart_marks import CHART_MARKS, CHART_MARKS_KEY
from lingtan.public.columns import column_texts, key_of
from lingtan.public.edition import Edition
from lingtan.release.descriptions import TableDescription
from lingtan.release.tables import ReleasedTable

_CHART_MARKS: Final = (
    "图上除数值之外的内容：分级界限、次序、坐标轴终点、占比。"
    " What charts show beside values: bounds of classes, order, end of the axis, shares."
)


def released_tables(edition: Edition) -> list[ReleasedTable]:
    """The public tables that an edition has and the marks of its charts, with the key of each."""
    tables = [ReleasedTable(one.table.code, key_of(one)) for one in edition.tables]
    return [*tables, ReleasedTable(CHART_MARKS, CHART_MARKS_KEY)]


def descriptions(edition: Edition) -> dict[str, TableDescription]:
    """Texts by table and column, Chinese and English."""
    marks = {CHART_MARKS: TableDescription(_CHART_MARKS, {})}
    return marks | {
        one.table.code: TableDescription(
            f"{one.table.zh} {one.table.en}",
            {
                text.name: f"{text.zh} · {text.en} {text.description}".strip()
                for text in column_texts(edition, one)
            },
        )
        for one in edition.tables
    }
