"""Classes, axis ends and order follow from published values alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingtan.public.scales import Axis, ChartCell, axis, classed, ranked


def cells(*values: int | str | None) -> list[ChartCell]:
    return [
        ChartCell(f"{place:02d}", None if value is None else Decimal(value))
        for place, value in enumerate(values)
    ]


def test_withheld_bars_stand_last_in_the_order_of_their_codes() -> None:
    marks = ranked([*cells(None, 5, 9, None, 5), ChartCell("0", None)])
    assert [(mark.code, mark.rank) for mark in marks] == [
        ("02", 1), ("01", 2), ("04", 3), ("0", 4), ("00", 5), ("03", 6),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        (["1574.9"], ("0", "2000")),
        (["1500"], ("0", "1500")),
        (["0.31", "0.2"], ("0", "0.4")),
        (["-20", "290"], ("-20", "300")),
        (["-7"], ("-8", "0")),
        (["950"], ("0", "1000")),
        (["0", None], ("0", "1")),
        ([None], ("0", "1")),
    ],
)
def test_an_axis_ends_at_the_next_round_number(values: list[str | None], ends: tuple[str, str]) -> None:
    assert axis(cells(*values)) == Axis(Decimal(ends[0]), Decimal(ends[1]))


def test_classes_are_bounded_by_published_values() -> None:
    marks = classed(cells(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, None))
    assert len(marks) == 10
    assert {(mark.class_number, int(mark.class_lower), int(mark.class_upper)) for mark in marks} == {
        (1, 10, 20), (2, 30, 40), (3, 50, 60), (4, 70, 80), (5, 90, 100),
    }  # fmt: skip


def test_equal_values_are_in_one_class() -> None:
    marks = classed(cells(7, 7, 7, 7, 7, 7, 8))
    assert [(mark.class_number, int(mark.class_lower)) for mark in marks] == [(1, 7)] * 6 + [(2, 8)]


AMOUNTS = st.lists(st.one_of(st.none(), st.integers(-1000, 10**9)), max_size=40)


@given(AMOUNTS, st.integers(1, 5))
def test_withheld_cells_change_nothing_but_their_own_place(amounts: list[int | None], more: int) -> None:
    shown = cells(*amounts)
    beside = [*shown, *(ChartCell(f"~{place}", None) for place in range(more))]
    assert axis(beside) == axis(shown)
    assert classed(beside) == classed(shown)
    assert ranked(beside)[: len(shown)] == ranked(shown)


@given(AMOUNTS)
def test_every_published_value_lies_within_its_class_and_axis(amounts: list[int | None]) -> None:
    published = cells(*amounts)
    ends = axis(published)
    marks = {mark.code: mark for mark in classed(published)}
    for one in published:
        if one.value is not None:
            assert marks[one.code].class_lower <= one.value <= marks[one.code].class_upper
            assert ends.start <= one.value <= ends.end
    assert len(marks) == sum(one.value is not None for one in published)
