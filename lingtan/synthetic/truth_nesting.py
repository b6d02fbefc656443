"""Parks in parks: which units of a nested park a park around it states too, and where they count then.

A unit is the same where its unified social credit code and its unit code are, in returns that count in one
boundary, and it lies inside that boundary for both parks. It counts in the outermost park that states it: in
its province where one of the parks that state it lies there, else in the nation alone. A unit that no park
around states counts by itself, and is found.

Choice: for claims, which no boundary divides, being stated around in either boundary is enough.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lingtan.synthetic.model import Park
from lingtan.synthetic.truth_amounts import Level
from lingtan.synthetic.truth_periods import BOUNDARIES, Year

FINDING: Final = "nested_unit_not_in_parent"
#: Unit and its credit code.
_Identity = tuple[str, str]


class Nesting:
    """The nested units of a nation's year."""

    def __init__(self, parks: Iterable[Park], years: Mapping[str, Mapping[str, Year]]) -> None:
        """`years`: park -> boundary -> year."""
        self._parks = {park.code: park for park in parks}
        self._years = years
        self._levels: dict[tuple[str, str], dict[str, Level]] = {}
        self._listed: dict[tuple[str, str], dict[str, str]] = {}
        self._outermost: dict[tuple[str, str], str] = {}
        #: (park, unit) -> the park it counts in, where that is another one.
        self.counted_in: dict[tuple[str, str], str] = {}
        #: (park, boundary, finding).
        self.findings: set[tuple[str, str, str]] = set()
        for park in self._parks.values():
            for boundary in BOUNDARIES:
                self._look_at(park, boundary)

    def levels(self, park_code: str, boundary_code: str) -> Mapping[str, Level]:
        """Unit -> the view from which on it counts in a park around its own."""
        return self._levels.get((park_code, boundary_code), {})

    def listed_by(self, park_code: str, boundary_code: str) -> Mapping[str, str]:
        """Unit -> the outermost park around its own that states it too."""
        return self._listed.get((park_code, boundary_code), {})

    def outermost(self, park_code: str, boundary_code: str) -> str:
        """The outermost park around with a year in the boundary; without one the park itself."""
        return self._outermost.get((park_code, boundary_code), park_code)

    def _look_at(self, park: Park, boundary: str) -> None:
        around = [one for one in self._around(park) if self._counts(one.code, boundary)]
        if not around:
            return
        stated = {one.code: self._stated(one.code, boundary) for one in around}
        self._outermost[park.code, boundary] = around[-1].code
        levels = self._levels[park.code, boundary] = {}
        listed = self._listed[park.code, boundary] = {}
        for unit in self._units(park.code, boundary):
            by = [one for one in around if unit in stated[one.code] and unit[1]]
            if by:
                is_home = any(one.province_code == park.province_code for one in by)
                levels[unit[0]] = "province" if is_home else "nation"
                self.counted_in[park.code, unit[0]] = listed[unit[0]] = by[-1].code
            else:
                self.findings.add((park.code, boundary, FINDING))

    def _around(self, park: Park) -> Iterator[Park]:
        """The park it lies in, then what that one lies in."""
        code = park.parent_code
        while code is not None:
            yield self._parks[code]
            code = self._parks[code].parent_code

    def _counts(self, code: str, boundary: str) -> bool:
        year = self._years.get(code, {}).get(boundary)
        return year is not None and bool(year.counted)

    def _units(self, code: str, boundary: str) -> Iterator[_Identity]:
        year = self._years.get(code, {}).get(boundary)
        for one in year.counted if year is not None else ():
            for unit in one.units:
                if unit.share(boundary) != 0:
                    yield unit.code, unit.credit_code or ""

    def _stated(self, code: str, boundary: str) -> frozenset[_Identity]:
        return frozenset(self._units(code, boundary))
