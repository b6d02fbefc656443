"""Energy of a park on the use side (ACCOUNTING section 2), in four variants, stated in plain code.

Energy = final use + reductants + input to power and heat + input to conversion and preparation - their
output - recovered gas + losses of fuels + flared gas that was counted before + own primary power and heat +
power and heat received - sent; feedstock and non-energy use by variant. Bunkers are part of final use.

Choices: a line with no quantity or no coefficient adds nothing (its energy is unknown); the equivalent
value changes electricity only; own fossil, waste-heat and storage power received adds nothing, since its
fuel counts.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from lingtan.synthetic.model import EnergyLine, ParkReturn, PowerHeatLine
from lingtan.synthetic.rounding import FACT_PLACES, FACTOR_PLACES, half_up, product, total
from lingtan.synthetic.truth_quantities import Quantities, is_internal, measurement
from lingtan.synthetic.truth_reference import ReferenceValues

VARIANTS: Final = ("EN-CAL-F", "EN-CAL-X", "EN-EQV-F", "EN-EQV-X")
_USED: Final = frozenset({"FIN", "FEED-R", "T-PWR", "T-HEAT", "C-IN", "PREP-IN"})
_GIVEN_BACK: Final = frozenset({"C-OUT", "PREP-OUT", "REC-G"})
_NOT_AS_ENERGY: Final = frozenset({"FEED", "NEU"})
_COUNTS_GAS: Final = frozenset({"PUR", "PRD", "C-OUT", "REC-G"})
_PRIMARY: Final = frozenset({"electricity", "heat"})


def is_counted_gas(line: EnergyLine, park_return: ParkReturn) -> bool:
    """Whether flared gas was metered before: the same unit reports that carrier bought, made or recovered."""
    return any(
        (other.unit_code, other.carrier_code) == (line.unit_code, line.carrier_code)
        and other.flow_code in _COUNTS_GAS
        for other in park_return.energy
    )


def park_energy(
    values: ReferenceValues, park_return: ParkReturn, equivalent: Decimal | None
) -> Mapping[str, Decimal]:
    """Variant -> tce of one park; without an equivalent coefficient for the year only the calorific ones."""
    bases = {"CAL": values.standard_coal["electricity"]} | ({"EQV": equivalent} if equivalent else {})
    return {
        f"EN-{basis}-{suffix}": _energy(values, park_return, electricity, suffix == "F")
        for basis, electricity in bases.items()
        for suffix in ("F", "X")
    }


def _energy(
    values: ReferenceValues, park_return: ParkReturn, electricity: Decimal, with_feedstock: bool
) -> Decimal:
    quantities = Quantities(values, park_return)
    terms = []
    for line in park_return.energy:
        sign = _sign_of_flow(values, line, park_return, with_feedstock)
        quantity, coefficient = quantities.energy(line), _coefficient(values, line, electricity)
        if sign and quantity is not None and coefficient is not None:
            terms.append(half_up(product(Decimal(sign), quantity, coefficient), FACT_PLACES))
    for delivery in park_return.power_heat:
        sign = _sign_of_delivery(delivery, park_return)
        amount = quantities.power_or_heat(delivery)
        if sign and amount is not None:
            is_power = delivery.kind_code.startswith("E-")
            coefficient = electricity if is_power else values.standard_coal["heat"]
            terms.append(half_up(product(Decimal(sign), amount, coefficient), FACT_PLACES))
    return total(*terms)


def _sign_of_flow(
    values: ReferenceValues, line: EnergyLine, park_return: ParkReturn, with_feedstock: bool
) -> int:
    flow = line.flow_code
    if flow in _USED or (flow in _NOT_AS_ENERGY and with_feedstock):
        return 1
    if flow in _GIVEN_BACK:
        return -1
    if flow == "LOSS":
        return 1 if line.carrier_code in values.fuels else 0
    if flow == "FLARE":
        return 1 if is_counted_gas(line, park_return) else 0
    if flow == "PRD":
        return 1 if line.carrier_code in _PRIMARY else 0
    return 0


def _sign_of_delivery(line: PowerHeatLine, park_return: ParkReturn) -> int:
    if is_internal(line, park_return) or line.kind_code == "E-STO":
        return 0
    if line.kind_code.startswith("E-SELF-"):
        return -1 if line.direction == "sent" else 0
    return 1 if line.direction == "received" else -1


def _coefficient(values: ReferenceValues, line: EnergyLine, electricity: Decimal) -> Decimal | None:
    if line.carrier_code == "electricity":
        return electricity
    measured = measurement(line)
    per_gj = values.parameter["tce_per_gj"]
    if measured is not None and measured.net_calorific_value is not None:
        return half_up(product(measured.net_calorific_value, per_gj), FACTOR_PLACES)
    if line.carrier_code in values.standard_coal:
        return values.standard_coal[line.carrier_code]
    default = values.default_calorific_value(line.carrier_code)
    return None if default is None else half_up(product(default, per_gj), FACTOR_PLACES)
