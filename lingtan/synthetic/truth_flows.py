"""Who sent what to whom, by both ends: the flow matrix, its balances, and what two ends do not say alike.

Power and heat by every line; fuels by what was bought or sold with a named other end; CO2 by whom it went to
or came from. Between units of one park both ends are units, else the park as a whole. Quantities are those
reported, whatever part of a unit lies in the boundary. What a nested park and the park around it both state
stands once, as the outermost park that states it says.

Choices: NO is zero; a side with a line that is not estimated, confidential or counted elsewhere is unknown;
where an end has no line although its park declares the category not estimated, confidential or included
elsewhere, it is unknown too, and so is a difference then; an end outside the parks, or in a park without a
year in the boundary, is no end to compare with. CO2 names a unit of its own park first, then a park. Flows
between parks are those of the outermost parks around their ends, but where both ends lie in one of them. A
flow between two units is stated around only where one park states both. Of two views the wider one holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.rounding import EXACT, total
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, Level, wider
from lingtan.synthetic.truth_boundaries import CountedParks, shares
from lingtan.synthetic.truth_nesting import Nesting
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_totals import NATION

_CATEGORIES: Final = {"electricity": "power", "heat": "heat", "CO2": "removals"}
_UNKNOWN: Final = frozenset({"NE", "C", "IE"})
_COMPARED: Final = frozenset({"agree", "differ", "only_sender", "only_receiver"})


class Flow(NamedTuple):
    """A flow of one boundary; nodes as the release names them."""

    boundary_code: str
    commodity_code: str
    from_node: str
    to_node: str


class Named(NamedTuple):
    """The other end as a line names it; without a kind the code alone tells."""

    kind_code: str | None
    code: str | None


class Placed(NamedTuple):
    """A flow as one end of it reports it: where the other end lies, and the view it is inside of.

    `is_stated_around`: whether a park around says the same of its unit.
    """

    flow: Flow
    end: str
    level: Level | None
    parks: tuple[str, str]
    is_stated_around: bool


@dataclass
class Matched:
    """What the two ends of a flow say, sender and receiver; None: no line."""

    parks: tuple[str, str]
    end: str
    level: Level | None
    sides: dict[bool, Decimal] = field(default_factory=dict)
    unknown: set[bool] = field(default_factory=set)
    state: str = ""

    def known(self, *, is_sent: bool) -> Decimal | None:
        """The figure of an end; None where it has no line or does not know."""
        return None if is_sent in self.unknown else self.sides.get(is_sent)

    @property
    def difference(self) -> Decimal | None:
        """What the sender says beyond the receiver; None where they are not compared."""
        if self.state not in _COMPARED:
            return None
        return EXACT.subtract(self.known(is_sent=True) or ZERO, self.known(is_sent=False) or ZERO)


class Flows:
    """The flows of one year."""

    def __init__(
        self,
        quantities: Quantities,
        provinces: Mapping[str, str],
        counted: CountedParks,
        nesting: Nesting,
    ) -> None:
        """`provinces`: registered park -> province; `counted`: (boundary, park) with a year -> province."""
        self._quantities = quantities
        self._nesting = nesting
        self._provinces = provinces
        self._counted = counted
        self._silent: set[tuple[str, str]] = set()
        self.of: dict[Flow, Matched] = {}

    def add(self, one: ParkReturn, boundary: str) -> None:
        """Add the lines of a return that counts in the boundary."""
        inside = shares(one.units, boundary)
        for line in one.completeness:
            if line.completeness_code in _UNKNOWN:
                self._silent.add((one.park.code, line.source_category_code))
        for unit, commodity, is_sent, named, amount in self._lines(one):
            placed = self.placed(one, boundary, unit, commodity, named, is_sent=is_sent)
            if unit not in inside or placed is None or placed.is_stated_around:
                continue
            known = self.of.setdefault(placed.flow, Matched(placed.parks, placed.end, placed.level))
            known.level = wider(known.level, placed.level)
            if isinstance(amount, Decimal) or amount is Absence.NOT_OCCURRING:
                value = amount if isinstance(amount, Decimal) else ZERO
                known.sides[is_sent] = total(known.sides.get(is_sent, ZERO), value)
            else:
                known.sides.setdefault(is_sent, ZERO)
                known.unknown.add(is_sent)

    def placed(
        self, one: ParkReturn, boundary: str, unit: str, commodity: str, named: Named, *, is_sent: bool
    ) -> Placed | None:
        """The flow of a line; None for what a unit sends itself."""
        park = one.park.code
        kind, code = named.kind_code or self._kind(one, named.code), named.code
        listed_by = self._nesting.listed_by(park, boundary)
        around = listed_by.get(unit)
        if kind == "unit" and listed_by.get(code or "") != around:
            around = None
        end, other_park = "outside", ""
        level: Level | None = None
        if kind == "unit":
            park = other_park = around or park
            if code in shares(one.units, boundary):
                end, level = "inside", "park"
        elif kind == "park" and code in self._provinces:
            other_park = code or ""
            if (boundary, other_park) in self._counted:
                is_near = self._provinces[other_park] == one.park.province_code
                end, level = "inside", "province" if is_near else "nation"
            else:
                end = "not_reported"
            park, other_park = self._outermost(boundary, park, other_park)
        own = f"{park}/{unit}" if kind == "unit" else park
        other = _node(kind, other_park if kind == "park" and other_park else code, park)
        if own == other:
            return None
        nodes = (own, other) if is_sent else (other, own)
        parks = (park, other_park) if is_sent else (other_park, park)
        return Placed(Flow(boundary, commodity, *nodes), end, level, parks, around is not None)

    def _outermost(self, boundary: str, own: str, other: str) -> tuple[str, str]:
        """The outermost parks around two parks, but for two inside the same one."""
        around_own = self._nesting.outermost(own, boundary)
        is_counted = (boundary, other) in self._counted
        around_other = self._nesting.outermost(other, boundary) if is_counted else other
        return (own, other) if around_own == around_other else (around_own, around_other)

    def is_silent(self, park: str, category: str) -> bool:
        """Whether a park declares a source category not estimated, confidential or counted elsewhere."""
        return (park, category) in self._silent

    def province_of(self, park: str) -> str:
        """The province of a registered park."""
        return self._provinces[park]

    def judge(self) -> None:
        """Say of every flow how the two ends' reports stand."""
        for flow, known in self.of.items():
            category = _CATEGORIES.get(flow.commodity_code, "energy_supply")
            gaps = [(park, category) in self._silent for park in known.parks]
            sent, received = (known.sides.get(is_sent) for is_sent in (True, False))
            if known.end != "inside":
                known.state = "one_end_outside" if known.end == "outside" else "not_reported"
            elif known.unknown:
                known.state = "not_estimated"
            elif (sent or ZERO) == (received or ZERO):
                known.state = "agree"
            elif (received is not None and gaps[0]) or (sent is not None and gaps[1]):
                known.state = "not_estimated"
            elif received is None:
                known.state = "only_sender"
            else:
                known.state = "only_receiver" if sent is None else "differ"

    def _kind(self, one: ParkReturn, code: str | None) -> str:
        if code in {unit.code for unit in one.units}:
            return "unit"
        return "park" if code in self._provinces else "outside_unit"

    def _lines(self, one: ParkReturn) -> Iterator[tuple[str, str, bool, Named, Amount]]:
        for line in one.power_heat:
            named = Named(line.counterparty_kind_code, line.counterparty_code)
            amount = self._quantities.power_or_heat(line)
            yield line.unit_code, commodity_of(line.kind_code), line.direction == "sent", named, amount
        for fuel in one.energy:
            if fuel.flow_code in {"PUR", "SAL"} and fuel.counterparty_kind_code:
                named = Named(fuel.counterparty_kind_code, fuel.counterparty_code)
                amount = self._quantities.energy(fuel)
                yield fuel.unit_code, fuel.carrier_code, fuel.flow_code == "SAL", named, amount
        for removal in one.removals:
            for code, is_sent in ((removal.transferred_to, True), (removal.received_from, False)):
                if code:
                    amount = self._quantities.removed(removal)
                    yield removal.unit_code, "CO2", is_sent, Named(None, code), amount


def commodity_of(kind_code: str) -> str:
    """What a kind of power or heat is."""
    return "electricity" if kind_code.startswith("E-") else "heat"


def _node(kind: str, code: str | None, park: str) -> str:
    if code is None:
        return kind
    if kind == "unit":
        return f"{park}/{code}"
    return code if kind == "park" or code.startswith("GRID:") else f"{kind}:{code}"


def flow_cells(flows: Flows) -> dict[str, dict[tuple[str, ...], Decimal | int | str | bool | None]]:
    """Kind -> key -> value: the matrix, its balances by area, and asymmetries with their parks."""
    cells: dict[str, dict[tuple[str, ...], Decimal | int | str | bool | None]] = defaultdict(dict)
    balances: dict[tuple[str, str, str], list[Matched]] = defaultdict(list)
    for flow, known in flows.of.items():
        cells["exchange_sent"][flow] = known.known(is_sent=True)
        cells["exchange_received"][flow] = known.known(is_sent=False)
        cells["exchange_difference"][flow] = known.difference
        cells["exchange_state"][flow] = known.state
        cells["exchange_level"][flow] = known.level
        if known.difference is None:
            continue
        province = flows.province_of(known.parks[0])
        for area in (NATION,) if known.level == "nation" else (NATION, province):
            balances[area, flow.boundary_code, flow.commodity_code].append(known)
        if known.difference:
            subject = f"{flow.commodity_code}/{flow.from_node}>{flow.to_node}"
            for park in known.parks:
                cells["asymmetry"][park, flow.boundary_code, subject] = known.difference
                cells["finding"][park, flow.boundary_code, "flow_asymmetric"] = True
    for key, matched in balances.items():
        cells["balance_flows"][key] = len(matched)
        cells["balance_asymmetric"][key] = sum(bool(one.difference) for one in matched)
        cells["balance_sent"][key] = _sum(one.known(is_sent=True) for one in matched)
        cells["balance_received"][key] = _sum(one.known(is_sent=False) for one in matched)
        cells["balance_asymmetry"][key] = _sum(one.difference for one in matched)
        cells["balance_remainder"][key] = ZERO
    return cells


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return total(*(value for value in values if value is not None))
