"""Bars as places in a drawing: a name and a figure on one line, the bar under it.

Widths are per cent of the drawing, heights are pixels: letters keep their size on paper and on a phone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from lingtan.bulletin.charts.line_breaks import broken
from lingtan.public.scales import Axis, BarMark
from lingtan.summary.amounts import Unit

#: Height of a bar with one line of text, of each line more, and of the line of the axis.
STEP: Final = 36
LINE: Final = 16
FOOT: Final = 24
#: Half-width letters of a name that leave room for a figure on a phone.
_WIDTH: Final = 38
#: Part of the axis that the writing of a tick takes.
_ROOM: Final = Decimal("0.15")
_THOUSANDTH: Final = Decimal("0.001")


@dataclass(frozen=True)
class Named:
    """What a bar stands for: its name, its published value (None: withheld) and the figure beside it."""

    name: str
    value: Decimal | None
    text: str


@dataclass(frozen=True)
class Limit:
    """A line across a bar that its value is read against, with what it is called."""

    value: Decimal
    text: str


@dataclass(frozen=True)
class Bar:
    """A bar as drawn: left edge, width and limit in per cent; no width where the value is withheld."""

    lines: Sequence[str]
    text: str
    text_top: int
    top: int
    left: str
    width: str
    limit: str
    limit_text: str

    @property
    def is_withheld(self) -> bool:
        """Whether a mark stands in the place of the bar."""
        return not self.width


@dataclass(frozen=True)
class Tick:
    """A written end of the axis, and how the text stands to its place."""

    place: str
    text: str
    anchor: str


@dataclass(frozen=True)
class BarChart:
    """Bars from the first rank to the last, and their axis.

    Attributes:
        code: prefix of its ids; unique in a page.
        title: what it shows.
        description: the same for those who do not see it.
        height: in pixels.
    """

    code: str
    title: str
    description: str
    height: int
    bars: Sequence[Bar]
    ticks: Sequence[Tick]

    @property
    def line(self) -> int:
        """From one line of a name to the next."""
        return LINE

    @property
    def foot(self) -> int:
        """Where bars end and the writing of the axis begins."""
        return self.height - FOOT


def draw_bars(
    named: Mapping[str, Named],
    marks: Sequence[BarMark],
    axis: Axis,
    unit: Unit,
    *,
    code: str,
    title: str,
    description: str,
    limits: Mapping[str, Limit] | None = None,
) -> BarChart:
    """Lay out bars: their order and the ends of the axis are given, nothing else is known of the values.

    Args:
        named: what the bars stand for, by code.
        marks: the rank of each bar.
        axis: the ends of the axis.
        unit: how the ends are written.
        code: prefix of ids in the page.
        title: what the chart shows.
        description: the same for those who do not see it.
        limits: lines across bars, by code.
    """
    bars: list[Bar] = []
    top = 0
    for mark in sorted(marks, key=lambda one: one.rank):
        one, limit = named[mark.code], (limits or {}).get(mark.code)
        left, width = _extent(one.value, axis)
        lines = broken(one.name, _WIDTH).split("\n")
        more = (len(lines) - 1) * LINE
        bars.append(
            Bar(
                lines, one.text, top, top + more, left, width,
                _place(limit.value, axis) if limit else "", limit.text if limit else "",
            )
        )  # fmt: skip
        top += STEP + more
    return BarChart(code, title, description, top + FOOT, bars, _ticks(axis, unit))


def _ticks(axis: Axis, unit: Unit) -> Sequence[Tick]:
    """The ends of the axis and zero; an end too near to zero is not written."""
    zero, room = -axis.start, (axis.end - axis.start) * _ROOM
    has_start, has_end = axis.start == 0 or zero > room, axis.end == 0 or axis.end > room
    ticks = []
    if axis.start < 0 < axis.end:
        anchor = "end" if not has_end else "middle" if has_start else "start"
        ticks.append(Tick(_place(Decimal(0), axis), unit.tick(Decimal(0)), anchor))
    if has_start:
        ticks.append(Tick(_place(axis.start, axis), unit.tick(axis.start), "start"))
    if has_end:
        ticks.append(Tick(_place(axis.end, axis), unit.tick(axis.end), "end"))
    return ticks


def _extent(value: Decimal | None, axis: Axis) -> tuple[str, str]:
    if value is None:
        return _place(Decimal(0), axis), ""
    low, high = min(value, Decimal(0)), max(value, Decimal(0))
    return _place(low, axis), _per_cent(high - low, axis)


def _place(value: Decimal, axis: Axis) -> str:
    return _per_cent(value - axis.start, axis)


def _per_cent(distance: Decimal, axis: Axis) -> str:
    share = distance * 100 / (axis.end - axis.start)
    return f"{share.quantize(_THOUSANDTH, rounding=ROUND_HALF_UP):f}%"
