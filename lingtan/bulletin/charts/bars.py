"""Horizontal bars with names on the left and written figures on the right, like a table that shows itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

import altair as alt

from lingtan.bulletin.charts import style

_LINE_HEIGHT: Final = style.FONT_SIZE + 3


@dataclass(frozen=True)
class Bar:
    """One row.

    Attributes:
        label: its name; a line break starts a second line.
        parts: series and value of each part of the bar; empty where nothing is known.
        figures: what stands in the columns on the right, as text.
        missing: the word that stands in the place of a bar that cannot be drawn (L7).
        mark: a word beside the first figure.
        sub_label: a smaller name beside the first, such as a year.
    """

    label: str
    parts: Sequence[tuple[str, Decimal]]
    figures: Sequence[str]
    missing: str = ""
    mark: str = ""
    sub_label: str = ""


@dataclass(frozen=True)
class BarLayout:
    """How bars are laid out.

    Attributes:
        axis_title: what the axis measures, with its unit.
        heads: names of the columns on the right; a line break starts a second line.
        series: the series in the order of the colours.
        colours: one a series.
        left: room for names.
        column: width of one column of figures.
        step: height of a row.
        mark_column: room for the mark beside the first figure.
        counts: whether the axis shows whole numbers only.
        sub_label: room for the smaller names beside the first.
    """

    axis_title: str
    heads: Sequence[str]
    series: Sequence[str]
    colours: Sequence[str] = style.SERIES
    left: int = 120
    column: int = 110
    step: int = 24
    mark_column: int = 0
    counts: bool = False
    sub_label: int = 46


def bar_chart(bars: Sequence[Bar], layout: BarLayout) -> alt.LayerChart:
    """Draw bars in the order given."""
    right = layout.column * len(layout.heads) + layout.mark_column + 12
    height = layout.step * len(bars)
    width = style.FIGURE_WIDTH - layout.left - right
    y = alt.Y(
        "row:O", axis=None, sort=None,
        scale=alt.Scale(domain=list(range(len(bars))), paddingInner=0.28, paddingOuter=0.14),
    )  # fmt: skip
    # Geometry only: where a bar ends. What a reader reads is text written from the Decimal.
    parts = [
        {"row": row, "series": series, "value": float(value)}
        for row, bar in enumerate(bars)
        for series, value in bar.parts
    ]
    axis = alt.Axis(
        title=layout.axis_title, titlePadding=8, tickCount=6, format=",.0f" if layout.counts else ",~f"
    )
    if layout.counts:
        axis["tickMinStep"] = 1
    drawn = (
        alt.Chart(style.data(parts or [{"row": 0, "series": layout.series[0], "value": 0}]))
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("value:Q", axis=axis, scale=alt.Scale(zero=True, nice=True)),
            color=alt.Color(
                "series:N", legend=None,
                scale=alt.Scale(domain=list(layout.series), range=list(layout.colours[: len(layout.series)])),
            ),
            order=alt.Order("order:Q"),
        )
        .transform_calculate(order=f"indexof({list(layout.series)!r}, datum.series)")
    )  # fmt: skip
    layers = [drawn, _zero_line(), _words(bars, y)]
    layers += _columns(bars, layout, y, width)
    top = 30 + _rise(max(layout.heads, key=_rise, default=""))
    return style.framed(layers, left=layout.left, right=right, top=top, bottom=48, height=height)


def _rise(head: str) -> int:
    """How far the lines of a head reach above its last one."""
    return head.count("\n") * _LINE_HEIGHT


def _zero_line() -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(style.data([{"value": 0}])).mark_rule(color=style.MUTED).encode(x=alt.X("value:Q"))
    )
    return drawn


def _words(bars: Sequence[Bar], y: alt.Y) -> alt.Chart:
    rows = [{"row": row, "value": 0, "word": bar.missing} for row, bar in enumerate(bars) if bar.missing]
    drawn: alt.Chart = (
        alt.Chart(style.data(rows or [{"row": 0, "value": 0, "word": ""}]))
        .mark_text(align="left", dx=6, color=style.MUTED, fontSize=style.FONT_SIZE - 1)
        .encode(y=y, x=alt.X("value:Q"), text=alt.Text("word:N"))
    )
    return drawn


def _columns(bars: Sequence[Bar], layout: BarLayout, y: alt.Y, width: int) -> list[alt.Chart]:
    has_sub_label = any(bar.sub_label for bar in bars)
    label_place = -10 - layout.sub_label if has_sub_label else -10
    labels = [(row, bar.label.split("\n")) for row, bar in enumerate(bars)]
    # A text of several lines grows downwards from the middle of its first.
    layers = [
        _text(
            [{"row": row, "text": lines} for row, lines in labels if len(lines) == height],
            y, label_place, rise=(height - 1) * _LINE_HEIGHT / 2,
        )
        for height in sorted({len(lines) for _, lines in labels})
    ]  # fmt: skip
    if has_sub_label:
        sub_labels = [{"row": row, "text": bar.sub_label} for row, bar in enumerate(bars)]
        layers.append(_text(sub_labels, y, -10, colour=style.MUTED))
    for number, head in enumerate(layout.heads):
        place = width + layout.column * (number + 1) + 4 + (layout.mark_column if number else 0)
        rows = [{"row": row, "text": bar.figures[number]} for row, bar in enumerate(bars)]
        layers.append(_text(rows, y, place))
        layers.append(
            alt.Chart(style.data([{"text": head.split("\n")}]))
            .mark_text(
                align="right",
                color=style.MUTED,
                fontSize=style.FONT_SIZE - 1,
                lineHeight=_LINE_HEIGHT,
                dy=-_rise(head),
            )
            .encode(x=alt.value(place), y=alt.value(-14), text=alt.Text("text:N"))
        )
    marks = [{"row": row, "text": bar.mark} for row, bar in enumerate(bars) if bar.mark]
    if marks:
        place = width + layout.column + 10
        layers.append(_text(marks, y, place, colour=style.MARK, align="left"))
    return layers


def _text(
    rows: style.Rows,
    y: alt.Y,
    place: int,
    *,
    colour: str = style.INK,
    align: Literal["left", "right"] = "right",
    rise: float = 0,
) -> alt.Chart:
    size = style.FONT_SIZE - 2 if colour == style.MARK else style.FONT_SIZE
    drawn: alt.Chart = (
        alt.Chart(style.data(rows))
        .mark_text(align=align, color=colour, fontSize=size, lineHeight=_LINE_HEIGHT, dy=-rise)
        .encode(y=y, x=alt.value(place), text=alt.Text("text:N"))
    )
    return drawn
