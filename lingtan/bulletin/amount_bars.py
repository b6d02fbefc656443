"""An amount of the release as one bar of a chart, with its written figure beside it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lingtan.bulletin import cells
from lingtan.bulletin.charts.bars import Bar

#: Stands beside a figure that rests on factors not verified; a note says what it means.
UNVERIFIED: Final = "†"
#: Room for the word "partial" and the sign beside a figure.
MARK_ROOM: Final = 56
#: The one series of a chart without any.
ALL: Final = "all"


def amount_bar(
    label: str, value: Decimal | None, cell: cells.Cell, more: Sequence[str] = (), series: str = ALL
) -> Bar:
    """A bar of an amount in units of 10 000; the figure beside it is the text of its cell."""
    return Bar(
        label=label,
        parts=[] if value is None else [(series, value.scaleb(-4))],
        figures=("" if cell.is_word else cell.text, *more),
        mark=" ".join(mark for mark in (cell.mark, UNVERIFIED if cell.share else "") if mark),
        missing=cell.text if cell.is_word else "",
    )
