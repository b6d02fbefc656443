"""Reported values as canonical quantities, and what a unit measured itself, as the truth understands them.

Choices where the texts leave one:
- Output and own use of a product, and the items of a gas balance, are converted and rounded one by one, then
  added, then shared.
- Steam by mass becomes GJ first (rounded), then the share of a legal person applies (rounded again).
- A balance item NO is zero; one that is blank, NE, C, NA or IE makes the balance a gap.
- Scope 3 by spend takes the amount of money as it stands.
"""

from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import (
    EnergyLine,
    InstrumentLine,
    Measured,
    OtherGasLine,
    PowerHeatLine,
    ProcessLine,
    RemovalLine,
    ScopeThreeLine,
    Value,
)
from lingtan.synthetic.rounding import EXACT, QUANTITY_PLACES, half_up, minus, product, quotient, total
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, amount_of
from lingtan.synthetic.truth_reference import ReferenceValues

MEASURING_TIERS: Final = frozenset({"accredited_lab", "measured"})
_MONEY: Final = "10k_cny"


class Quantities:
    """Cells of a return in canonical units, before any share."""

    def __init__(self, values: ReferenceValues) -> None:
        self._multiplier = values.multiplier
        self._dimension = values.dimension
        self._feed_water = values.parameter["feed_water_enthalpy_kj_per_kg"]

    def canonical(self, value: Value, unit: str, notation: str | None = None) -> Amount:
        """A cell in its canonical unit, half up at 6 places."""
        amount = amount_of(value, notation)
        if isinstance(amount, Absence):
            return amount
        return half_up(EXACT.multiply(amount, self._multiplier[unit]), QUANTITY_PLACES)

    def energy(self, line: EnergyLine) -> Amount:
        """t, 10³ m³, MWh or GJ of an energy line."""
        return self.canonical(line.quantity, line.unit_of_measure, line.notation)

    def process(self, line: ProcessLine) -> Amount:
        """T of a process line: output and own use for a product, else the activity."""
        if line.notation or line.role_code != "product":
            return self.canonical(line.activity, line.unit_of_measure, line.notation)
        return _sum(
            self.canonical(line.qualified_output, line.unit_of_measure),
            self.canonical(line.own_use, line.unit_of_measure),
        )

    def power_or_heat(self, line: PowerHeatLine) -> Amount:
        """MWh or GJ of a power and heat line; a gap for steam by mass without an enthalpy."""
        value = self.canonical(line.quantity, line.unit_of_measure, line.notation)
        if self._dimension[line.unit_of_measure] != "mass" or isinstance(value, Absence):
            return value
        if line.steam is None or line.steam.enthalpy is None:
            return Absence.NOT_ESTIMATED
        back = line.steam.return_enthalpy
        gained = total(line.steam.enthalpy, minus(self._feed_water if back is None else back))
        # t x kJ/kg is MJ.
        return quotient(product(value, gained), Decimal(1000), QUANTITY_PLACES)

    def gas(self, line: OtherGasLine) -> Amount:
        """T of gas, or with method activity the activity in its canonical unit."""
        unit = line.unit_of_measure
        if line.method_code == "emitted":
            return self.canonical(line.emitted, unit)
        if line.method_code in {"activity", "formula"}:
            return self.canonical(line.activity, unit)
        items = (
            (line.opening_stock, False),
            (line.bought, False),
            (line.closing_stock, True),
            (line.charge_increase, True),
            (line.recovered, True),
        )
        found = ZERO
        for value, is_deducted in items:
            item = self.canonical(value, unit)
            if item is Absence.NOT_OCCURRING:
                continue
            if isinstance(item, Absence):
                return Absence.NOT_ESTIMATED
            found = EXACT.add(found, minus(item) if is_deducted else item)
        return found

    def scope_three(self, line: ScopeThreeLine) -> Amount:
        """The activity in its canonical unit; by spend the money in 10⁴ yuan."""
        if line.method_code == "spend":
            amount = amount_of(line.amount_10k_cny)
            return half_up(amount, QUANTITY_PLACES) if isinstance(amount, Decimal) else amount
        unit = line.unit_of_measure
        if unit == _MONEY or unit is None:
            return amount_of(line.activity)
        return self.canonical(line.activity, unit)

    def screened(self, line: ScopeThreeLine) -> Amount:
        """T CO2e that a line was estimated at in screening; a gap where it says nothing."""
        return self.canonical(line.screened_tco2e, "t")

    def removed(self, line: RemovalLine) -> Amount:
        """T CO2 removed or stored."""
        return self.canonical(line.quantity, line.unit_of_measure)

    def credit_sold(self, line: RemovalLine) -> Amount | None:
        """T CO2 sold as credits; None where the cell is blank."""
        if line.credit_sold is None:
            return None
        return self.canonical(line.credit_sold, line.unit_of_measure)

    def instrument(self, line: InstrumentLine) -> Amount:
        """MWh of certificates, t CO2e of offsets."""
        return self.canonical(line.quantity, line.unit_of_measure)


def _sum(first: Amount, second: Amount) -> Amount:
    """Both parts of an output: NO adds nothing, another absence makes the sum absent."""
    known = [one for one in (first, second) if one is not Absence.NOT_OCCURRING]
    if not known:
        return Absence.NOT_OCCURRING
    for one in known:
        if isinstance(one, Absence):
            return one
    return total(*(one for one in known if isinstance(one, Decimal)))


def measurement(line: EnergyLine) -> Measured | None:
    """The parameters of a line that count as measured: by a laboratory or the unit, as received, net."""
    measured = line.measured
    is_usable = (
        measured is not None
        and line.tier_code in MEASURING_TIERS
        and measured.moisture_basis_code == "as_received"
        and measured.calorific_basis_code == "net"
    )
    return measured if is_usable else None
