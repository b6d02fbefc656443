"""What becomes of every certificate, offset, credit and direct line, and why: the first reason that holds.

A certificate counts when it is tradable (green trade or unbundled), has a serial, is for the year of its
return, has a quantity and is valid; an offset when it is retired with a serial for the year. Then nothing
may stand against it (`truth_claims`), no more of its plant's certificates be claimed than the plant sent to
the grid (`truth_plants`: else every line of the plant is blocked whole), and a certificate counts up to the
certificates of its range. Power of a direct line counts unless more of its supplier is received than it sent
(`truth_direct`).

A certificate is valid for two years, its month of generation the first of them; one of power from before 2024
to the end of 2025. The month in which it is retired decides; where no day is given, January of the year
claimed. How many certificates a range has can be said where both serials are given and differ in the number
at their end alone.

Choices: a credit sold is added back whatever stands against it; credits that the seller keeps, and another
one retires, take the whole removal out; a claim that counts nothing by itself has nothing to block.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.lines import InstrumentLine, PowerHeatLine, RemovalLine
from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.rounding import EXACT
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount
from lingtan.synthetic.truth_claims import (
    NOTHING_EXCEEDED,
    Exceeded,
    ExceededPlants,
    Key,
    Meeting,
    Meetings,
    is_kept,
)
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues
from lingtan.synthetic.truth_removals import is_fossil_stored, is_stored

_TRADED: Final = frozenset({"green_trade", "unbundled"})
BEYOND_GRID_POWER: Final = "exceeds_grid_power"
BEYOND_SUPPLY: Final = "exceeds_direct_supply"
DIRECT_LINE: Final = "E-DL"
_COUNTING: Final = frozenset({"counted", "serials_short"})
_NUMBERED: Final = re.compile(r"(.*?)([0-9]+)", re.DOTALL)
_LONGEST_NUMBER: Final = 18


class Judged(NamedTuple):
    """A claim and what becomes of it before it meets the power of its unit.

    Attributes:
        key: Park, period, table and line.
        unit_code: Who claims.
        type_code: green_certificate, offset, removal_credit or direct_line.
        bundle_code: How a certificate was got.
        claimed: What the line claims.
        valid: What may count.
        blocked: What counts nothing because of the claims of others.
        outcome_code: Why.
        is_generated_later: Whether its power is of a year after the one claimed.
        against: What stands against it.
        source_key: Its plant or supplier, with the park, where that is what blocks it.
    """

    key: Key
    unit_code: str
    type_code: str
    bundle_code: str | None
    claimed: Amount
    valid: Amount
    blocked: Amount
    outcome_code: str
    is_generated_later: bool
    against: tuple[Meeting, ...]
    source_key: str | None = None


def judged_claims(
    values: ReferenceValues,
    quantities: Quantities,
    one: ParkReturn,
    against: Meetings,
    exceeded: Exceeded = NOTHING_EXCEEDED,
) -> Iterator[Judged]:
    """Every certificate, offset, credit and direct line of a return."""
    for line in one.instruments:
        key = (one.park.code, one.period_code, "instruments", line.line_id)
        judged = _instrument(values, line, quantities.instrument(line), one.year, key, against.get(key, ()))
        yield _beyond_grid_power(judged, line, exceeded.plants)
    for removal in one.removals:
        sold = quantities.credit_sold(removal)
        if removal.credit_serial is not None or (isinstance(sold, Decimal) and sold > 0):
            key = (one.park.code, one.period_code, "removals", removal.line_id)
            yield _credit(removal, sold, quantities.removed(removal), key, against.get(key, ()))
    for power in one.power_heat:
        amount = quantities.power_or_heat(power)
        if power.kind_code == DIRECT_LINE and power.direction == "received" and isinstance(amount, Decimal):
            key = (one.park.code, one.period_code, "power_heat", power.line_id)
            name = (one.park.code, power.counterparty_kind_code, power.counterparty_code)
            yield _direct(power, amount, key, exceeded.suppliers.get(name) if amount > 0 else None)


def _instrument(
    values: ReferenceValues,
    line: InstrumentLine,
    amount: Amount,
    year: int,
    key: Key,
    against: tuple[Meeting, ...],
) -> Judged:
    held = _held(values, line, amount)
    outcome = _refusal(values, line, amount, year) or _contested(against)
    if outcome is None:
        outcome = "counted" if held == amount else "serials_short"
    month = _generated(line)
    return Judged(
        key=key,
        unit_code=line.unit_code,
        type_code=line.type_code,
        bundle_code=line.bundle_code,
        claimed=amount,
        valid=held if outcome in _COUNTING else ZERO,
        blocked=amount if outcome == "claimed_twice" else ZERO,
        outcome_code=outcome,
        is_generated_later=month is not None and month[0] > (line.consumption_year or month[0]),
        against=against,
    )


def _beyond_grid_power(judged: Judged, line: InstrumentLine, exceeded: ExceededPlants) -> Judged:
    """The claim, blocked where it would count and its plant is claimed beyond what it sent to the grid."""
    month = _generated(line)
    park = None if month is None else exceeded.get((line.plant_code or "", month[0]))
    is_counting = isinstance(judged.valid, Decimal) and judged.valid > 0
    if park is None or not is_counting or line.type_code != "green_certificate":
        return judged
    return judged._replace(
        valid=ZERO,
        blocked=judged.claimed,
        outcome_code=BEYOND_GRID_POWER,
        source_key=f"{park}/{line.plant_code}",
    )


def _credit(
    line: RemovalLine, sold: Amount | None, removed: Amount, key: Key, against: tuple[Meeting, ...]
) -> Judged:
    kept = is_kept(line)
    contested = _contested(against)
    claimed = removed if kept else sold
    outcome = contested or ("not_sold" if kept else "counted")
    if line.credit_serial is None:
        outcome = "no_serial"
    is_removal = is_stored(line) or is_fossil_stored(line)
    if not is_removal:
        outcome = "not_stored"
    return Judged(
        key=key,
        unit_code=line.unit_code,
        type_code="removal_credit",
        bundle_code=None,
        claimed=Absence.ELSEWHERE if claimed is None else claimed,
        valid=ZERO if kept or not is_removal or sold is None else sold,
        blocked=removed if kept and contested == "claimed_twice" else ZERO,
        outcome_code=outcome,
        is_generated_later=False,
        against=against,
    )


def _direct(line: PowerHeatLine, amount: Decimal, key: Key, supplier: str | None) -> Judged:
    """Power received over a direct line, blocked where more of its supplier is received than it sent."""
    return Judged(
        key=key,
        unit_code=line.unit_code,
        type_code="direct_line",
        bundle_code=None,
        claimed=amount,
        valid=amount if supplier is None else ZERO,
        blocked=ZERO if supplier is None else amount,
        outcome_code="counted" if supplier is None else BEYOND_SUPPLY,
        is_generated_later=False,
        against=(),
        source_key=supplier,
    )


def _contested(against: tuple[Meeting, ...]) -> str | None:
    if not against:
        return None
    return "repeated" if all(meeting.is_repeat for meeting in against) else "claimed_twice"


def _refusal(values: ReferenceValues, line: InstrumentLine, amount: Amount, year: int) -> str | None:
    """Why the line counts nothing by itself; None where it may count."""
    is_certificate = line.type_code == "green_certificate"
    if is_certificate and not (line.bundle_code in _TRADED and line.is_tradable is True):
        return "not_tradable"
    if not is_certificate and line.retired_on is None:
        return "not_retired"
    if line.serial_from is None:
        return "no_serial"
    if line.consumption_year != year:
        return "other_year"
    if is_certificate and not isinstance(amount, Decimal):
        return "no_quantity"
    return "expired" if is_certificate and _is_expired(values, line) else None


def _generated(line: InstrumentLine) -> tuple[int, int] | None:
    """Year and month of generation."""
    if line.generation_month is None:
        return None
    year, month = line.generation_month.split("-")
    return int(year), int(month)


def _is_expired(values: ReferenceValues, line: InstrumentLine) -> bool:
    generated = _generated(line)
    if generated is None:
        return False
    day = line.retired_on
    retired = (day.year, day.month) if day else (line.consumption_year or 0, 1)
    # Valid to the month before the one of the same name two years later.
    first_invalid = (generated[0] + int(values.parameter["certificate_valid_years"]), generated[1])
    is_early = generated[0] < int(values.parameter["certificate_extended_before_year"])
    last_year = int(values.parameter["certificate_extended_through_year"])
    return retired >= first_invalid and not (is_early and retired[0] <= last_year)


def _held(values: ReferenceValues, line: InstrumentLine, amount: Amount) -> Amount:
    """What of the amount the certificates of the range hold; all of it where their number is not known."""
    first, last = line.serial_from or "", line.serial_to or ""
    one, other = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if line.type_code == "offset" or not isinstance(amount, Decimal) or one is None or other is None:
        return amount
    is_range = len(first) == len(last) and one[1] == other[1] and len(one[2]) <= _LONGEST_NUMBER
    if not is_range or last < first:
        return amount
    count = int(other[2]) - int(one[2]) + 1
    return min(amount, EXACT.multiply(Decimal(count), values.parameter["certificate_mwh"]))
