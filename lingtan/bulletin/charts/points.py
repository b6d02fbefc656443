"""Carbon per energy of the parks as points, a row a size class and variant, beside the national threshold."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

import altair as alt

from lingtan.bulletin.charts import style

_STEP: Final = 42
_HEAD_STEP: Final = 34


@dataclass(frozen=True)
class Point:
    """One or more parks at one place; `is_partial` where a term of theirs is not estimated."""

    value: Decimal
    park_count: int
    is_partial: bool


@dataclass(frozen=True)
class PointRow:
    """A size class, or the head of an energy variant.

    Attributes:
        label: its name.
        is_head: a variant's name, with nothing to draw.
        points: the parks.
        threshold: the national threshold, None where none is published.
        threshold_text: the threshold as written.
        figures: what stands in the columns on the right.
        missing: the words that stand there where nothing can be drawn (L7).
    """

    label: str
    is_head: bool = False
    points: Sequence[Point] = ()
    threshold: Decimal | None = None
    threshold_text: str = ""
    figures: Sequence[str] = ()
    missing: str = ""


def point_chart(
    rows: Sequence[PointRow], *, axis_title: str, heads: Sequence[str], left: int
) -> alt.LayerChart:
    """Draw rows in the order given; no park is judged, the threshold stands beside the points."""
    column = 88
    right = column * len(heads) + 12
    width = style.FIGURE_WIDTH - left - right
    middles, height = _places(rows)
    axis = alt.Axis(title=axis_title, titlePadding=8, tickCount=8, format=",~f")
    x = alt.X("value:Q", axis=axis, scale=alt.Scale(zero=True, nice=True))
    # The places of rows are pixels: heads and classes differ in height.
    y = alt.Y(
        "y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    )
    points = [
        {"y": middle, "value": float(point.value), "count": point.park_count, "partial": point.is_partial}
        for middle, row in zip(middles, rows, strict=True)
        for point in row.points
    ]
    layers = [
        _points([point for point in points if not point["partial"]], x, y, filled=True),
        _points([point for point in points if point["partial"]], x, y, filled=False),
        *_thresholds(rows, middles, x, y),
        alt.Chart(style.data([{"value": 0}])).mark_rule(color=style.MUTED).encode(x=alt.X("value:Q")),
        *_labels(rows, middles, y, left),
    ]
    for number, head in enumerate(heads):
        place = width + column * (number + 1) + 4
        figures = [
            {"y": middle, "text": row.figures[number]}
            for middle, row in zip(middles, rows, strict=True)
            if row.figures
        ]
        layers.append(_text(figures, y, place, "right"))
        layers.append(_text([{"y": -14, "text": head}], y, place, "right", colour=style.MUTED))
    return style.framed(layers, left=left, right=right, top=30, bottom=48, height=height)


def _places(rows: Sequence[PointRow]) -> tuple[list[float], float]:
    middles, top = [], 0.0
    for row in rows:
        step = _HEAD_STEP if row.is_head else _STEP
        middles.append(top + step / 2)
        top += step
    return middles, top


def _points(points: style.Rows, x: alt.X, y: alt.Y, *, filled: bool) -> alt.Chart:
    chart = alt.Chart(style.data(points or [{"y": -1000, "value": 0, "count": 1}]))
    mark = (
        chart.mark_point(filled=True, color=style.SERIES[0], opacity=0.6, clip=True)
        if filled
        else chart.mark_point(filled=False, color=style.STATES[1], opacity=1, strokeWidth=1.6, clip=True)
    )
    size = alt.Size("count:Q", legend=None, scale=alt.Scale(domain=[1, 25], range=[70, 700]))
    drawn: alt.Chart = mark.encode(x=x, y=y, size=size)
    return drawn


def _thresholds(rows: Sequence[PointRow], middles: Sequence[float], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    lines = [
        {
            "y": middle - _STEP * 0.44, "end": middle + _STEP * 0.44, "value": float(row.threshold),
            "text": row.threshold_text,
        }
        for middle, row in zip(middles, rows, strict=True)
        if row.threshold is not None
    ]  # fmt: skip
    if not lines:
        return []
    line = alt.Chart(style.data(lines)).mark_rule(color=style.THRESHOLD, strokeWidth=2)
    text = alt.Chart(style.data(lines)).mark_text(
        align="left", dx=5, dy=6, color=style.THRESHOLD, fontSize=style.FONT_SIZE - 2
    )
    return [line.encode(x=x, y=y, y2=alt.Y2("end:Q")), text.encode(x=x, y=y, text=alt.Text("text:N"))]


def _labels(rows: Sequence[PointRow], middles: Sequence[float], y: alt.Y, left: int) -> list[alt.Chart]:
    placed = list(zip(middles, rows, strict=True))
    heads = [{"y": middle, "text": row.label} for middle, row in placed if row.is_head]
    classes = [{"y": middle, "text": row.label} for middle, row in placed if not row.is_head]
    words = [{"y": middle, "value": 0, "text": row.missing} for middle, row in placed if row.missing]
    missing = (
        alt.Chart(style.data(words or [{"y": -1000, "value": 0, "text": ""}]))
        .mark_text(align="left", dx=6, color=style.MUTED, fontSize=style.FONT_SIZE - 1)
        .encode(x=alt.X("value:Q"), y=y, text=alt.Text("text:N"))
    )
    return [
        _text(heads, y, 4 - left, "left", weight="bold"),
        _text(classes, y, -10, "right"),
        missing,
    ]


def _text(
    rows: style.Rows,
    y: alt.Y,
    place: int,
    align: Literal["left", "right"],
    *,
    colour: str = style.INK,
    weight: Literal["normal", "bold"] = "normal",
) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(style.data(rows))
        .mark_text(align=align, color=colour, fontWeight=weight)
        .encode(x=alt.value(place), y=y, text=alt.Text("text:N"))
    )
    return drawn
