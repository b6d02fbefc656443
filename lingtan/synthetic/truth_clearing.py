"""Which received power is green: claims of certificates against lines, unit by unit (ACCOUNTING 3).

Which certificates may count says `truth_claim_outcomes`. Green trade takes the claims of its
bundle, reported certificate power the unbundled ones, each in order of the lines; what is not covered is grid
power of the same line. The unbundled claims that are left cover grid power: external deliveries before
internal ones, at most what the unit received from the grid less what it sent: none where that is not known.

Choices: lines with a notation key neither take claims nor count; a part of zero is not a part, but a line of
zero stays what it is; claims left over are those of both bundles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.lines import PowerHeatLine
from lingtan.synthetic.rounding import EXACT, minus, total
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount
from lingtan.synthetic.truth_claim_outcomes import Judged

_BUNDLE_OF_KIND: Final = {"E-GT": "green_trade", "E-GEC": "unbundled"}


class Delivery(NamedTuple):
    """A line of power or heat, or a part of one, with the kind it counts as."""

    line: PowerHeatLine
    kind_code: str
    amount: Amount


@dataclass(frozen=True)
class Cleared:
    """Deliveries after clearing; units whose reported green power had too few claims, or too many.

    `left`: (unit, bundle) -> claims that cleared nothing.
    """

    deliveries: tuple[Delivery, ...]
    short_units: frozenset[str]
    excess_units: frozenset[str]
    left: Mapping[tuple[str, str], Decimal]


def claims(judged: Iterable[Judged]) -> dict[tuple[str, str], Decimal]:
    """(unit, bundle) -> MWh that may be claimed for the year."""
    found: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for one in judged:
        is_certificate = one.type_code == "green_certificate"
        if is_certificate and isinstance(one.valid, Decimal) and one.valid > 0:
            key = (one.unit_code, one.bundle_code or "")
            found[key] = EXACT.add(found[key], one.valid)
    return dict(found)


def clear(deliveries: Sequence[Delivery], claimed: Mapping[tuple[str, str], Decimal]) -> Cleared:
    """Split received power by the claims of each unit."""
    left = dict(claimed)
    short = set()
    found: list[Delivery] = []
    for one in sorted(deliveries, key=lambda one: one.line.line_id):
        bundle = _BUNDLE_OF_KIND.get(one.kind_code)
        if bundle is None or one.line.direction == "sent" or not isinstance(one.amount, Decimal):
            found.append(one)
            continue
        parts = _split(one, left, (one.line.unit_code, bundle), green=one.kind_code)
        if any(part.kind_code == "E-GRID" for part in parts):
            short.add(one.line.unit_code)
        found.extend(parts)
    found = _cover_grid(found, left)
    excess = {unit for (unit, _), amount in left.items() if amount > 0}
    return Cleared(tuple(found), frozenset(short), frozenset(excess), left)


def _split(
    one: Delivery, left: dict[tuple[str, str], Decimal], key: tuple[str, str], green: str
) -> list[Delivery]:
    """Take claims for a line and give its green part and the rest, without empty parts."""
    assert isinstance(one.amount, Decimal)
    covered = min(one.amount, left.get(key, ZERO))
    if covered <= 0:
        return [one if one.amount == 0 else one._replace(kind_code="E-GRID")]
    left[key] = total(left[key], minus(covered))
    rest = total(one.amount, minus(covered))
    parts = [one._replace(kind_code=green, amount=covered)]
    return [*parts, one._replace(kind_code="E-GRID", amount=rest)] if rest else parts


def _cover_grid(deliveries: list[Delivery], left: dict[tuple[str, str], Decimal]) -> list[Delivery]:
    units = {unit for (unit, bundle), amount in left.items() if bundle == "unbundled" and amount > 0}
    if not units:
        return deliveries
    room: dict[str, Decimal] = defaultdict(Decimal)
    for one in deliveries:
        if one.kind_code == "E-GRID" and isinstance(one.amount, Decimal):
            sign = one.amount if one.line.direction == "received" else minus(one.amount)
            room[one.line.unit_code] = EXACT.add(room[one.line.unit_code], sign)
    unknown = {
        one.line.unit_code
        for one in deliveries
        if one.kind_code == "E-GRID" and one.line.direction == "sent" and one.amount is Absence.NOT_ESTIMATED
    }
    usable = {
        (unit, "unbundled"): max(ZERO, min(left[unit, "unbundled"], room.get(unit, ZERO)))
        for unit in units - unknown
    }
    for key, amount in usable.items():
        left[key] = total(left[key], minus(amount))
    found = []
    for one in sorted(
        deliveries, key=lambda one: (one.line.counterparty_kind_code == "unit", one.line.line_id)
    ):
        key = (one.line.unit_code, "unbundled")
        is_grid = one.kind_code == "E-GRID" and one.line.direction == "received"
        if is_grid and isinstance(one.amount, Decimal) and usable.get(key, ZERO) > 0:
            found.extend(_split(one, usable, key, green="E-GEC"))
        else:
            found.append(one)
    return found
