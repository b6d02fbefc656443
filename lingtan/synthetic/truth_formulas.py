"""Gases by formula: what a line says of each gas, before the share of its unit (F4, F5, F6, F8).

A parameter is what the unit gives, else what is listed for its treatment and gas, else the formula lacks it
and its gas is a gap. Factors are multiplied exactly, divided last and rounded half up once at 12 places.

Choices: C2F6 of anode effects needs the parameters of CF4 and its ratio; organics less sludge and recovered
methane are two parts of which each lacks what the other lacks; nitrous oxide of wastewater is left to a line
of its own where the unit has one; CF4 is a by-product of a fed gas, not of itself, where one is listed or
given; NO of the activity is NO of every part.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import OtherGasLine
from lingtan.synthetic.rounding import (
    EXACT,
    FACTOR_PLACES,
    QUANTITY_PLACES,
    half_up,
    minus,
    product,
    quotient,
    total,
)
from lingtan.synthetic.truth_amounts import Absence, Amount
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues

_ONE: Final = Decimal(1)
#: Source -> the gas its formula begins with; None: any.
_FORMULAS: Final = {"anode_effect": "CF4", "wastewater": "CH4", "waste": "CO2", "electronics": None}
_KG_PER_T: Final = Decimal("0.001")


@dataclass(frozen=True)
class FormulaPart:
    """One gas of a line: t of it per t of the activity; None where a parameter is missing."""

    line_id: str
    unit_code: str
    source_code: str
    gas_code: str
    factor: Decimal | None
    is_deducted: bool = False
    is_memo: bool = False


def has_formula(line: OtherGasLine) -> bool:
    """Whether a line goes through a formula."""
    return (
        line.method_code == "formula"
        and line.source_code in _FORMULAS
        and _FORMULAS[line.source_code] in (None, line.gas_code)
    )


def formula_parts(
    values: ReferenceValues, quantities: Quantities, lines: Iterable[OtherGasLine]
) -> Iterator[tuple[FormulaPart, Amount]]:
    """Every gas of every line with a formula, each with its quantity in t."""
    lines = tuple(lines)
    own_n2o = {
        line.unit_code for line in lines if line.source_code == "wastewater" and line.gas_code == "N2O"
    }
    for line in lines:
        if not has_formula(line):
            continue
        one = _Line(values, line, quantities.gas(line))
        match line.source_code:
            case "anode_effect":
                yield from one.anode_effect()
            case "wastewater":
                yield from one.wastewater(has_own_n2o=line.unit_code in own_n2o)
            case "waste":
                yield from one.incineration()
            case _:
                yield from one.electronics()


class _Line:
    def __init__(self, values: ReferenceValues, line: OtherGasLine, amount: Amount) -> None:
        self._values = values
        self._line = line
        self._amount = amount
        self._given = {
            one.code: half_up(
                EXACT.multiply(one.value, values.multiplier[one.unit_of_measure]), QUANTITY_PLACES
            )
            for one in line.parameters
        }

    def anode_effect(self) -> Iterator[tuple[FormulaPart, Amount]]:
        minutes, slope, ratio = self._take("anode_effect_minutes", "anode_effect_slope", "c2f6_ratio")
        yield self._part("CF4", _factor(minutes, slope, _KG_PER_T)), self._amount
        yield self._part("C2F6", _factor(minutes, slope, ratio, _KG_PER_T)), self._amount

    def wastewater(self, *, has_own_n2o: bool) -> Iterator[tuple[FormulaPart, Amount]]:
        sludge, capacity, correction, recovered = self._take(
            "sludge_organics", "methane_capacity", "methane_correction", "methane_recovered"
        )
        is_known = None not in (sludge, capacity, correction, recovered)
        made = self._part("CH4", _factor(capacity, correction) if is_known else None)
        yield made, self._instead(None if sludge is None else _less(self._amount, sludge))
        back = FormulaPart(
            made.line_id, made.unit_code, "wastewater", "CH4", _ONE if is_known else None, is_deducted=True
        )
        yield back, self._instead(recovered)
        if not has_own_n2o:
            nitrogen, factor = self._take("nitrogen_discharged", "n2o_per_nitrogen")
            is_known = None not in (nitrogen, factor)
            yield self._part("N2O", _factor(factor) if is_known else None), self._instead(nitrogen)

    def incineration(self) -> Iterator[tuple[FormulaPart, Amount]]:
        parameters = self._take("dry_matter", "carbon_content", "fossil_carbon", "oxidation")
        for is_memo in (False, True):
            part = self._part("CO2", self._carbon_dioxide(parameters, is_biogenic=is_memo))
            yield FormulaPart(**(vars(part) | {"is_memo": is_memo})), self._amount

    def electronics(self) -> Iterator[tuple[FormulaPart, Amount]]:
        heel, use, abatement = self._take("heel", "use_rate", "abatement")
        yield (
            self._part(self._line.gas_code, _factor(_rest(heel), _rest(use), _rest(abatement))),
            self._amount,
        )
        made, abated = self._take("by_product", "by_product_abatement")
        if made is not None and self._line.gas_code != "CF4":
            yield self._part("CF4", _factor(_rest(heel), made, _rest(abated))), self._amount

    def _carbon_dioxide(self, parameters: list[Decimal | None], *, is_biogenic: bool) -> Decimal | None:
        dry, carbon, fossil, oxidation = parameters
        if dry is None or carbon is None or fossil is None or oxidation is None:
            return None
        part = total(_ONE, minus(fossil)) if is_biogenic else fossil
        weights = self._values.parameter
        exact = product(dry, carbon, part, oxidation, weights["carbon_to_co2_numerator"])
        return quotient(exact, weights["carbon_to_co2_denominator"], FACTOR_PLACES)

    def _take(self, *codes: str) -> list[Decimal | None]:
        line = self._line
        return [
            self._given.get(
                code,
                self._values.formula_parameter(line.source_code, line.treatment_code, line.gas_code, code),
            )
            for code in codes
        ]

    def _part(self, gas: str, factor: Decimal | None) -> FormulaPart:
        return FormulaPart(self._line.line_id, self._line.unit_code, self._line.source_code, gas, factor)

    def _instead(self, quantity: Amount | None) -> Amount:
        """A quantity beside the activity: as absent as that, and a gap where it was not given."""
        if isinstance(self._amount, Absence):
            return self._amount
        return Absence.NOT_ESTIMATED if quantity is None else quantity


def _less(amount: Amount, part: Decimal) -> Amount:
    return amount if isinstance(amount, Absence) else total(amount, minus(part))


def _rest(ratio: Decimal | None) -> Decimal | None:
    return None if ratio is None else total(_ONE, minus(ratio))


def _factor(*parameters: Decimal | None) -> Decimal | None:
    """The product, half up at 12 places; None where a parameter is missing."""
    known = [one for one in parameters if one is not None]
    return half_up(product(*known), FACTOR_PLACES) if len(known) == len(parameters) else None
