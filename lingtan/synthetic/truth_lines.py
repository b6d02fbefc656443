"""The lines of a return as the methods see them: canonical and cleared once, then taken into each boundary.

Choice: a generation line whose attributes-sold cell is blank sold none; a line of a unit outside a boundary
is not there for it, neither for totals nor for the conditions of other lines.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol, TypeVar

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
from lingtan.synthetic.truth_claim_outcomes import BEYOND_SUPPLY, Judged, judged_claims
from lingtan.synthetic.truth_claims import NOTHING_EXCEEDED, Exceeded, Meetings
from lingtan.synthetic.truth_clearing import Cleared, Delivery, claims, clear
from lingtan.synthetic.truth_formulas import FormulaPart, formula_parts, has_formula
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues

#: Nothing stands against any claim.
NOTHING: Final[Meetings] = MappingProxyType({})
#: What counts nothing because another claim holds, or disputes, its serials.
_CONTESTED: Final = frozenset({"repeated", "claimed_twice"})


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
    screened: tuple[tuple[ScopeThreeLine, Amount], ...]
    removed: tuple[tuple[RemovalLine, Amount], ...]
    sold_credits: tuple[tuple[RemovalLine, Amount], ...]
    offsets: tuple[tuple[InstrumentLine, Amount], ...]


@dataclass(frozen=True)
class Canonical(_Lines):
    """A return with its claims judged and green power cleared, before shares."""

    cleared: Cleared
    claims: tuple[Judged, ...]


@dataclass(frozen=True)
class Inside(_Lines):
    """The part of a return inside one boundary; `deliveries` with the view that cancels each."""

    boundary_code: str
    province_code: str
    divisions: dict[str, str]
    deliveries: tuple[tuple[Delivery, Level | None], ...]


def canonical(
    values: ReferenceValues,
    one: ParkReturn,
    against: Meetings = NOTHING,
    exceeded: Exceeded = NOTHING_EXCEEDED,
) -> Canonical:
    """Convert and clear a return; `against` and `exceeded` say what stands against its claims."""
    quantities = Quantities(values)
    judged = tuple(judged_claims(values, quantities, one, against, exceeded))
    of_line = {(claim.key[2], claim.key[3]): claim for claim in judged}
    deliveries = []
    for line in one.power_heat:
        claim = of_line.get(("power_heat", line.line_id))
        is_blocked = claim is not None and claim.outcome_code == BEYOND_SUPPLY
        kind = "E-GRID" if is_blocked else line.kind_code
        deliveries.append(Delivery(line, kind, quantities.power_or_heat(line)))
    return Canonical(
        park_return=one,
        energy=_with(quantities.energy, one.energy),
        cleared=clear(deliveries, claims(judged)),
        claims=judged,
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
        screened=_with(quantities.screened, one.scope3),
        removed=_with(quantities.removed, one.removals),
        sold_credits=tuple(_sold(quantities, one, of_line)),
        offsets=tuple(
            (line, ZERO if of_line["instruments", line.line_id].outcome_code in _CONTESTED else amount)
            for line, amount in _with(quantities.instrument, one.instruments)
            if line.type_code == "offset"
        ),
    )


def _sold(
    quantities: Quantities, one: ParkReturn, of_line: Mapping[tuple[str, str], Judged]
) -> Iterator[tuple[RemovalLine, Amount]]:
    """Credits sold; of a removal whose credits are kept by one and retired by another all of it."""
    for line in one.removals:
        claim = of_line.get(("removals", line.line_id))
        is_blocked = claim is not None and claim.blocked != ZERO
        amount = quantities.removed(line) if is_blocked else quantities.credit_sold(line)
        if amount is not None:
            yield line, amount


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
        screened=_taken(lines.screened, parts),
        removed=_taken(lines.removed, parts),
        sold_credits=_taken(lines.sold_credits, parts),
        offsets=_taken(lines.offsets, parts),
    )


def _taken(lines: Iterable[tuple[Line, Amount]], parts: dict[str, Share]) -> tuple[tuple[Line, Amount], ...]:
    return tuple(
        (line, inside(amount, parts[line.unit_code])) for line, amount in lines if line.unit_code in parts
    )
