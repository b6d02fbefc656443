"""The lines of a return as the methods see them: canonical and cleared once, then taken into each boundary.

Choice: a generation line whose attributes-sold cell is blank sold none; a line of a unit outside a boundary
is not there for it, neither for totals nor for the conditions of other lines.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from lingtan.synthetic.lines import (
    EnergyLine,
    GenerationLine,
    InstrumentLine,
    OtherGasLine,
    ProcessLine,
    RemovalLine,
    ScopeThreeLine,
)
from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.truth_amounts import ZERO, Amount, Level
from lingtan.synthetic.truth_boundaries import CountedParks, Share, elimination_level, inside, shares
from lingtan.synthetic.truth_clearing import Cleared, Delivery, claims, clear
from lingtan.synthetic.truth_formulas import FormulaPart, formula_parts, has_formula
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues
from lingtan.synthetic.truth_serials import Claim


class _OfUnit(Protocol):
    @property
    def unit_code(self) -> str: ...


Line = TypeVar("Line", bound=_OfUnit)


@dataclass(frozen=True)
class _Lines:
    """The lines of a return in canonical units, but for deliveries."""

    park_return: ParkReturn
    energy: tuple[tuple[EnergyLine, Amount], ...]
    sold_attributes: tuple[tuple[GenerationLine, Amount], ...]
    process: tuple[tuple[ProcessLine, Amount], ...]
    gases: tuple[tuple[OtherGasLine, Amount], ...]
    formula_parts: tuple[tuple[FormulaPart, Amount], ...]
    scope_three: tuple[tuple[ScopeThreeLine, Amount], ...]
    removed: tuple[tuple[RemovalLine, Amount], ...]
    sold_credits: tuple[tuple[RemovalLine, Amount], ...]
    offsets: tuple[tuple[InstrumentLine, Amount], ...]


@dataclass(frozen=True)
class Canonical(_Lines):
    """A return with green power cleared, before shares; units that claim a serial again."""

    cleared: Cleared
    repeating_units: frozenset[str]


@dataclass(frozen=True)
class Inside(_Lines):
    """The part of a return inside one boundary; `deliveries` with the view that cancels each."""

    boundary_code: str
    province_code: str
    divisions: dict[str, str]
    deliveries: tuple[tuple[Delivery, Level | None], ...]


def canonical(
    values: ReferenceValues, one: ParkReturn, repeated: Collection[Claim] = frozenset()
) -> Canonical:
    """Convert and clear a return, without what is claimed already."""
    quantities = Quantities(values)
    again = {line.line_id for line in one.instruments if (one.period_code, line.line_id) in repeated}
    instruments = [
        (line, ZERO if line.line_id in again else quantities.instrument(line)) for line in one.instruments
    ]
    deliveries = [Delivery(line, line.kind_code, quantities.power_or_heat(line)) for line in one.power_heat]
    sold = ((line, quantities.credit_sold(line)) for line in one.removals)
    return Canonical(
        park_return=one,
        energy=_with(quantities.energy, one.energy),
        cleared=clear(deliveries, claims(instruments, one.year)),
        sold_attributes=tuple(
            (line, quantities.canonical(line.attribute_sold, line.unit_of_measure))
            for line in one.generation
            if line.attribute_sold is not None
        ),
        process=_with(quantities.process, one.process),
        gases=_with(quantities.gas, (line for line in one.other_gases if not has_formula(line))),
        formula_parts=tuple(formula_parts(values, quantities, one.other_gases)),
        scope_three=_with(
            quantities.scope_three, (line for line in one.scope3 if line.relevance_code == "relevant")
        ),
        removed=_with(quantities.removed, one.removals),
        sold_credits=tuple((line, amount) for line, amount in sold if amount is not None),
        offsets=tuple((line, amount) for line, amount in instruments if line.type_code == "offset"),
        repeating_units=frozenset(line.unit_code for line in one.instruments if line.line_id in again),
    )


def _with(amount: Callable[[Line], Amount], lines: Iterable[Line]) -> tuple[tuple[Line, Amount], ...]:
    return tuple((line, amount(line)) for line in lines)


def lines_inside(lines: Canonical, boundary_code: str, counted_parks: CountedParks) -> Inside:
    """Take a return into one boundary."""
    one = lines.park_return
    parts = shares(one.units, boundary_code)
    province_code = one.park.province_code
    return Inside(
        park_return=one,
        boundary_code=boundary_code,
        province_code=province_code,
        divisions={unit.code: unit.industry_code[:2] for unit in one.units},
        energy=_taken(lines.energy, parts),
        deliveries=tuple(
            (
                delivery._replace(amount=inside(delivery.amount, parts[delivery.line.unit_code])),
                elimination_level(delivery.line, parts, boundary_code, province_code, counted_parks),
            )
            for delivery in lines.cleared.deliveries
            if delivery.line.unit_code in parts
        ),
        sold_attributes=_taken(lines.sold_attributes, parts),
        process=_taken(lines.process, parts),
        gases=_taken(lines.gases, parts),
        formula_parts=_taken(lines.formula_parts, parts),
        scope_three=_taken(lines.scope_three, parts),
        removed=_taken(lines.removed, parts),
        sold_credits=_taken(lines.sold_credits, parts),
        offsets=_taken(lines.offsets, parts),
    )


def _taken(lines: Iterable[tuple[Line, Amount]], parts: dict[str, Share]) -> tuple[tuple[Line, Amount], ...]:
    return tuple(
        (line, inside(amount, parts[line.unit_code])) for line, amount in lines if line.unit_code in parts
    )
