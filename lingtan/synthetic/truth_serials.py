"""Which certificates and offsets are claimed twice (L6): the first claim of a year counts.

A claim is a tradable certificate of green trade or unbundled, or a retired offset, with a first serial, for
the year. Two claims of one type overlap where their first serials are of one length and their ranges,
compared as texts, meet; a last serial of another length or before the first makes no range. The earlier one,
by period and line, counts; the later one counts nothing, as a whole.

Choices: returns that count and returns compared with them claim apart, as boundaries do; a claim that counts
nothing itself still stands before a later one.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import InstrumentLine
from lingtan.synthetic.model import ParkReturn

#: Period and line.
Claim = tuple[str, str]
_TRADED: Final = frozenset({"green_trade", "unbundled"})


def claimed_twice(returns: Iterable[ParkReturn]) -> frozenset[Claim]:
    """Claims of one park, year and boundary that an earlier one holds already."""
    ordered = sorted(
        (
            (one.period_code, line.line_id, line)
            for one in returns
            for line in one.instruments
            if _is_claim(line, one.year)
        ),
        key=lambda claim: claim[:2],
    )
    return frozenset(
        (period, line_id)
        for place, (period, line_id, line) in enumerate(ordered)
        if any(_overlap(line, earlier) for _, _, earlier in ordered[:place])
    )


def _is_claim(line: InstrumentLine, year: int) -> bool:
    if line.serial_from is None or line.consumption_year != year:
        return False
    if line.type_code == "offset":
        return line.retired_on is not None
    is_traded = line.bundle_code in _TRADED and line.is_tradable is True
    return is_traded and isinstance(line.quantity, Decimal)


def _overlap(one: InstrumentLine, other: InstrumentLine) -> bool:
    (first, last), (other_first, other_last) = _range(one), _range(other)
    is_alike = one.type_code == other.type_code and len(first) == len(other_first)
    return is_alike and first <= other_last and other_first <= last


def _range(line: InstrumentLine) -> tuple[str, str]:
    first = line.serial_from or ""
    last = line.serial_to or ""
    return first, last if len(last) == len(first) and last > first else first
