"""Energy of a return on the use side and the supply side (ACCOUNTING section 2), stated in plain code.

Use side = final use + reductants + input to power and heat + input to conversion and preparation - their
output - recovered gas + losses of fuels + flared gas that was counted before + own primary power and heat +
power and heat received - sent; feedstock and non-energy use by variant. Bunkers are part of final use.
Supply side = bought + own production + opening stock - closing stock - sold + power and heat received - sent.

Choices: a line with no quantity or no coefficient adds nothing (its energy is unknown); the equivalent
value changes electricity only; own fossil, waste-heat and storage power received adds nothing, since its
fuel counts; clean energy is own primary power and heat, biomass, and clean power and heat received less sent
(green trade, certificates, nuclear, direct non-fossil, own non-fossil, non-fossil heat), with natural gas and
without; a park has a supply side where it has any line of bought, made, stored or sold fuel, whatever
its amount.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import EnergyLine
from lingtan.synthetic.rounding import EXACT, FACT_PLACES, FACTOR_PLACES, half_up, minus, product, total
from lingtan.synthetic.truth_amounts import ZERO, Absence
from lingtan.synthetic.truth_carbon import Carbon
from lingtan.synthetic.truth_clearing import Delivery
from lingtan.synthetic.truth_forms import is_known, own_power
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_quantities import measurement
from lingtan.synthetic.truth_reference import ReferenceValues

VARIANTS: Final = ("EN-CAL-F", "EN-CAL-X", "EN-EQV-F", "EN-EQV-X")
_USED: Final = frozenset({"FIN", "FEED-R", "T-PWR", "T-HEAT", "C-IN", "PREP-IN"})
_GIVEN_BACK: Final = frozenset({"C-OUT", "PREP-OUT", "REC-G"})
_NOT_AS_ENERGY: Final = frozenset({"FEED", "NEU"})
_PRIMARY: Final = frozenset({"electricity", "heat"})
_NO_GAP: Final = frozenset({Absence.NOT_OCCURRING, Absence.ELSEWHERE})
_CLEAN_KINDS: Final = frozenset({"E-GT", "E-GEC", "E-NUC", "E-DL", "E-SELF-RE", "E-SELF-NF", "H-NF"})
_NATURAL_GAS: Final = frozenset({"natural_gas", "natural_gas_field", "lng"})
_SUPPLY: Final = {"PUR": 1, "PRD": 1, "OPN": 1, "CLS": -1, "SAL": -1}


@dataclass(frozen=True)
class Energy:
    """Tce of one measure: use side with its gaps, supply side (None: the park has none), their difference.

    `clean` is what of the use side is clean without natural gas, `natural_gas` that gas; `forms` the total
    of the statistical forms (None: a part of it or of the use side is not known, or feedstock is left out).
    """

    use: Decimal
    supply: Decimal | None
    gaps: int = 0
    clean: Decimal = ZERO
    natural_gas: Decimal = ZERO
    forms: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        """Use less supply."""
        return None if self.supply is None else EXACT.subtract(self.use, self.supply)

    @property
    def forms_difference(self) -> Decimal | None:
        """Use less the total of the statistical forms."""
        return None if self.forms is None else EXACT.subtract(self.use, self.forms)


class EnergyTruth:
    """Coefficients of one year, and the energy they make."""

    def __init__(self, values: ReferenceValues, equivalent: Decimal | None) -> None:
        self._values = values
        self._of_power = {"CAL": values.standard_coal["electricity"]}
        if equivalent is not None:
            self._of_power["EQV"] = equivalent
        self._per_gj = values.parameter["tce_per_gj"]

    def energy(self, parts: Sequence[tuple[Inside, Carbon]]) -> Mapping[str, Energy]:
        """Measure -> energy of one park and boundary; a measure without a coefficient is not there."""
        used: dict[str, Decimal] = defaultdict(Decimal)
        supplied: dict[str, Decimal] = defaultdict(Decimal)
        clean: dict[str, Decimal] = defaultdict(Decimal)
        gas: dict[str, Decimal] = defaultdict(Decimal)
        gaps: dict[str, int] = defaultdict(int)
        has_supply = False
        for lines, carbon in parts:
            for line, amount in lines.energy:
                is_supply = line.flow_code in _SUPPLY and line.carrier_code in self._values.fuels
                has_supply = has_supply or is_supply
                coefficients = self._coefficients(line)
                sign, supply_sign = self._sign(line, carbon), _SUPPLY.get(line.flow_code, 0)
                if not isinstance(amount, Decimal) or not coefficients:
                    if sign and amount not in _NO_GAP:
                        gaps["F"] += 1
                        gaps["X"] += line.flow_code not in _NOT_AS_ENERGY
                    continue
                carrier = line.carrier_code
                of_kind = gas if carrier in _NATURAL_GAS else clean
                is_listed = carrier in self._values.biomass | _PRIMARY | _NATURAL_GAS
                for basis, coefficient in coefficients.items():
                    tce = half_up(EXACT.multiply(amount, coefficient), FACT_PLACES)
                    for variant in ("F", "X") if line.flow_code not in _NOT_AS_ENERGY else ("F",):
                        _add(used, f"EN-{basis}-{variant}", sign, tce)
                        if is_listed:
                            _add(of_kind, f"EN-{basis}-{variant}", sign, tce)
                    _add(supplied, f"EN-{basis}-F", supply_sign, tce)
            for delivery, level in lines.deliveries:
                sign = 0 if level == "park" else _sign_of(delivery)
                if not sign or not isinstance(delivery.amount, Decimal):
                    for variant in ("F", "X"):
                        gaps[variant] += bool(sign) and delivery.amount not in _NO_GAP
                    continue
                for basis, power in self._of_power.items():
                    is_power = delivery.kind_code.startswith("E-")
                    coefficient = power if is_power else self._values.standard_coal["heat"]
                    tce = half_up(EXACT.multiply(delivery.amount, coefficient), FACT_PLACES)
                    for variant in ("F", "X"):
                        _add(used, f"EN-{basis}-{variant}", sign, tce)
                        if delivery.kind_code in _CLEAN_KINDS:
                            _add(clean, f"EN-{basis}-{variant}", sign, tce)
                    _add(supplied, f"EN-{basis}-F", sign, tce)
        return {
            f"EN-{basis}-{variant}": Energy(
                used[f"EN-{basis}-{variant}"],
                supplied[f"EN-{basis}-F"] if has_supply and variant == "F" else None,
                gaps[variant],
                clean[f"EN-{basis}-{variant}"],
                gas[f"EN-{basis}-{variant}"],
                self._forms(parts, basis, used[f"EN-{basis}-F"])
                if variant == "F" and not gaps["F"]
                else None,
            )
            for basis in self._of_power
            for variant in ("F", "X")
        }

    def _forms(self, parts: Sequence[tuple[Inside, Carbon]], basis: str, used: Decimal) -> Decimal | None:
        found = used
        for lines, _ in parts:
            for sign, amount in own_power(self._values, lines):
                if not is_known(amount):
                    return None
                if isinstance(amount, Decimal):
                    tce = half_up(EXACT.multiply(amount, self._of_power[basis]), FACT_PLACES)
                    found = total(found, tce if sign > 0 else minus(tce))
        return found

    def _sign(self, line: EnergyLine, carbon: Carbon) -> int:
        flow = line.flow_code
        if flow in _USED or flow in _NOT_AS_ENERGY:
            return 1
        if flow in _GIVEN_BACK:
            return -1
        if flow == "LOSS":
            return 1 if line.carrier_code in self._values.fuels else 0
        if flow == "FLARE":
            return 1 if carbon.is_gas_counted(line) else 0
        if flow == "PRD":
            return 1 if line.carrier_code in _PRIMARY else 0
        return 0

    def _coefficients(self, line: EnergyLine) -> Mapping[str, Decimal]:
        if line.carrier_code == "electricity":
            return self._of_power
        measured = measurement(line)
        if measured is not None and measured.net_calorific_value is not None:
            found = half_up(product(measured.net_calorific_value, self._per_gj), FACTOR_PLACES)
        elif line.carrier_code in self._values.standard_coal:
            found = self._values.standard_coal[line.carrier_code]
        else:
            default = self._values.default_calorific_value(line.carrier_code)
            if default is None:
                return {}
            found = half_up(product(default, self._per_gj), FACTOR_PLACES)
        return dict.fromkeys(self._of_power, found)


def _sign_of(delivery: Delivery) -> int:
    is_sent = delivery.line.direction == "sent"
    if delivery.kind_code == "E-STO":
        return 0
    if delivery.kind_code.startswith("E-SELF-"):
        return -1 if is_sent else 0
    return -1 if is_sent else 1


def _add(sums: dict[str, Decimal], measure: str, sign: int, tce: Decimal) -> None:
    if sign:
        sums[measure] = total(sums[measure] or ZERO, tce if sign > 0 else minus(tce))
