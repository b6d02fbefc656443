"""Conditions that one line sets for another, and the balances that join conversion and process lines.

Feedstock is carried by a process line of a product or a material that brings carbon in: it has a CO2 factor
and is not NO, NA or IE. Recovered gas counts only in a balance with conversion input or such a process line.
Flared gas counts where its unit reports that carrier bought, made, put out or recovered. One line of a
balance that is not estimated takes the whole balance out.

Choices: a balance is a balance code within one unit and one return; NO, NA or IE as conversion input brings
no carbon in either; a line counted elsewhere does not break its balance; NO counts zero even without a
factor; deductions of clinker are held at the clinker of their balance (or unit).
"""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import EnergyLine, ProcessLine
from lingtan.synthetic.rounding import minus, total
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, negative, times
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_reference import ReferenceValues

CONVERSION: Final = frozenset({"C-IN", "C-OUT", "REC-G"})
_COUNTS_GAS: Final = frozenset({"PUR", "PRD", "C-OUT", "REC-G"})
_BRINGS_NOTHING: Final = frozenset({"NO", "NA", "IE"})
_GIVES_BACK: Final = frozenset({"deduction", "material_out"})

#: T CO2 per canonical unit of a line of a conversion, at full oxidation.
ConversionFactor = Callable[[EnergyLine], Decimal | None]
Place = tuple[str, str]


def process_factor(values: ReferenceValues, step: ProcessLine) -> Decimal | None:
    """T CO2 per t: the documented factor, else the park's own."""
    documented = values.process_factor(
        step.product_code, step.role_code, step.route_code, step.factor_source_code
    )
    return step.measured_factor if documented is None else documented


class Carbon:
    """Where the carbon of one return and boundary goes, the same for both methods."""

    def __init__(self, values: ReferenceValues, lines: Inside) -> None:
        self._gas_counted = {
            (line.unit_code, line.carrier_code) for line, _ in lines.energy if line.flow_code in _COUNTS_GAS
        }
        self.process = {
            step.line_id: (step, self._alone(values, step, amount))
            for step, amount in lines.process
            if step.product_code not in values.products_without_co2
        }
        self._carriers = {
            step.line_id: step
            for step, _ in self.process.values()
            if step.role_code in {"product", "material_in"}
            and step.notation not in _BRINGS_NOTHING
            and process_factor(values, step) is not None
        }
        self._carbon_in = {(step.unit_code, step.balance_code) for step in self._carriers.values()} | {
            (line.unit_code, line.balance_code)
            for line, _ in lines.energy
            if line.flow_code == "C-IN" and line.notation not in _BRINGS_NOTHING
        }

    def is_carried(self, line: EnergyLine) -> bool:
        """Whether feedstock names a process line that takes its carbon."""
        return line.carried_by_line in self._carriers

    def is_gas_counted(self, line: EnergyLine) -> bool:
        """Whether flared gas was metered before."""
        return (line.unit_code, line.carrier_code) in self._gas_counted

    def is_balanced(self, line: EnergyLine) -> bool:
        """Whether carbon comes into the balance of recovered gas."""
        return line.balance_code is not None and (line.unit_code, line.balance_code) in self._carbon_in

    @staticmethod
    def _alone(values: ReferenceValues, step: ProcessLine, amount: Amount) -> Amount:
        emission = times(amount, process_factor(values, step))
        return negative(emission) if step.role_code in _GIVES_BACK else emission


class Balances:
    """Conversion and process lines of one method, each with its balance."""

    def __init__(self, lines: Inside, carbon: Carbon, factor: ConversionFactor) -> None:
        self.conversion: list[tuple[EnergyLine, Amount]] = []
        broken = set()
        for line, amount in lines.energy:
            if line.flow_code in CONVERSION:
                emission = self._alone(line, amount, carbon, factor)
                self.conversion.append((line, emission))
                if emission is Absence.NOT_ESTIMATED:
                    broken.add((line.unit_code, line.balance_code))
        for step, emission in carbon.process.values():
            if emission is Absence.NOT_ESTIMATED:
                broken.add((step.unit_code, step.balance_code))
        self._broken = {place for place in broken if place[1] is not None}
        self.conversion = [(line, self._joined(line, emission)) for line, emission in self.conversion]
        self.process = [(step, self._joined(step, emission)) for step, emission in carbon.process.values()]
        self.floors = self._floors()

    def sums(self) -> dict[Place, Decimal]:
        """(unit, balance) -> t CO2 of every balance that is estimated, before deductions are held."""
        found: dict[Place, Decimal] = {}
        joined: list[tuple[EnergyLine | ProcessLine, Amount]] = [*self.conversion, *self.process]
        for line, emission in joined:
            if line.balance_code is not None and isinstance(emission, Decimal):
                place = (line.unit_code, line.balance_code)
                found[place] = total(found.get(place, ZERO), emission)
        return found

    @staticmethod
    def _alone(line: EnergyLine, amount: Amount, carbon: Carbon, factor: ConversionFactor) -> Amount:
        if line.flow_code == "C-IN":
            return times(amount, factor(line))
        if line.flow_code == "REC-G" and not carbon.is_balanced(line):
            return Absence.NOT_ESTIMATED
        return negative(times(amount, factor(line)))

    def _joined(self, line: EnergyLine | ProcessLine, emission: Amount) -> Amount:
        return Absence.NOT_ESTIMATED if (line.unit_code, line.balance_code) in self._broken else emission

    def _floors(self) -> dict[tuple[str, str | None], Decimal]:
        """(unit, balance) -> what is added where deductions exceed the clinker."""
        groups: dict[tuple[str, str | None], list[Decimal]] = defaultdict(list)
        with_deduction = set()
        for step, emission in self.process:
            is_deduction = step.role_code == "deduction"
            if isinstance(emission, Decimal) and (is_deduction or step.product_code.endswith("_clinker")):
                group = (step.unit_code, step.balance_code)
                groups[group].append(emission)
                if is_deduction:
                    with_deduction.add(group)
        sums = {group: total(*groups[group]) for group in with_deduction}
        return {group: minus(one) for group, one in sums.items() if one < 0}
