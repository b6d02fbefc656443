"""CO2 of one park by component under CN-NZCP-2025, term by term in plain code.

Choices where the texts leave one: a balance is a balance code within one unit; one line of it that cannot be
estimated takes its conversion and process lines out; what both ends of a delivery keep inside the park is
zero for it, also where the kind by itself is not estimated; NO counts zero even without a factor; a process
line takes the factor listed for its route, else the one listed without a route.
"""

from collections import defaultdict
from decimal import Decimal
from typing import Final

from lingtan.synthetic.model import EnergyLine, ParkReturn, PowerHeatLine, ProcessLine
from lingtan.synthetic.rounding import FACT_PLACES, half_up, minus, product, total
from lingtan.synthetic.truth_fuels import conversion_emission, fuel_emission
from lingtan.synthetic.truth_quantities import Quantities, is_internal
from lingtan.synthetic.truth_reference import ReferenceValues

COMPONENTS: Final = ("fuel", "conversion", "power", "heat", "process")
_CONVERSION: Final = frozenset({"C-IN", "C-OUT", "REC-G"})
_FUEL: Final = frozenset({"FIN", "T-PWR", "T-HEAT", "FLARE"})
_CARRIED: Final = frozenset({"FEED", "FEED-R"})
_FOSSIL_POWER: Final = frozenset({"E-GRID", "E-NUC", "E-DLF"})
_GREEN_POWER: Final = frozenset({"E-GT", "E-GEC"})
_MEASURING_TIERS: Final = frozenset({"accredited_lab", "measured"})

#: Component -> the emissions of its lines, None for a line that cannot be estimated.
Terms = dict[str, list[Decimal | None]]


def park_terms(values: ReferenceValues, park_return: ParkReturn) -> Terms:
    """Every term of one park by component; a component without a line has no entry."""
    quantities = Quantities(values, park_return)
    terms: Terms = defaultdict(list)
    balances = _Balances(values, quantities, park_return)
    for line in park_return.energy:
        if line.flow_code in _FUEL:
            terms["fuel"].append(fuel_emission(values, quantities, line, park_return))
        elif line.flow_code in _CONVERSION:
            terms["conversion"].append(balances.conversion(line))
        elif line.flow_code in _CARRIED and not balances.is_carried(line):
            terms["process"].append(None)
    for delivery in park_return.power_heat:
        component = "power" if delivery.kind_code.startswith("E-") else "heat"
        terms[component].append(_delivery(values, quantities, delivery, park_return))
    for step in park_return.process:
        terms["process"].append(balances.process(step))
    terms["process"].extend(balances.floors())
    return {component: found for component, found in terms.items() if found}


def _delivery(
    values: ReferenceValues, quantities: Quantities, line: PowerHeatLine, park_return: ParkReturn
) -> Decimal | None:
    if is_internal(line, park_return):
        return Decimal(0)
    factor = _delivery_factor(values, line)
    quantity = quantities.power_or_heat(line)
    if line.notation == "NO":
        return Decimal(0)
    if factor is None or quantity is None:
        return None
    emission = half_up(product(quantity, factor), FACT_PLACES)
    return emission if line.direction == "received" else minus(emission)


def _delivery_factor(values: ReferenceValues, line: PowerHeatLine) -> Decimal | None:
    kind = line.kind_code
    if kind in _FOSSIL_POWER:
        return values.factor["nzcp_power", "power_other"]
    if kind in _GREEN_POWER:
        return values.factor["nzcp_power", "power_green_certificate"]
    if kind == "E-DL":
        return values.factor["nzcp_power", "power_direct_nonfossil"]
    if kind == "H-FOS":
        if line.measured_factor is not None and line.tier_code in _MEASURING_TIERS:
            return line.measured_factor
        return values.factor["nzcp_heat", "heat_fossil"]
    if kind == "H-NF":
        return values.factor["nzcp_heat", "heat_nonfossil"]
    if kind == "H-WH":
        return values.factor["nzcp_heat", "heat_waste"]
    if kind == "H-COLD":
        return values.factor["nzcp_heat", "heat_cold"]
    # Own generation and storage: the table that says more is not collected yet.
    return None


class _Balances:
    """Conversion and process lines, joined by the balance they name."""

    def __init__(self, values: ReferenceValues, quantities: Quantities, park_return: ParkReturn) -> None:
        self._values = values
        self._process_of_line = {step.line_id: step for step in park_return.process}
        conversion = [line for line in park_return.energy if line.flow_code in _CONVERSION]
        joined: list[EnergyLine | ProcessLine] = [*conversion, *park_return.process]
        self._carriers_of_carbon = {
            (line.unit_code, line.balance_code)
            for line in joined
            if isinstance(line, ProcessLine) or line.flow_code == "C-IN"
        }
        self._alone: dict[str, Decimal | None] = {}
        for line in conversion:
            is_orphan = line.flow_code == "REC-G" and not self._has_carbon(line)
            self._alone[line.line_id] = None if is_orphan else conversion_emission(values, quantities, line)
        for step in park_return.process:
            self._alone[step.line_id] = self._process_alone(quantities, step)
        self._broken = {
            (line.unit_code, line.balance_code)
            for line in joined
            if line.balance_code is not None and self._alone[line.line_id] is None
        }

    def conversion(self, line: EnergyLine) -> Decimal | None:
        """Input plus, output and recovered gas minus; None with its balance."""
        return self._joined(line)

    def process(self, step: ProcessLine) -> Decimal | None:
        """Products and materials plus, deductions and carbon that stays minus; None with its balance."""
        return self._joined(step)

    def is_carried(self, line: EnergyLine) -> bool:
        """Whether feedstock names a process line that has a factor."""
        step = self._process_of_line.get(line.carried_by_line or "")
        return step is not None and self._process_factor(step) is not None

    def floors(self) -> list[Decimal | None]:
        """What is added where deductions exceed the clinker of their balance (or unit)."""
        groups: dict[tuple[str, str | None], list[Decimal]] = defaultdict(list)
        with_deduction = set()
        for step in self._process_of_line.values():
            is_deduction = step.role_code == "deduction"
            emission = self._joined(step)
            if emission is None or not (is_deduction or step.product_code.endswith("_clinker")):
                continue
            group = (step.unit_code, step.balance_code)
            groups[group].append(emission)
            if is_deduction:
                with_deduction.add(group)
        return [
            minus(total(*groups[group]))
            for group in sorted(with_deduction, key=str)
            if total(*groups[group]) < 0
        ]

    def _has_carbon(self, line: EnergyLine) -> bool:
        return (
            line.balance_code is not None and (line.unit_code, line.balance_code) in self._carriers_of_carbon
        )

    def _joined(self, line: EnergyLine | ProcessLine) -> Decimal | None:
        return None if (line.unit_code, line.balance_code) in self._broken else self._alone[line.line_id]

    def _process_alone(self, quantities: Quantities, step: ProcessLine) -> Decimal | None:
        quantity, factor = quantities.process(step), self._process_factor(step)
        if step.notation == "NO":
            return Decimal(0)
        if quantity is None or factor is None:
            return None
        emission = half_up(product(quantity, factor), FACT_PLACES)
        return minus(emission) if step.role_code in {"deduction", "material_out"} else emission

    def _process_factor(self, step: ProcessLine) -> Decimal | None:
        documented = self._values.process_factor(
            step.product_code, step.role_code, step.route_code, step.factor_source_code
        )
        # A park's own factor counts only where no document has one.
        return step.measured_factor if documented is None else documented
