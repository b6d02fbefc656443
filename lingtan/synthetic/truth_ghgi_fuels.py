"""Fuels, conversion, process lines and flares under GHGI, gas by gas.

Choices: of a fuel with a biogenic share the fossil part makes the CO2, all of it the methane and nitrous
oxide, and the biogenic part (all of a biomass) a memo; a biomass still has a CO2 entry of zero; a flare of
gas not counted before is zero in all three gases; non-energy use of a carrier without a listed factor is
zero; bunkers, an of-which of final use, are a memo of fossil CO2; what is lost leaks methane where the office
knows how much, and is no entry elsewhere.
"""

from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.lines import EnergyLine
from lingtan.synthetic.reference_sets import loss_factors
from lingtan.synthetic.rounding import EXACT, QUANTITY_PLACES, half_up
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, times
from lingtan.synthetic.truth_carbon import Balances, Carbon
from lingtan.synthetic.truth_fuels import FuelFactors, class_of
from lingtan.synthetic.truth_ghgi import Entries, Ledger
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_origins import process_origin
from lingtan.synthetic.truth_parks import BURNT, CARRIED, fossil_part
from lingtan.synthetic.truth_quantities import measurement
from lingtan.synthetic.truth_reference import ReferenceValues

_MOBILE_USES: Final = frozenset({"road", "off_road"})
_OTHER_GASES: Final = ("CH4", "N2O")
_THOUSAND: Final = Decimal(1000)


def fuel_entries(
    values: ReferenceValues, factors: FuelFactors, ledger: Ledger, lines: Inside, carbon: Carbon
) -> Entries:
    """Entries of energy lines outside conversion."""
    for line, amount in lines.energy:
        flow, unit = line.flow_code, line.unit_code
        if flow in BURNT:
            is_mobile = flow == "FIN" and line.use_code in _MOBILE_USES
            component = "mobile_combustion" if is_mobile else "stationary_combustion"
            yield from _burnt(factors, ledger, line, amount, component)
            if line.carrier_code in values.biomass or line.biogenic_share:
                biogenic = biogenic_part(line, amount, is_biomass=line.carrier_code in values.biomass)
                mass = times(biogenic, factors.biogenic(line))
                yield ledger.entry(unit, "memo", "biogenic_co2", "CO2", mass)
        elif flow == "FLARE":
            if carbon.is_gas_counted(line):
                yield from _burnt(factors, ledger, line, amount, "fugitive")
            else:
                for gas in ("CO2", *_OTHER_GASES):
                    yield ledger.entry(unit, "1", "fugitive", gas, ZERO)
        elif flow == "BNK":
            mass = times(fossil_part(amount, line.biogenic_share), factors.inventory(line))
            yield ledger.entry(unit, "memo", "bunkers", "CO2", mass)
        elif flow == "NEU":
            mass = times(amount, values.non_energy.get(line.carrier_code, ZERO))
            made = ledger.origin("energy", line.line_id, f"non-energy {line.carrier_code}")
            yield ledger.entry(unit, "1", "process", "CO2", mass, origin=made)
        elif flow == "LOSS" and line.carrier_code in _leaks():
            mass = times(amount, _leaks()[line.carrier_code])
            made = ledger.origin("energy", line.line_id, f"leak {line.carrier_code}")
            yield ledger.entry(unit, "1", "fugitive", "CH4", mass, origin=made)
        elif flow in CARRIED and not carbon.is_carried(line):
            yield ledger.entry(unit, "1", "process", "CO2", Absence.NOT_ESTIMATED)


def balance_entries(values: ReferenceValues, ledger: Ledger, lines: Inside, balances: Balances) -> Entries:
    """Entries of conversion and of process CO2."""
    for line, emission in balances.conversion:
        is_own = _has_calorific_value(line)
        made = ledger.origin("energy", line.line_id, None if is_own else f"converted {line.carrier_code}")
        yield ledger.entry(line.unit_code, "1", "conversion", "CO2", emission, origin=made)
    for step, emission in balances.process:
        made = process_origin(values, lines, step, "CO2")
        yield ledger.entry(step.unit_code, "1", "process", "CO2", emission, origin=made)
    for (unit, _), emission in balances.floors.items():
        yield ledger.entry(unit, "1", "process", "CO2", emission)


@cache
def _leaks() -> dict[str, Decimal]:
    """Fuel -> t CH4 per canonical unit lost."""
    return {fuel: EXACT.divide(kilograms, _THOUSAND) for fuel, kilograms in loss_factors().items()}


def biogenic_part(line: EnergyLine, amount: Amount, *, is_biomass: bool) -> Amount:
    """The biogenic part of a quantity, half up at 6 places; all of a biomass."""
    if is_biomass or line.biogenic_share is None or isinstance(amount, Absence):
        return amount
    return half_up(EXACT.multiply(amount, line.biogenic_share), QUANTITY_PLACES)


def _burnt(factors: FuelFactors, ledger: Ledger, line: EnergyLine, amount: Amount, component: str) -> Entries:
    fossil = times(fossil_part(amount, line.biogenic_share), factors.inventory(line))
    measured = measurement(line)
    is_own = _has_calorific_value(line) or (measured is not None and measured.oxidation_ratio is not None)
    made = ledger.origin("energy", line.line_id, None if is_own else f"burnt {line.carrier_code}", "CO2")
    yield ledger.entry(line.unit_code, "1", component, "CO2", fossil, origin=made)
    for gas in _OTHER_GASES:
        mass = times(amount, factors.combustion(line, gas))
        listed = None if _has_calorific_value(line) else f"{class_of(line)} {line.carrier_code} {gas}"
        made = ledger.origin("energy", line.line_id, listed, gas)
        yield ledger.entry(line.unit_code, "1", component, gas, mass, origin=made)


def _has_calorific_value(line: EnergyLine) -> bool:
    measured = measurement(line)
    return measured is not None and measured.net_calorific_value is not None
