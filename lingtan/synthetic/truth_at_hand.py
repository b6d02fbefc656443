"""What is at hand of a park's year, return by return and together: gross totals of both methods.

Choices: parts that are at hand together claim serials together, and against what counts of others; a month
that nobody reported, before the last one at hand, makes the year to date partial.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from lingtan.synthetic.truth_claims import Exceeded, Meetings
from lingtan.synthetic.truth_ghgi import BASES, INVENTORY_METHOD, NO_BASIS
from lingtan.synthetic.truth_park_years import gross_total, totals_of
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_periods import Year, months_of
from lingtan.synthetic.truth_returns import Worker
from lingtan.synthetic.truth_totals import Sum

Value = Decimal | int | bool | None
_RESULTS: Final = ((PARK_METHOD, NO_BASIS), *((INVENTORY_METHOD, basis) for basis in BASES))


def at_hand_cells(
    worker: Worker,
    years: Mapping[str, Mapping[str, Year]],
    against: Meetings,
    exceeded: Exceeded,
) -> dict[str, dict[tuple[str, ...], Value]]:
    """Kind -> (park, boundary, period, method, basis), and (park, boundary, method, basis) -> value."""
    period: dict[str, dict[tuple[str, ...], Value]] = {name: {} for name in ("first", "last", "counted")}
    period |= {name: {} for name in ("total", "gaps", "partial")}
    to_date: dict[str, dict[tuple[str, ...], Value]] = {name: {} for name in ("periods", "months", "last")}
    to_date |= {name: {} for name in ("counted", "total", "gaps", "partial")}
    for park, of_park in years.items():
        for boundary, year in of_park.items():
            if not year.at_hand:
                continue
            is_counted = bool(year.counted) and year.source != "annual"
            months: frozenset[int] = frozenset().union(*map(months_of, year.at_hand))
            sums = {result: Sum() for result in _RESULTS}
            for one in worker.canonical(year.at_hand, against, exceeded):
                totals = totals_of(worker.boundary_year([one], boundary).entries)
                covered = months_of(one.park_return)
                for result in _RESULTS:
                    gross = gross_total(totals, *result)
                    sums[result].add(gross)
                    key = (park, boundary, one.park_return.period_code, *result)
                    period["first"][key] = min(covered)
                    period["last"][key] = max(covered)
                    period["counted"][key] = is_counted
                    period["total"][key] = gross.value
                    period["gaps"][key] = gross.gaps
                    period["partial"][key] = gross.is_partial
            for result, known in sums.items():
                place = (park, boundary, *result)
                to_date["periods"][place] = len(year.at_hand)
                to_date["months"][place] = len(months)
                to_date["last"][place] = max(months)
                to_date["counted"][place] = is_counted
                to_date["total"][place] = known.value
                to_date["gaps"][place] = known.gaps
                to_date["partial"][place] = known.is_partial or len(months) < max(months)
    return {f"period_{name}": cells for name, cells in period.items()} | {
        f"to_date_{name}": cells for name, cells in to_date.items()
    }
