"""Fuel factors in plain code: of the park method, and of the full inventory.

Park method (CN-NZCP-2025): measured calorific value, carbon and oxidation; else calorific value (measured or
default) times the national database's CO2 per TJ, at full oxidation; else the fallback of the carrier.
Inventory (GHGI, F2): calorific value x carbon x oxidation x 44/12, each measured or default, carbon measured
only with a measured calorific value, all defaults of one set: table C.1, else the carbon-market guideline,
else what `fuel_factor_fallbacks` names. Methane and nitrous oxide (F3): calorific value x kg per TJ.

Choices: measured oxidation counts by itself; in the park method it is 1 where it was not measured; the
carbon-market set's oxidation of solids is that of an industrial boiler; biomass has no fossil CO2.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cached_property, partial
from typing import Final

from lingtan.synthetic.lines import EnergyLine, Measured
from lingtan.synthetic.rounding import FACTOR_PLACES, product, quotient
from lingtan.synthetic.truth_amounts import ZERO
from lingtan.synthetic.truth_quantities import measurement
from lingtan.synthetic.truth_reference import NCV_SET, ReferenceValues

_ONE: Final = Decimal(1)
_THOUSAND: Final = Decimal(1000)
_MILLION: Final = Decimal(1_000_000)
_MARKET_SET: Final = "ETS_2025_INDUSTRY"
_BIOMASS_SET: Final = "IPCC_2006"
_CLASS_OF_USE: Final = {"building": "buildings", "road": "road", "off_road": "off_road"}

#: What a factor depends on: purpose, carrier, what was measured.
_Key = tuple[str, str, Measured | None]
_Make = Callable[[str, Measured | None], Decimal | None]


class FuelFactors:
    """Factors per canonical unit, each worked out once."""

    def __init__(self, values: ReferenceValues) -> None:
        self._values = values
        self._known: dict[_Key, Decimal | None] = {}

    def park_method(self, line: EnergyLine, *, full_oxidation: bool = False) -> Decimal | None:
        """T CO2 of a fuel under CN-NZCP-2025; None where neither measured nor documented."""
        make = partial(self._park_method, full_oxidation=full_oxidation)
        return self._once(f"park method {full_oxidation}", line, make)

    def park_method_conversion(self, line: EnergyLine) -> Decimal | None:
        """The same at full oxidation."""
        return self.park_method(line, full_oxidation=True)

    def inventory(self, line: EnergyLine, *, full_oxidation: bool = False) -> Decimal | None:
        """T fossil CO2 of a fuel under GHGI."""
        make = partial(self._inventory, full_oxidation=full_oxidation)
        return self._once(f"inventory {full_oxidation}", line, make)

    def inventory_conversion(self, line: EnergyLine) -> Decimal | None:
        """The same at full oxidation."""
        return self.inventory(line, full_oxidation=True)

    def combustion(self, line: EnergyLine, gas: str) -> Decimal | None:
        """T CH4 or N2O per canonical unit burnt."""
        use = class_of(line)
        return self._once(f"{use} {gas}", line, partial(self._combustion, use=use, gas=gas))

    def biogenic(self, line: EnergyLine) -> Decimal | None:
        """T biogenic CO2 per canonical unit."""
        return self._once("biogenic", line, self._biogenic)

    def _once(self, purpose: str, line: EnergyLine, make: _Make) -> Decimal | None:
        key = (purpose, line.carrier_code, measurement(line))
        if key not in self._known:
            self._known[key] = make(*key[1:])
        return self._known[key]

    def _park_method(
        self, carrier: str, measured: Measured | None, *, full_oxidation: bool
    ) -> Decimal | None:
        values = self._values
        if carrier in values.biomass:
            return ZERO
        ncv = measured.net_calorific_value if measured else None
        if measured and ncv is not None and measured.carbon_content is not None:
            oxidation = _ONE if full_oxidation else _or(measured.oxidation_ratio, _ONE)
            return self._from_carbon(product(ncv, measured.carbon_content, oxidation))
        if ncv is None:
            ncv = values.default_calorific_value(carrier)
        if ncv is None:
            return None
        fallback = values.fallbacks.get(carrier)
        of_database = carrier
        if carrier not in values.co2_per_tj and fallback is not None:
            of_database = fallback.co2_factor_carrier or carrier
        if of_database in values.co2_per_tj:
            return quotient(product(ncv, values.co2_per_tj[of_database]), _THOUSAND, FACTOR_PLACES)
        if fallback is None:
            return None
        return self._from_carbon(product(ncv, values.carbon_content[fallback.carbon_set or "", carrier]))

    def _inventory(self, carrier: str, measured: Measured | None, *, full_oxidation: bool) -> Decimal | None:
        if carrier in self._values.biomass:
            return ZERO
        default_set = self._default_set(carrier)
        ncv = measured.net_calorific_value if measured else None
        carbon = measured.carbon_content if measured and ncv is not None else None
        oxidation = _ONE if full_oxidation else (measured.oxidation_ratio if measured else None)
        if default_set is not None:
            ncv = _or(ncv, self._values.calorific_value[default_set])
            carbon = _or(carbon, self._values.carbon_content[default_set])
            oxidation = _or(oxidation, self._values.oxidation[default_set])
        if ncv is None or carbon is None or oxidation is None:
            return None
        return self._from_carbon(product(ncv, carbon, oxidation))

    def _combustion(self, carrier: str, measured: Measured | None, use: str, gas: str) -> Decimal | None:
        ncv = self._calorific_value(carrier, measured)
        group = self._values.carrier_group[carrier]
        per_tj = self._values.combustion.get(
            (use, carrier, gas), self._values.combustion.get((use, group, gas))
        )
        if ncv is None or per_tj is None:
            return None
        return quotient(product(ncv, per_tj), _MILLION, FACTOR_PLACES)

    def _biogenic(self, carrier: str, measured: Measured | None) -> Decimal | None:
        ncv = self._calorific_value(carrier, measured)
        per_tj = self._values.biogenic_co2_per_tj.get(carrier)
        if ncv is None or per_tj is None:
            return None
        return quotient(product(ncv, per_tj), _THOUSAND, FACTOR_PLACES)

    def _calorific_value(self, carrier: str, measured: Measured | None) -> Decimal | None:
        if measured and measured.net_calorific_value is not None:
            return measured.net_calorific_value
        if carrier in self._values.biomass:
            return self._values.calorific_value.get((_BIOMASS_SET, carrier))
        default_set = self._default_set(carrier)
        return None if default_set is None else self._values.calorific_value[default_set]

    def _default_set(self, carrier: str) -> tuple[str, str] | None:
        """The (set, carrier) that gives all defaults of a carrier."""
        candidates = [(NCV_SET, carrier), (_MARKET_SET, carrier)]
        fallback = self._values.fallbacks.get(carrier)
        if fallback is not None:
            candidates.append((fallback.ncv_set, fallback.ncv_carrier))
        return next((one for one in candidates if one in self._complete), None)

    @cached_property
    def _complete(self) -> set[tuple[str, str]]:
        values = self._values
        return set(values.calorific_value) & set(values.carbon_content) & set(values.oxidation)

    def _from_carbon(self, kilograms_of_carbon: Decimal) -> Decimal:
        # GJ/t x tC/TJ is kgC/t; 44/12 turns carbon into CO2; the division comes last.
        numerator = product(kilograms_of_carbon, self._values.parameter["carbon_to_co2_numerator"])
        denominator = product(self._values.parameter["carbon_to_co2_denominator"], _THOUSAND)
        return quotient(numerator, denominator, FACTOR_PLACES)


def class_of(line: EnergyLine) -> str:
    """The class of combustion that its methane and nitrous oxide are listed for."""
    if line.flow_code in {"T-PWR", "T-HEAT"}:
        return "energy_industries"
    if line.flow_code == "FLARE":
        return "industry"
    return _CLASS_OF_USE.get(line.use_code or "", "industry")


def _or(value: Decimal | None, other: Decimal) -> Decimal:
    return other if value is None else value
