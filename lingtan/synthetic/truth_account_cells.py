"""Cells of the carbon accounts and of the bridge from them to their park.

Choices: a unit inside a boundary has an account whether or not it reports anything; an entry without an
amount and without a gap is missing, and counts nothing in the balance.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.rounding import EXACT, minus, total
from lingtan.synthetic.truth_accounts import ACCOUNT_METHOD, Booking
from lingtan.synthetic.truth_amounts import ZERO, Absence
from lingtan.synthetic.truth_lines import Inside

_TAKES_OFF: Final = frozenset({"claims", "removals", "offsets"})
_BOOKED: Final = ("direct", "indirect", "claims", "removals", "offsets")
_STATUS: Final = {"no_lines": "missing", "not_estimated": "partial"}

Value = Decimal | int | bool | str | None
Cells = dict[str, dict[tuple[str, ...], Value]]


class AccountYear(NamedTuple):
    """What the units of a park booked in one boundary."""

    park_code: str
    boundary_code: str
    lines: Sequence[Inside]
    bookings: Sequence[Booking]


@dataclass
class _Account:
    credit_code: str | None
    amounts: dict[str, Decimal] = field(default_factory=dict)
    gaps: dict[str, int] = field(default_factory=dict)

    def book(self, one: Booking) -> None:
        if isinstance(one.amount, Decimal):
            self.amounts[one.entry_code] = EXACT.add(self.amounts.get(one.entry_code, ZERO), one.amount)
        elif one.amount is Absence.NOT_ESTIMATED:
            self.gaps[one.entry_code] = self.gaps.get(one.entry_code, 0) + 1


def account_cells(years: Iterable[AccountYear]) -> Cells:
    """Kind -> (park, boundary, unit, entry), or (park, boundary, method) of the bridge -> value."""
    cells: Cells = defaultdict(dict)
    for year in years:
        place = (year.park_code, year.boundary_code)
        accounts = {
            unit.code: _Account(unit.credit_code)
            for one in year.lines
            for unit in one.park_return.units
            if unit.share(year.boundary_code) != 0
        }
        for booking in year.bookings:
            accounts[booking.unit_code].book(booking)
        for unit, account in accounts.items():
            _add_account(cells, (*place, unit), account)
        movement = total(*(amount for one in accounts.values() for amount in one.amounts.values()))
        _add_bridge(cells, (*place, ACCOUNT_METHOD), len(accounts), movement, year.bookings)
        for gas, known in _gases(year.bookings).items():
            cells["park_gas"][*place, ACCOUNT_METHOD, "account", "NA", gas] = known
    return cells


def _add_account(cells: Cells, place: tuple[str, ...], account: _Account) -> None:
    """Add an account that opens in the year."""
    for entry in _BOOKED:
        amount, gaps = account.amounts.get(entry), account.gaps.get(entry, 0)
        reason = "not_estimated" if gaps else "no_lines" if amount is None else None
        shown = minus(amount) if amount is not None and entry in _TAKES_OFF else amount
        add_entry(cells, (*place, entry), account.credit_code, shown, gaps, reason)
    gaps = sum(account.gaps.values())
    silent = None if account.amounts else "no_lines"
    movement = total(*account.amounts.values())
    add_entry(cells, (*place, "opening"), account.credit_code, ZERO, 0, "account_opens")
    reason = "not_estimated" if gaps else silent
    add_entry(cells, (*place, "closing"), account.credit_code, movement, gaps, reason)


def add_entry(
    cells: Cells,
    key: tuple[str, ...],
    credit_code: str | None,
    amount: Decimal | None,
    gaps: int,
    reason: str | None,
) -> None:
    """Add one entry of an account, with its status; `key` is park, boundary, unit and entry."""
    cells["account_credit"][key] = credit_code
    cells["account_amount"][key] = amount
    cells["account_gaps"][key] = gaps
    cells["account_status"][key] = _STATUS.get(reason or "", "complete")
    cells["account_reason"][key] = reason


def _add_bridge(
    cells: Cells, key: tuple[str, ...], count: int, movement: Decimal, booked: Iterable[Booking]
) -> None:
    known = [one for one in booked if isinstance(one.amount, Decimal)]
    internal = {
        carrier: [minus(one.amount) for one in known if one.internal_carrier == carrier]  # type: ignore[arg-type]
        for carrier in ("electricity", "heat")
    }
    power, heat = (total(*amounts) if amounts else None for amounts in internal.values())
    cells["bridge_count"][key] = count
    cells["bridge_accounts"][key] = movement
    cells["bridge_power"][key] = power
    cells["bridge_heat"][key] = heat
    cells["bridge_without"][key] = None
    cells["bridge_without_lines"][key] = 0
    cells["bridge_park"][key] = total(movement, power or ZERO, heat or ZERO) if known else None
    cells["bridge_remainder"][key] = ZERO


def _gases(booked: Iterable[Booking]) -> dict[str, Decimal]:
    """Gas -> what is known of it in t CO2e; what stays inside the park is nothing."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for one in booked:
        amount = one.amount if isinstance(one.amount, Decimal) and one.internal_carrier is None else ZERO
        found[one.gas_code] = EXACT.add(found[one.gas_code], amount)
    return found
