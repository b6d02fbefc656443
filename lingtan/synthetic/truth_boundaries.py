"""What lies inside a boundary: shares of units, and who meets whom across it.

A unit where it is located is taken whole, unless its share is 0. A legal person is taken by its share: 0 is
outside, a missing share makes its quantities not estimated. A delivery between two units inside one boundary
is internal to the park. One to another park whose year counts in that boundary is taken out of province
totals (same province) or of national ones.

Choice: NO of a legal person without a share is zero all the same.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from lingtan.synthetic.lines import PowerHeatLine, Unit
from lingtan.synthetic.rounding import EXACT, QUANTITY_PLACES, half_up
from lingtan.synthetic.truth_amounts import Absence, Amount, Level

#: A part to multiply with, or the whole, or unknown.
Share = Decimal | Literal["whole", "missing"]
#: (boundary, park) -> province, of the parks whose year counts in that boundary.
CountedParks = Mapping[tuple[str, str], str]


def shares(units: Iterable[Unit], boundary_code: str) -> dict[str, Share]:
    """Unit -> its share; a unit outside the boundary is not there."""
    found: dict[str, Share] = {}
    for unit in units:
        share = unit.share(boundary_code)
        if share == 0:
            continue
        if not unit.is_legal_person:
            found[unit.code] = "whole"
        else:
            found[unit.code] = "missing" if share is None else share
    return found


def inside(amount: Amount, share: Share) -> Amount:
    """The part of a quantity inside the boundary, half up at 6 places."""
    if share == "whole" or isinstance(amount, Absence):
        return amount
    if not isinstance(share, Decimal):
        return Absence.NOT_ESTIMATED
    return half_up(EXACT.multiply(amount, share), QUANTITY_PLACES)


def elimination_level(
    line: PowerHeatLine,
    units_inside: Mapping[str, Share],
    boundary_code: str,
    province_code: str,
    counted_parks: CountedParks,
) -> Level | None:
    """From which view on the other end of a delivery cancels it."""
    if line.counterparty_kind_code == "unit":
        return "park" if line.counterparty_code in units_inside else None
    if line.counterparty_kind_code != "park":
        return None
    other = counted_parks.get((boundary_code, line.counterparty_code or ""))
    if other is None:
        return None
    return "province" if other == province_code else "nation"
