"""Areas as tiles of one size: no borders, and a small area is as easy to see as a large one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.public.scales import TileMark

#: Width and height of a place in the grid; a tile leaves a gap in it.
STEP: Final = (58, 52)
GAP: Final = 3


@dataclass(frozen=True)
class Place:
    """Where an area stands in the grid, columns and rows counted from 1."""

    code: str
    column: int
    row: int


@dataclass(frozen=True)
class Tile:
    """A tile as drawn.

    Attributes:
        code: the area.
        short: letters that fit.
        text: the figure or the mark.
        tells: name and figure in full.
        shade: `class-1` and on, `withheld`, or `absent`.
        left: place in the drawing.
        top: place in the drawing.
        link: the page of the area.
    """

    code: str
    short: str
    text: str
    tells: str
    shade: str
    left: int
    top: int
    link: str


@dataclass(frozen=True)
class Key:
    """A line of the legend."""

    shade: str
    text: str


@dataclass(frozen=True)
class TileChart:
    """The tiles with their legend."""

    code: str
    title: str
    description: str
    width: int
    height: int
    tiles: Sequence[Tile]
    keys: Sequence[Key]


@cache
def read_grid() -> Sequence[Place]:
    """The place of each area in the grid, from `tile_grid.csv`."""
    frame = pl.read_csv(
        Path(__file__).with_name("tile_grid.csv"), schema_overrides={"province_code": pl.String}
    )
    return [Place(*row) for row in frame.iter_rows()]


def tile_places() -> Mapping[str, tuple[int, int]]:
    """The upper left corner of each area's tile."""
    return {
        one.code: ((one.column - 1) * STEP[0] + GAP, (one.row - 1) * STEP[1] + GAP) for one in read_grid()
    }


def grid_size() -> tuple[int, int]:
    """Width and height of the drawing."""
    grid = read_grid()
    return (
        max(one.column for one in grid) * STEP[0] + GAP,
        max(one.row for one in grid) * STEP[1] + GAP,
    )


def bounds(marks: Sequence[TileMark]) -> Sequence[TileMark]:
    """One mark a class, in order: what the legend writes."""
    return [
        next(one for one in marks if one.class_number == number)
        for number in sorted({one.class_number for one in marks})
    ]
