"""Which claims on serials meet in the nation (L6): one serial has one consumer and one year.

A claim is a certificate or a retired offset with a first serial and a year, unless it says that nothing was
claimed; and the serial of credits sold of a removal, for the year of its return. The consumer is a unit of a
park. Two claims meet where their first serials are of one length and their ranges, compared as texts, have a
serial in common; a last serial of another length or before the first makes no range. Certificates meet
certificates; offsets and credits meet each other.

The same consumer that claims again for the same year repeats itself: the earlier line, by period and line,
holds the serial. Any other two claims of one type are claimed twice, on both sides. An offset whose serial is
that of a credit was handed on by the seller, unless the seller retires it too or sold nothing of it.

Choices: returns that are a park's year together, or are only at hand together, meet each other; anybody
else's claim stands against them only if it counts. A claim that counts nothing by itself still stands.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from lingtan.synthetic.lines import InstrumentLine, RemovalLine
from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.truth_amounts import ZERO
from lingtan.synthetic.truth_removals import is_fossil_stored, is_stored

#: Park, period, table and line: what names a claim.
Key = tuple[str, str, str, str]
#: (park, unit) -> the park around that states the unit too.
CountedIn = Mapping[tuple[str, str], str]
_NO_NESTING: Final[CountedIn] = {}
_NOTHING_CLAIMED: Final = frozenset({"NO", "NA", "IE"})


class Claim(NamedTuple):
    """Who claims which serials for which year; `is_kept`: credits with a serial of which nothing was sold."""

    key: Key
    return_year: int
    unit_code: str
    type_code: str
    claim_year: int
    first: str
    last: str
    is_kept: bool = False

    @property
    def consumer(self) -> tuple[str, str]:
        """Park and unit."""
        return self.key[0], self.unit_code


class Meeting(NamedTuple):
    """A claim that stands against another one, and the serials both name."""

    other: Claim
    is_repeat: bool
    first: str
    last: str


class Group(NamedTuple):
    """Returns that are a park's year in a boundary, or are only at hand."""

    boundary_code: str
    is_counted: bool
    returns: tuple[ParkReturn, ...]


Meetings = Mapping[Key, tuple[Meeting, ...]]
#: (plant, year of generation) -> its park, of plants claimed beyond what they sent to the grid.
ExceededPlants = Mapping[tuple[str, int], str]
#: Park, kind and code of the other end, as a line names it.
SupplierName = tuple[str, str | None, str | None]
#: How a park names a supplier over direct lines -> the supplier, of those that sent less than was received.
ExceededSuppliers = Mapping[SupplierName, str]


class Exceeded(NamedTuple):
    """Sources of which more is claimed in the nation than they gave."""

    plants: ExceededPlants = MappingProxyType({})
    suppliers: ExceededSuppliers = MappingProxyType({})


NOTHING_EXCEEDED: Final = Exceeded()


def meetings(groups: Iterable[Group], counted_in: CountedIn = _NO_NESTING) -> Meetings:
    """Every claim with what stands against it; a claim against which nothing stands is left out."""
    groups_of: dict[Claim, set[tuple[str, bool]]] = defaultdict(set)
    for group in groups:
        for one in group.returns:
            for claim in claims_of(one):
                groups_of[claim].add((group.boundary_code, group.is_counted))
    found: dict[Key, list[Meeting]] = defaultdict(list)
    for first, second in _overlapping(groups_of):
        for own, other in ((first, second), (second, first)):
            meeting = _meeting(own, other, counted_in) if _stands_against(own, other, groups_of) else None
            if meeting is not None:
                found[own.key].append(meeting)
    return {key: tuple(against) for key, against in found.items()}


def claims_of(one: ParkReturn) -> Iterator[Claim]:
    """The claims of one return."""
    place = (one.park.code, one.period_code)
    for line in one.instruments:
        if is_claim(line):
            first = line.serial_from or ""
            year = line.consumption_year or 0
            yield Claim(
                (*place, "instruments", line.line_id),
                one.year, line.unit_code, line.type_code, year, first, last_serial(line),
            )  # fmt: skip
    for removal in one.removals:
        if removal.credit_serial is not None:
            serial = removal.credit_serial
            yield Claim(
                (*place, "removals", removal.line_id),
                one.year, removal.unit_code, "removal_credit", one.year, serial, serial, is_kept(removal),
            )  # fmt: skip


def is_claim(line: InstrumentLine) -> bool:
    """Whether a line claims serials, for whatever year."""
    is_used = line.type_code == "green_certificate" or line.retired_on is not None
    return (
        is_used
        and line.serial_from is not None
        and line.consumption_year is not None
        and line.quantity not in _NOTHING_CLAIMED
    )


def last_serial(line: InstrumentLine) -> str:
    """Where the range of a line ends."""
    first, last = line.serial_from or "", line.serial_to or ""
    return last if len(last) == len(first) and last > first else first


def is_kept(line: RemovalLine) -> bool:
    """Whether credits have a serial and nothing of a removal that counts is said to be sold."""
    is_removal = is_stored(line) or is_fossil_stored(line)
    return (
        is_removal and line.credit_serial is not None and line.credit_sold in {None, "NO", "NA", "IE", ZERO}
    )


def _overlapping(claims: Collection[Claim]) -> Iterator[tuple[Claim, Claim]]:
    alike: dict[tuple[bool, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[claim.type_code == "green_certificate", len(claim.first)].append(claim)
    return chain.from_iterable(_of_one_length(some) for some in alike.values())


def _of_one_length(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    ordered = sorted(claims, key=lambda one: (one.first, one.key))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.first > one.last:
                break
            yield one, other


def _stands_against(
    one: Claim, other: Claim, groups_of: Mapping[Claim, Collection[tuple[str, bool]]]
) -> bool:
    if one.key[0] == other.key[0] and one.return_year == other.return_year:
        return bool(set(groups_of[one]) & set(groups_of[other]))
    return any(is_counted for _, is_counted in groups_of[other])


def _consumer(one: Claim, counted_in: CountedIn) -> tuple[str, str]:
    """Park and unit; of a nested park's unit the park around that states it too."""
    return counted_in.get(one.consumer, one.key[0]), one.unit_code


def _meeting(one: Claim, other: Claim, counted_in: CountedIn) -> Meeting | None:
    is_alike = one.type_code == other.type_code
    is_same_consumer = _consumer(one, counted_in) == _consumer(other, counted_in)
    is_same = is_alike and is_same_consumer and one.claim_year == other.claim_year
    is_same_park = one.key[0] == other.key[0]
    is_earlier = is_same_park and (other.key[1], other.key[3]) < (one.key[1], one.key[3])
    is_handed_on = not (is_alike or is_same_consumer or one.is_kept or other.is_kept)
    if is_handed_on or (is_same and not is_earlier):
        return None
    return Meeting(other, is_same, max(one.first, other.first), min(one.last, other.last))
