"""What a chart says beside its figures: classes of shades, the ends of an axis, the order of bars.

Each is a function of published values and of nothing else: a bound that knew a withheld value would tell it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

#: Shades that a reader can still tell apart.
CLASS_COUNT: Final = 5
#: Ends of an axis, times a power of ten: what people read at a glance.
_ROUND: Final = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal(3), Decimal(4), Decimal(5), Decimal(8))


@dataclass(frozen=True)
class ChartCell:
    """A published cell as a chart takes it: its code and its value, None where it is withheld."""

    code: str
    value: Decimal | None


@dataclass(frozen=True)
class BarMark:
    """The place of a bar, counted from 1; every bar has one, withheld ones the last."""

    code: str
    rank: int


@dataclass(frozen=True)
class Axis:
    """The ends of an axis: zero lies between them or is one of them."""

    start: Decimal
    end: Decimal


@dataclass(frozen=True)
class TileMark:
    """The class of a tile, counted from 1, and its bounds; an infinite one where it is open."""

    code: str
    class_number: int
    class_lower: Decimal
    class_upper: Decimal


def ranked(cells: Sequence[ChartCell]) -> tuple[BarMark, ...]:
    """ChartCell cells by value, largest first; then withheld ones by code, which tells no size."""
    shown = sorted((-one.value, one.code) for one in cells if one.value is not None)
    withheld = sorted(one.code for one in cells if one.value is None)
    codes = [*(code for _, code in shown), *withheld]
    return tuple(BarMark(code, rank) for rank, code in enumerate(codes, start=1))


def in_order(cells: Sequence[ChartCell]) -> tuple[BarMark, ...]:
    """Cells in the order given: classes that have one of their own."""
    return tuple(BarMark(one.code, rank) for rank, one in enumerate(cells, start=1))


def axis(cells: Sequence[ChartCell]) -> Axis:
    """The nearest round ends around all published values; from 0 to 1 where there are none but zeros."""
    values = [one.value for one in cells if one.value is not None]
    start = -_round_above(-min(values, default=Decimal(0)))
    end = _round_above(max(values, default=Decimal(0)))
    return Axis(start, end) if end > start else Axis(Decimal(0), Decimal(1))


def _round_above(value: Decimal) -> Decimal:
    """The smallest round number that is not below a value; zero for what is not above zero."""
    if value <= 0:
        return Decimal(0)
    power = Decimal(1).scaleb(value.adjusted())
    return next((step * power for step in _ROUND if step * power >= value), 10 * power)


def classed(cells: Sequence[ChartCell]) -> tuple[TileMark, ...]:
    """ChartCell cells in classes of nearly the same number of cells; equal values are never in two classes.

    A class's bounds are the smallest and the largest published value in it. Withheld cells have no mark.
    """
    shown = sorted((one.value, one.code) for one in cells if one.value is not None)
    values = sorted({value for value, _ in shown})
    count = min(CLASS_COUNT, len(values))
    parts: list[list[Decimal]] = [[] for _ in range(count)]
    for place, value in enumerate(values):
        parts[place * count // len(values)].append(value)
    numbers = {value: number for number, part in enumerate(parts) for value in part}
    return tuple(
        TileMark(code, numbers[value] + 1, parts[numbers[value]][0], parts[numbers[value]][-1])
        for value, code in shown
    )
