"""What parks exchange through pipes, and what the two ends of an exchange do not say alike."""

from decimal import Decimal
from typing import Final, Literal

Place = tuple[str, int]
"""A park: its province and its number there."""
#: The part of what was sent that the receiver reports; or it leaves the line out, or cannot say how much.
Receipt = Decimal | Literal["left_out", "NE"]

#: Supplier of gas through a pipe -> who buys it, the carrier, and how it came: made, or bought and passed on.
GAS_SALES: Final[dict[Place, tuple[Place, str, Literal["PRD", "PUR"]]]] = {
    ("520000", 3): (("520000", 5), "hydrogen", "PRD"),
    ("510000", 11): (("510000", 7), "hydrogen", "PRD"),
    ("230000", 8): (("230000", 9), "coke_oven_gas", "PRD"),
    ("130000", 6): (("110000", 3), "natural_gas", "PUR"),
}
#: Who captures CO2 -> the park that takes it over and makes something of it.
CO2_SALES: Final[dict[Place, Place]] = {
    ("370000", 4): ("370000", 7),
    ("510000", 8): ("510000", 11),
}
#: Buyers that do not report what the park that sells to them reports.
RECEIPTS: Final[dict[tuple[str, Place], Receipt]] = {
    ("heat", ("140000", 3)): Decimal("0.97"),
    ("heat", ("640000", 1)): "left_out",
    ("heat", ("320000", 1)): "NE",
    ("electricity", ("620000", 2)): Decimal("0.985"),
    ("electricity", ("110000", 1)): Decimal("0.96"),
    ("electricity", ("340000", 1)): Decimal("1.01"),
    ("hydrogen", ("510000", 7)): Decimal("0.99"),
    ("coke_oven_gas", ("230000", 9)): Decimal("0.98"),
    ("CO2", ("370000", 7)): Decimal("0.975"),
}
#: Sellers that say nothing of what they sell.
SALES_LEFT_OUT: Final = frozenset({("heat", ("330000", 3))})
#: Park, sending and receiving unit -> the part that the receiver reports.
UNIT_RECEIPTS: Final[dict[tuple[Place, str, str], Decimal]] = {
    (("500000", 2), "U01", "U02"): Decimal("0.95"),
    (("410000", 3), "U01", "U02"): Decimal("0.98"),
    (("640000", 3), "U01", "U03"): Decimal("1.02"),
}


def trades_gas(place: Place) -> bool:
    """Whether a park exchanges gas or CO2 with another one."""
    buyers = {buyer for buyer, _, _ in GAS_SALES.values()} | set(CO2_SALES.values())
    return place in GAS_SALES or place in CO2_SALES or place in buyers
