"""From the physical boundary to the administrative one, part by part.

Amounts inside the administrative boundary are added, those inside the physical one taken off: of units in one
boundary alone, of units in both, of what units exchange inside their park (what its units state of it stands
with them; that it leaves the park stands apart). A park that has a year in one boundary alone has one part.

Choice: a part nobody makes is zero; a boundary without a known amount is empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import EXACT, minus
from lingtan.synthetic.truth_amounts import ZERO, Entry
from lingtan.synthetic.truth_park_years import CellsOfKind, Component, ParkYear, Value
from lingtan.synthetic.truth_returns import Worker

_PHYSICAL, _ADMINISTRATIVE = "physical", "administrative"
_PARTS: Final = ("only_physical", "only_administrative", "in_both", "internal_exchange", "not_reported")


def bridge_cells(
    worker: Worker, park_years: Iterable[ParkYear], components: Mapping[tuple[str, ...], Value]
) -> CellsOfKind:
    """Kind -> (park, method, scope, basis, component, gas group) -> value.

    Args:
        worker: Works out what stays inside a park.
        park_years: The years of all parks and boundaries.
        components: (park, boundary, method, ...) -> result.
    """
    results: dict[str, dict[tuple[str, Component], Value]] = defaultdict(dict)
    for (park, boundary, method, scope, basis, component, group), value in components.items():
        results[park][boundary, (method, scope, basis, component, group)] = value
    by_park: dict[str, dict[str, ParkYear]] = defaultdict(dict)
    for one in park_years:
        by_park[one.park_code][one.boundary_code] = one
    cells: CellsOfKind = defaultdict(dict)
    for park, years in by_park.items():
        found: dict[Component, dict[str, Decimal]] = defaultdict(lambda: dict.fromkeys(_PARTS, ZERO))
        for boundary, year in years.items():
            for part, entry in _parts(worker, boundary, years, year):
                if not entry.is_memo and isinstance(entry.amount, Decimal):
                    amount = entry.amount if boundary == _ADMINISTRATIVE else minus(entry.amount)
                    parts = found[_component(entry)]
                    parts[part] = EXACT.add(parts[part], amount)
        for key in {key for _, key in results[park]}:
            for boundary in (_PHYSICAL, _ADMINISTRATIVE):
                cells[f"boundaries_{boundary}"][park, *key] = results[park].get((boundary, key))
            for part, amount in found[key].items():
                cells[f"boundaries_{part}"][park, *key] = amount
            cells["boundaries_remainder"][park, *key] = ZERO
    return cells


def _parts(
    worker: Worker, boundary: str, years: Mapping[str, ParkYear], year: ParkYear
) -> Iterator[tuple[str, Entry]]:
    """Every entry of a park's year in a boundary with the part it belongs to, internal exchange both ways."""
    units = {code: _units(one) for code, one in years.items()}
    in_both = frozenset.intersection(*units.values())
    is_alone = len(years) == 1

    def part(entry: Entry) -> str:
        if is_alone:
            return "not_reported"
        return "in_both" if entry.unit_code in in_both else f"only_{boundary}"

    for entry in year.year.entries:
        yield part(entry), entry
    for lines in year.year.lines:
        for entry in worker.internal(lines):
            yield part(entry), entry
            if isinstance(entry.amount, Decimal):
                left = entry._replace(amount=minus(entry.amount))
                yield "not_reported" if is_alone else "internal_exchange", left


def _units(one: ParkYear) -> frozenset[str]:
    """Units inside the boundary of the year."""
    return frozenset(
        unit.code
        for lines in one.year.lines
        for unit in lines.park_return.units
        if unit.share(one.boundary_code) != 0
    )


def _component(entry: Entry) -> Component:
    return (
        entry.method_code,
        entry.scope_code,
        entry.basis_code,
        entry.component_code,
        entry.group_code,
    )
