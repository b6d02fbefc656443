"""CO2 of fuels and of energy conversion (CN-NZCP-2025) in plain code.

Final use, input to power and to heat and counted flares burn: plus. Conversion: input plus, output and
recovered gas minus, at full oxidation. Feedstock and reductants: nothing where a process line with a factor
carries them, else not estimated. Everything else a park lists (trade, stocks, preparation, losses,
non-energy use, bunkers as an of-which) emits nothing by itself.

Choice: a flare belongs to the fuel component, feedstock that nothing carries to the process component.
"""

from decimal import Decimal
from typing import Final

from lingtan.synthetic.model import EnergyLine, ParkReturn
from lingtan.synthetic.rounding import FACT_PLACES, FACTOR_PLACES, half_up, minus, product, quotient
from lingtan.synthetic.truth_energy import is_counted_gas
from lingtan.synthetic.truth_quantities import Quantities, measurement
from lingtan.synthetic.truth_reference import ReferenceValues

_BURNT: Final = frozenset({"FIN", "T-PWR", "T-HEAT"})
_PER_THOUSAND: Final = Decimal(1000)


def fuel_emission(
    values: ReferenceValues, quantities: Quantities, line: EnergyLine, park_return: ParkReturn
) -> Decimal | None:
    """T CO2 of a line that burns a fuel; zero where it does not burn; None where it cannot be estimated."""
    is_flare = line.flow_code == "FLARE" and is_counted_gas(line, park_return)
    if line.flow_code not in _BURNT and not is_flare:
        return Decimal(0)
    return _emission(line, quantities.energy(line), fuel_factor(values, line, full_oxidation=False))


def conversion_emission(values: ReferenceValues, quantities: Quantities, line: EnergyLine) -> Decimal | None:
    """T CO2 of one line of a conversion balance; output and recovered gas are negative."""
    carbon = _emission(line, quantities.energy(line), fuel_factor(values, line, full_oxidation=True))
    if carbon is None or line.flow_code == "C-IN":
        return carbon
    return minus(carbon)


def fuel_factor(values: ReferenceValues, line: EnergyLine, *, full_oxidation: bool) -> Decimal | None:
    """T CO2 per canonical unit of a fuel; None where neither measured nor documented.

    Measured calorific value, carbon and oxidation; else calorific value (measured or default) times the
    national database's CO2 per TJ; else the documented fallback of the carrier.
    """
    carrier = line.carrier_code
    if carrier in values.biomass:
        return Decimal(0)
    measured = measurement(line)
    ncv = measured.net_calorific_value if measured else None
    if measured and ncv is not None and measured.carbon_content is not None:
        oxidation = Decimal(1) if full_oxidation else (measured.oxidation_ratio or Decimal(1))
        return _from_carbon(values, product(ncv, measured.carbon_content, oxidation))
    if ncv is None:
        ncv = values.default_calorific_value(carrier)
    if ncv is None:
        return None
    if carrier in values.co2_per_tj:
        return quotient(product(ncv, values.co2_per_tj[carrier]), _PER_THOUSAND, FACTOR_PLACES)
    fallback = values.fallbacks.get(carrier)
    if fallback is None:
        return None
    if fallback.co2_factor_carrier is not None:
        per_tj = values.co2_per_tj[fallback.co2_factor_carrier]
        return quotient(product(ncv, per_tj), _PER_THOUSAND, FACTOR_PLACES)
    carbon = values.carbon_content[fallback.carbon_set or "", carrier]
    return _from_carbon(values, product(ncv, carbon))


def _from_carbon(values: ReferenceValues, kilograms_of_carbon: Decimal) -> Decimal:
    # GJ/t x tC/TJ is kgC/t; 44/12 turns carbon into CO2; the division comes last.
    numerator = product(kilograms_of_carbon, values.parameter["carbon_to_co2_numerator"])
    denominator = product(values.parameter["carbon_to_co2_denominator"], _PER_THOUSAND)
    return quotient(numerator, denominator, FACTOR_PLACES)


def _emission(line: EnergyLine, quantity: Decimal | None, factor: Decimal | None) -> Decimal | None:
    if line.notation == "NO":
        return Decimal(0)
    if quantity is None or factor is None:
        return None
    return half_up(product(quantity, factor), FACT_PLACES)
