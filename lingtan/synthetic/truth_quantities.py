"""Reported values as canonical quantities, and what a unit measured itself, as the truth understands them.

Choices where the texts leave one:
- A notation key NO is a quantity of zero; NE is no quantity.
- Output and own use of a product are converted and rounded one by one, then added, then shared.
- Steam by mass becomes GJ first (rounded), then the share of a legal person applies (rounded again).
"""

from decimal import Decimal

from lingtan.synthetic.model import EnergyLine, Measured, ParkReturn, PowerHeatLine, ProcessLine
from lingtan.synthetic.rounding import QUANTITY_PLACES, half_up, minus, product, quotient, total
from lingtan.synthetic.truth_reference import ReferenceValues

_TIERS_OF_MEASUREMENT = frozenset({"accredited_lab", "measured"})


class Quantities:
    """Quantities of one return in canonical units, inside the physical boundary."""

    def __init__(self, values: ReferenceValues, park_return: ParkReturn) -> None:
        self._values = values
        self._share = {unit.code: unit.share for unit in park_return.units}

    def energy(self, line: EnergyLine) -> Decimal | None:
        """t, 10³ m³, MWh or GJ of an energy line."""
        return self._inside(
            line.unit_code, self._canonical(line.quantity, line.unit_of_measure, line.notation)
        )

    def process(self, line: ProcessLine) -> Decimal | None:
        """T of a process line: output and own use for a product, else the activity."""
        if line.notation or line.role_code != "product":
            return self._inside(
                line.unit_code, self._canonical(line.activity, line.unit_of_measure, line.notation)
            )
        output = self._canonical(line.qualified_output, line.unit_of_measure, None)
        own_use = self._canonical(line.own_use, line.unit_of_measure, None)
        if output is None or own_use is None:
            return None
        return self._inside(line.unit_code, total(output, own_use))

    def power_or_heat(self, line: PowerHeatLine) -> Decimal | None:
        """MWh or GJ of a power and heat line; None for steam by mass without an enthalpy."""
        value = self._canonical(line.quantity, line.unit_of_measure, line.notation)
        if value is not None and self._values.dimension[line.unit_of_measure] == "mass":
            value = self._heat_of_steam(value, line)
        return self._inside(line.unit_code, value)

    def _heat_of_steam(self, mass: Decimal, line: PowerHeatLine) -> Decimal | None:
        if line.steam is None or line.steam.enthalpy is None:
            return None
        back = line.steam.return_enthalpy
        if back is None:
            back = self._values.parameter["feed_water_enthalpy_kj_per_kg"]
        # t x kJ/kg is MJ.
        return quotient(
            product(mass, total(line.steam.enthalpy, minus(back))), Decimal(1000), QUANTITY_PLACES
        )

    def _canonical(self, value: Decimal | None, unit: str, notation: str | None) -> Decimal | None:
        if notation == "NO":
            return Decimal(0)
        if value is None:
            return None
        return half_up(product(value, self._values.multiplier[unit]), QUANTITY_PLACES)

    def _inside(self, unit_code: str, quantity: Decimal | None) -> Decimal | None:
        share = self._share[unit_code]
        if quantity is None or share is None:
            return quantity
        return half_up(product(quantity, share), QUANTITY_PLACES)


def measurement(line: EnergyLine) -> Measured | None:
    """The parameters of a line that count as measured: by a laboratory or the unit, as received, net."""
    measured = line.measured
    is_usable = (
        measured is not None
        and line.tier_code in _TIERS_OF_MEASUREMENT
        and measured.moisture_basis_code == "as_received"
        and measured.calorific_basis_code == "net"
    )
    return measured if is_usable else None


def is_internal(line: PowerHeatLine, park_return: ParkReturn) -> bool:
    """Whether both ends of a delivery lie inside the park: the units keep it, the park counts nothing."""
    return line.counterparty_kind_code == "unit" and any(
        unit.code == line.counterparty_code for unit in park_return.units
    )
