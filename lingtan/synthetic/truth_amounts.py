"""Amounts that may be absent for a reason, and the entries that methods make of them.

A number counts. NO counts zero, whatever else is known. NE and C are not estimated: a gap. NA and IE count
nothing here and are no gap (L7).
"""

from decimal import Decimal
from enum import Enum
from typing import Final, Literal, NamedTuple

from lingtan.synthetic.lines import Value
from lingtan.synthetic.rounding import EXACT, FACT_PLACES, half_up, minus

ZERO: Final = Decimal(0)


class Absence(Enum):
    """Why there is no number."""

    NOT_OCCURRING = "NO"
    NOT_ESTIMATED = "NE"
    ELSEWHERE = "IE"


Amount = Decimal | Absence

_OF_KEY: Final[dict[str, Absence]] = {
    "NO": Absence.NOT_OCCURRING,
    "NE": Absence.NOT_ESTIMATED,
    "C": Absence.NOT_ESTIMATED,
    "NA": Absence.ELSEWHERE,
    "IE": Absence.ELSEWHERE,
}


def amount_of(value: Value, notation: str | None = None) -> Amount:
    """A cell as an amount: its number, what its notation key says, or a gap where it is blank."""
    key = notation or (value if isinstance(value, str) else None)
    if key is not None:
        return _OF_KEY[key]
    return value if isinstance(value, Decimal) else Absence.NOT_ESTIMATED


def times(quantity: Amount, factor: Decimal | None) -> Amount:
    """Quantity x factor, half up at 12 places; a missing factor is a gap unless nothing occurs."""
    if quantity is Absence.NOT_OCCURRING:
        return ZERO
    if isinstance(quantity, Absence):
        return quantity
    if factor is None:
        return Absence.NOT_ESTIMATED
    return half_up(EXACT.multiply(quantity, factor), FACT_PLACES)


def negative(amount: Amount) -> Amount:
    """The amount with the other sign."""
    return minus(amount) if isinstance(amount, Decimal) else amount


Level = Literal["park", "province", "nation"]
_UPWARD: Final = ("park", "province", "nation")


def lower(first: Level | None, second: Level | None) -> Level | None:
    """The lower one of two views; None is above all."""
    known = [level for level in (first, second) if level is not None]
    return min(known, key=_UPWARD.index) if known else None


def wider(first: Level | None, second: Level | None) -> Level | None:
    """The higher one of two views; None says nothing."""
    known = [level for level in (first, second) if level is not None]
    return max(known, key=_UPWARD.index) if known else None


class Origin(NamedTuple):
    """What an entry is the product of, where the uncertainties of both are supplied.

    Attributes:
        line: Period, table and number of its line, whose quantity errs once in all its entries.
        factor: What errs together: the listed factor, or the line with what its own factor is of.
        quantity_ratio: Half of the 95 % interval of the quantity.
        factor_ratio: The same of the factor.
    """

    line: tuple[str, ...]
    factor: tuple[str, ...]
    quantity_ratio: Decimal
    factor_ratio: Decimal


class Entry(NamedTuple):
    """What one line says under one method, in t CO2e.

    Attributes:
        unit_code: The unit of the line.
        division_code: First two digits of its industry.
        boundary_code: physical or administrative.
        method_code: CN-NZCP-2025 or GHGI.
        scope_code: NA, 1, 2, 3, removal, offset or memo.
        basis_code: NA, location or market.
        component_code: Component of the method.
        gas_code: The gas, or CO2e.
        group_code: Gas group.
        amount: t CO2e with its sign, or why there is none. What stays inside the park is zero.
        level_code: The view from which on another park's mirror line takes it out; None: never.
        is_sent: Whether it is power or heat sent.
        is_memo: Whether it is shown beside the totals and never added.
        nested_code: The view from which on its unit counts in the park around its own; None: never.
        origin: What it is the product of; None where its uncertainties are not known.
    """

    unit_code: str
    division_code: str
    boundary_code: str
    method_code: str
    scope_code: str
    basis_code: str
    component_code: str
    gas_code: str
    group_code: str
    amount: Amount
    level_code: Level | None = None
    is_sent: bool = False
    is_memo: bool = False
    nested_code: Level | None = None
    origin: Origin | None = None
