"""What of a park is missing as a whole: its return, its year, a boundary, what it says it left out.

Choices: a park of which no return came is not reported in either boundary; one whose returns make no year is
incomplete in both; a category declared in several returns of a year is one.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from lingtan.synthetic.model import Park
from lingtan.synthetic.truth_areas import BOUNDARIES
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD
from lingtan.synthetic.truth_park_years import ParkYear
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_periods import Year

_METHODS: Final = (PARK_METHOD, INVENTORY_METHOD)


def coverage_cells(
    parks: Iterable[Park], years: Mapping[str, Year], park_years: Iterable[ParkYear]
) -> dict[tuple[str, ...], int]:
    """(park, boundary, method, reason) -> how many things are missing.

    Args:
        parks: Every registered park.
        years: The year of every park that sent anything.
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
                    found[*place, _reason(years.get(park.code))] = 1
                elif one.declared_gaps[method]:
                    found[*place, "declared_not_estimated"] = one.declared_gaps[method]
    return found


def year_cells(
    parks: Iterable[Park], years: Mapping[str, Year]
) -> dict[str, dict[tuple[str, ...], str | int | bool]]:
    """Kind -> (park) -> where its year comes from, how many returns make it, whether there is one."""
    found: dict[str, dict[tuple[str, ...], str | int | bool]] = {
        "year_source": {},
        "year_returns": {},
        "year_exists": {},
    }
    for park in parks:
        year = years.get(park.code)
        count = len(year.counted) if year else 0
        found["year_source"][park.code,] = year.source if year else "none"
        found["year_returns"][park.code,] = count
        found["year_exists"][park.code,] = count > 0
    return found


def _reason(year: Year | None) -> str:
    """Why a park has no result in a boundary."""
    if year is None:
        return "not_reported"
    return "boundary_not_reported" if year.counted else "periods_incomplete"
