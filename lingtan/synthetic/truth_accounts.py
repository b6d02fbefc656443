"""Carbon accounts of enterprises: what every unit books in a year, and how the accounts meet their park.

Direct: scope 1 of the inventory with the carbon dioxide of what burns alone, and before what is captured.
Indirect: power and heat bought less sold, own power sent among it, at the national average of power and the
measured or default factor of heat. Claims: what green power is left after clearing, at the same average.
Removals: what is stored, fossil or not, less credits sold. Offsets: what is retired. All of it inside the
boundary. Claims, removals and offsets take off: opening + direct + indirect - claims - removals - offsets is
what an account closes with, and the next year opens with that for the same enterprise.

Choices: a direct non-fossil line is zero both ways, a direct fossil line its supplier's factor or a gap; own
power used, own non-fossil power sent and storage make no entry; green power sold on takes its claim with it;
waste heat and cold are measured or a gap. An entry without an amount and without a gap is missing, not zero.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.truth_amounts import ZERO, Amount, Entry, negative, times
from lingtan.synthetic.truth_clearing import Delivery
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_quantities import MEASURING_TIERS
from lingtan.synthetic.truth_reference import ReferenceValues

ACCOUNT_METHOD: Final = "ENT-ACCOUNT"
_GREEN: Final = frozenset({"E-GT", "E-GEC"})
_AVERAGE: Final = _GREEN | {"E-GRID", "E-NUC"}
_OWN_SOLD: Final = frozenset({"E-SELF-FF", "E-SELF-WH"})


class Booking(NamedTuple):
    """What one line books.

    Attributes:
        unit_code: The unit of the account.
        entry_code: direct, indirect, claims, removals or offsets.
        gas_code: The gas, or CO2e.
        amount: t CO2e that it adds to the balance; what takes off is negative.
        internal_carrier: electricity or heat where the other end is a unit of the park, too.
    """

    unit_code: str
    entry_code: str
    gas_code: str
    amount: Amount
    internal_carrier: str | None = None


def bookings(
    values: ReferenceValues, lines: Inside, fuels: Iterable[Entry], others: Iterable[Entry]
) -> Iterator[Booking]:
    """Every booking of a return inside a boundary.

    Args:
        values: Factors.
        lines: The lines.
        fuels: Entries of fuels and flares in the inventory.
        others: Its entries of everything but fuels.
    """
    for entry in fuels:
        if entry.scope_code == "1" and entry.gas_code == "CO2":
            yield Booking(entry.unit_code, "direct", "CO2", entry.amount)
    for entry in others:
        if entry.component_code == "captured_co2" or entry.scope_code == "removal":
            yield Booking(entry.unit_code, "removals", entry.gas_code, entry.amount)
        elif entry.scope_code == "1":
            yield Booking(entry.unit_code, "direct", entry.gas_code, entry.amount)
        elif entry.scope_code == "offset":
            yield Booking(entry.unit_code, "offsets", entry.gas_code, entry.amount)
    average = values.power_factor("average", "CN", lines.park_return.year)
    for delivery, level in lines.deliveries:
        indirect = _indirect(values, average, delivery)
        if indirect is None:
            continue
        unit, kind = delivery.line.unit_code, delivery.kind_code
        carrier = ("electricity" if kind.startswith("E-") else "heat") if level == "park" else None
        yield Booking(unit, "indirect", "CO2", indirect, carrier)
        if kind in _GREEN:
            yield Booking(unit, "claims", "CO2", negative(indirect), carrier)


def _indirect(values: ReferenceValues, average: Decimal | None, delivery: Delivery) -> Amount | None:
    """What a delivery adds to the indirect part; None where the method has no term for it."""
    line, kind = delivery.line, delivery.kind_code
    is_sold = line.direction == "sent"
    factor: Decimal | None
    if kind in _AVERAGE or (kind in _OWN_SOLD and is_sold):
        factor = average
    elif kind in {"E-DL", "H-NF"}:
        factor = ZERO
    elif kind == "E-DLF":
        factor = line.measured_factor
    elif kind.startswith("H-"):
        factor = line.measured_factor if line.tier_code in MEASURING_TIERS else None
        if factor is None and kind == "H-FOS":
            factor = values.factor["ghgi_heat", "heat_fossil", "CO2"]
    else:
        return None
    emission = times(delivery.amount, factor)
    return negative(emission) if is_sold else emission
