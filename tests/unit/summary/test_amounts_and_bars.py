"""Figures are written to the published digit, sizes in few digits; bars end where their values are (L3)."""

from decimal import Decimal
from pathlib import Path

import pytest

from lingtan import summary
from lingtan.bulletin.words import load_words
from lingtan.public.scales import Axis, BarMark
from lingtan.summary.amounts import Unit, unit_of
from lingtan.summary.bars import BarChart, Named, draw_bars

UNIT = Unit("t", 0, 0)


@pytest.mark.parametrize(
    ("language", "unit", "text", "short"),
    [
        ("zh", "tCO2", "1.2346", "1.2"),
        ("en", "tCO2", "12.346", "12"),
        ("zh", "MWh", "0.12346", "0.12"),
        ("en", "parks", "12,346", "12,346"),
    ],
)
def test_an_amount_is_written_whole_and_as_a_size(language: str, unit: str, text: str, short: str) -> None:
    words = load_words(language, Path(summary.__file__).with_name("texts"))
    made = unit_of(unit, 0, words)
    assert (made.text(Decimal(12346)), made.short(Decimal(12346))) == (text, short)


def test_a_small_size_is_never_written_as_nothing() -> None:
    unit = Unit("10 000 t", -4, 4)
    assert [unit.short(Decimal(value)) for value in (0, 5, 123, 99_999, -64)] == [
        "0", "0.0005", "0.012", "10.0", "−0.0064",
    ]  # fmt: skip


def drawn(start: int, end: int, *values: int | None, name: str = "one") -> BarChart:
    named = {
        str(at): Named(name, None if one is None else Decimal(one), str(one)) for at, one in enumerate(values)
    }
    marks = [BarMark(code, rank) for rank, code in enumerate(named, start=1)]
    axis = Axis(Decimal(start), Decimal(end))
    return draw_bars(named, marks, axis, UNIT, code="c", title="t", description="d")


def test_bars_begin_at_zero_and_end_at_their_value() -> None:
    chart = drawn(-100, 300, 300, 1, -100, None)
    assert [(bar.left, bar.width) for bar in chart.bars] == [
        ("25.000%", "75.000%"), ("25.000%", "0.250%"), ("0.000%", "25.000%"), ("25.000%", ""),
    ]  # fmt: skip
    assert [bar.is_withheld for bar in chart.bars] == [False, False, False, True]


@pytest.mark.parametrize(
    ("ends", "written"),
    [
        ((0, 300), [("0", "start"), ("300", "end")]),
        ((-100, 300), [("0", "middle"), ("−100", "start"), ("300", "end")]),
        ((-8, 300), [("0", "start"), ("300", "end")]),
        ((-300, 8), [("0", "end"), ("−300", "start")]),
        ((-300, 0), [("−300", "start"), ("0", "end")]),
    ],
)
def test_ends_of_an_axis_are_written_where_there_is_room(
    ends: tuple[int, int], written: list[tuple[str, str]]
) -> None:
    assert [(tick.text, tick.anchor) for tick in drawn(*ends).ticks] == written


def test_a_long_name_takes_more_lines_and_moves_what_is_below() -> None:
    short, long = (
        drawn(0, 1, 1, 1),
        drawn(0, 1, 1, 1, name="Production and supply of electricity, heat and gas"),
    )
    assert [len(bar.lines) for bar in (*short.bars, *long.bars)] == [1, 1, 2, 2]
    assert [bar.top for bar in long.bars] == [16, 68]
    assert [bar.top for bar in short.bars] == [0, 36]
    assert long.height - short.height == 32
