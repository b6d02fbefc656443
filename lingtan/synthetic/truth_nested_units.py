"""Units that a nested park and the outermost park around it both state, with different figures.

A figure is what the unit emits by a method, power and heat by location, what it exchanges inside its park not
taken out: the park around may keep inside what leaves the nested one.

Choice: a unit of which nothing is known on one side differs from one that is zero on the other.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.rounding import EXACT
from lingtan.synthetic.truth_amounts import ZERO
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD
from lingtan.synthetic.truth_nesting import Nesting
from lingtan.synthetic.truth_park_years import ParkYear
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_returns import Worker

FINDING: Final = "nested_unit_differs"
_METHODS: Final = (PARK_METHOD, INVENTORY_METHOD)
_IN_TOTAL: Final = frozenset({"NA", "1", "2"})


def nested_unit_findings(
    worker: Worker, park_years: Sequence[ParkYear], nesting: Nesting
) -> set[tuple[str, str, str]]:
    """(park, boundary, finding) of every nested park with such a unit.

    Args:
        worker: Works out what stays inside a park.
        park_years: The years of all parks and boundaries.
        nesting: Which units of a nested park are stated around it.
    """
    known = {(one.park_code, one.boundary_code): one for one in park_years}

    @cache
    def figures(park: str, boundary: str) -> Mapping[tuple[str, str], Decimal]:
        return _figures(worker, known[park, boundary])

    return {
        (park, boundary, FINDING)
        for park, boundary in known
        for unit, around in nesting.listed_by(park, boundary).items()
        for method in _METHODS
        if figures(park, boundary).get((unit, method)) != figures(around, boundary).get((unit, method))
    }


def _figures(worker: Worker, one: ParkYear) -> Mapping[tuple[str, str], Decimal]:
    """(unit, method) -> t CO2e, of units of which anything is known."""
    found: dict[tuple[str, str], Decimal] = {}
    inside = [entry for lines in one.year.lines for entry in worker.internal(lines)]
    for entry in (*one.year.entries, *inside):
        is_counted = entry.scope_code in _IN_TOTAL and entry.basis_code != "market" and not entry.is_memo
        if is_counted and isinstance(entry.amount, Decimal):
            key = (entry.unit_code, entry.method_code)
            found[key] = EXACT.add(found.get(key, ZERO), entry.amount)
    return found
