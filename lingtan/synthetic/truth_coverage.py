"""What of a park is missing as a whole: its return, its year, a boundary, what it says it left out.

Choices: a park of which no return came is not reported in either boundary; one whose returns of a boundary
make no year is incomplete in it, as is one that has no year at all; a category declared in several returns of
a year is one. A park is shown with the year of its physical boundary, else with that of the administrative.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from lingtan.synthetic.model import Park
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD
from lingtan.synthetic.truth_park_years import ParkYear
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_periods import BOUNDARIES, Year

_METHODS: Final = (PARK_METHOD, INVENTORY_METHOD)
_NO_YEAR: Final = Year("incomplete", (), (), ())
_NOTHING_SENT: Final = Year("none", (), (), ())
#: Park -> boundary -> year, of every park that sent anything and every boundary it reports.
Years = Mapping[str, Mapping[str, Year]]


def coverage_cells(
    parks: Iterable[Park], years: Years, park_years: Iterable[ParkYear]
) -> dict[tuple[str, ...], int]:
    """(park, boundary, method, reason) -> how many things are missing.

    Args:
        parks: Every registered park.
        years: The years of every park that sent anything.
        park_years: Parks and boundaries with results.
    """
    found: dict[tuple[str, ...], int] = {}
    known = {(one.park_code, one.boundary_code): one for one in park_years}
    for park in parks:
        for boundary in BOUNDARIES:
            one = known.get((park.code, boundary))
            for method in _METHODS:
                place = (park.code, boundary, method)
                if one is None:
                    found[*place, _reason(years.get(park.code), boundary)] = 1
                elif one.declared_gaps[method].categories:
                    found[*place, "declared_not_estimated"] = one.declared_gaps[method].categories
    return found


def year_cells(parks: Iterable[Park], years: Years) -> dict[str, dict[tuple[str, ...], str | int | bool]]:
    """Kind -> (park) -> where its year comes from, how many returns make it, whether there is one."""
    found: dict[str, dict[tuple[str, ...], str | int | bool]] = {
        "year_source": {},
        "year_returns": {},
        "year_exists": {},
    }
    for park in parks:
        known = years.get(park.code)
        year = _NOTHING_SENT if known is None else _shown(known)
        count = len(year.counted)
        found["year_source"][park.code,] = year.source
        found["year_returns"][park.code,] = count
        found["year_exists"][park.code,] = count > 0
    return found


def _shown(years: Mapping[str, Year]) -> Year:
    """The year a park is shown with."""
    return next((years[boundary] for boundary in BOUNDARIES if _counts(years, boundary)), _NO_YEAR)


def _counts(years: Mapping[str, Year], boundary: str) -> bool:
    return boundary in years and bool(years[boundary].counted)


def _reason(years: Mapping[str, Year] | None, boundary: str) -> str:
    """Why a park has no result in a boundary."""
    if years is None:
        return "not_reported"
    has_year = any(_counts(years, one) for one in years)
    return "boundary_not_reported" if has_year and boundary not in years else "periods_incomplete"
