"""Which returns of a park are its year (L6), from their period codes alone.

Each boundary has a year of its own, of the returns that report it: the annual return; else the longest
cumulative return of all twelve months; else the first tiling that covers the year exactly: the longest
cumulative return, then quarters wholly after it, then single months not yet covered; or quarters and months
alone. Where an annual return counts and the others give the year too, those are compared with it.

What is no year yet is at hand in the first of these ways.

Choice: among quarters and months order decides, earlier first; a cumulative return covers January to the end
of its period, so that the second month holds January and February; of two as long the first code counts.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from lingtan.synthetic.model import ParkReturn

YearSource = Literal["annual", "year_to_date", "periods", "incomplete", "none"]
BOUNDARIES: Final = ("physical", "administrative")
_YEAR: Final = frozenset(range(1, 13))


@dataclass(frozen=True)
class Year:
    """The returns that are a park's year, those compared with it, and the parts of the year at hand."""

    source: YearSource
    counted: tuple[ParkReturn, ...]
    compared: tuple[ParkReturn, ...]
    at_hand: tuple[ParkReturn, ...]


def months_of(one: ParkReturn) -> frozenset[int]:
    """The months a return covers."""
    code = one.period_code[5:]
    if not code:
        return _YEAR
    last = int(code[1:]) * 3 if code.startswith("Q") else int(code)
    length = 3 if code.startswith("Q") else 1
    first = 1 if one.period_basis == "year_to_date" else last - length + 1
    return frozenset(range(first, last + 1))


def years_of(returns: Collection[ParkReturn]) -> dict[str, Year]:
    """Boundary -> year of one park, of every boundary that one of its current returns reports."""
    return {
        boundary: year_of(one for one in returns if boundary in one.park.boundary_codes)
        for boundary in BOUNDARIES
        if any(boundary in one.park.boundary_codes for one in returns)
    }


def year_of(returns: Iterable[ParkReturn]) -> Year:
    """The year that current returns of one park and reference year make, all of the same boundary."""
    ordered = sorted(returns, key=lambda one: (len(one.period_code), one.period_code))
    annual = tuple(one for one in ordered if len(one.period_code) == 4)
    source, at_hand = _from_periods([one for one in ordered if one not in annual])
    tiles = () if source == "incomplete" else at_hand
    if annual:
        return Year("annual", annual, tiles, at_hand)
    return Year(source, tiles, (), at_hand)


def _from_periods(returns: list[ParkReturn]) -> tuple[YearSource, tuple[ParkReturn, ...]]:
    cumulative = [one for one in returns if one.period_basis == "year_to_date"]
    longest = max(cumulative, key=lambda one: len(months_of(one)), default=None)
    if longest is not None and months_of(longest) == _YEAR:
        return "year_to_date", (longest,)
    discrete = [one for one in returns if one.period_basis == "discrete"]
    for start in (longest, None):
        tiles = _tiled(discrete, start)
        if frozenset().union(*map(months_of, tiles)) == _YEAR:
            return "periods", tiles
    return "incomplete", _tiled(discrete, longest)


def _tiled(discrete: list[ParkReturn], start: ParkReturn | None) -> tuple[ParkReturn, ...]:
    """The start with the quarters and then the months that fit."""
    tiles = [] if start is None else [start]
    covered = frozenset() if start is None else months_of(start)
    for one in sorted(discrete, key=lambda one: (-len(months_of(one)), one.period_code)):
        if not months_of(one) & covered:
            tiles.append(one)
            covered |= months_of(one)
    return tuple(tiles)
