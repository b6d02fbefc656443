"""Suppliers over direct lines of which more is received than they sent (L6): one MWh has one consumer.

A supplier is a park as other parks name it, or a unit as its own park does. All that names it over a direct
line of non-fossil power is held against what it says it sent otherwise than through the grid: power of a
direct line, own sun, wind and water, own biomass, nuclear and waste-to-energy. Where more is received, by
more than meters may differ, every line that names the supplier is blocked and is grid power, and the park of
the supplier and every unit that names it are told.

Choices: the tolerance is that of checks on balances, of the larger amount; a supplier that says nothing of
such power, or does not know a line of it, or declares power not estimated, confidential or counted elsewhere,
is not judged; whom it names makes no difference; of two boundaries the larger amount, park by park; what is
at hand beside a park's year follows the year. What the supplier says of its own power stays.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import EXACT, minus, total
from lingtan.synthetic.truth_amounts import ZERO, Absence
from lingtan.synthetic.truth_boundaries import shares
from lingtan.synthetic.truth_claim_cells import CountedYear
from lingtan.synthetic.truth_claim_outcomes import BEYOND_SUPPLY, DIRECT_LINE
from lingtan.synthetic.truth_claims import ExceededSuppliers, SupplierName
from lingtan.synthetic.truth_flows import Flows, Named
from lingtan.synthetic.truth_plants import PlantYear
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues

FINDING: Final = "direct_lines_exceed_supply"
_SUPPLIED_KINDS: Final = frozenset({DIRECT_LINE, "E-SELF-RE", "E-SELF-NF"})
#: Supplier -> (park, boundary) -> MWh.
_Amounts = dict[str, dict[tuple[str, str], Decimal]]


def exceeded_suppliers(
    values: ReferenceValues, flows: Flows, years: Iterable[PlantYear]
) -> ExceededSuppliers:
    """How parks name a supplier of which more is received than it sent -> the supplier."""
    found = _Lines(Quantities(values), flows)
    for year in years:
        found.add(year)
    exceeded = found.exceeded(values.parameter["check_tolerance_ratio"])
    return {name: min(over) for name, suppliers in found.names.items() if (over := suppliers & exceeded)}


def direct_findings(exceeded: ExceededSuppliers, years: Iterable[CountedYear]) -> set[tuple[str, str, str]]:
    """(park, boundary, finding) of all who have to do with such a supplier."""
    supplying = {supplier.split("/")[0] for supplier in exceeded.values()}
    found = set()
    for year in years:
        for one in year.returns:
            inside = shares(one.park_return.units, year.boundary_code)
            is_receiving = any(
                claim.outcome_code == BEYOND_SUPPLY and claim.unit_code in inside for claim in one.claims
            )
            if is_receiving or year.park_code in supplying:
                found.add((year.park_code, year.boundary_code, FINDING))
    return found


class _Lines:
    """What suppliers say they sent, what others say they received of them, and how they name them."""

    def __init__(self, quantities: Quantities, flows: Flows) -> None:
        self._quantities = quantities
        self._flows = flows
        self._sent: _Amounts = defaultdict(lambda: defaultdict(Decimal))
        self._received: _Amounts = defaultdict(lambda: defaultdict(Decimal))
        self._unknown: set[str] = set()
        self.names: dict[SupplierName, set[str]] = defaultdict(set)

    def add(self, year: PlantYear) -> None:
        """Add a park's year in a boundary."""
        place = (year.park_code, year.boundary_code)
        for one in year.returns:
            inside = shares(one.units, year.boundary_code)
            for line in one.power_heat:
                is_sent = line.direction == "sent"
                is_direct = line.kind_code in (_SUPPLIED_KINDS if is_sent else {DIRECT_LINE})
                named = Named(line.counterparty_kind_code, line.counterparty_code)
                if line.unit_code not in inside or not is_direct or (is_sent and named.kind_code == "grid"):
                    continue
                placed = self._flows.placed(
                    one, year.boundary_code, line.unit_code, "electricity", named, is_sent=is_sent
                )
                if placed is None:
                    continue
                supplier = placed.flow.from_node
                if not is_sent:
                    self.names[year.park_code, named.kind_code, named.code].add(supplier)
                if placed.is_stated_around or (not is_sent and placed.end != "inside"):
                    continue
                amount = self._quantities.power_or_heat(line)
                of_supplier = (self._sent if is_sent else self._received)[supplier]
                known = amount if isinstance(amount, Decimal) else ZERO
                of_supplier[place] = EXACT.add(of_supplier[place], known)
                is_known = isinstance(amount, Decimal) or amount is Absence.NOT_OCCURRING
                if is_sent and (not is_known or self._flows.is_silent(placed.parks[0], "power")):
                    self._unknown.add(supplier)

    def exceeded(self, tolerance: Decimal) -> frozenset[str]:
        """The suppliers of which more was received than they sent, beyond the tolerance."""
        found = set()
        for supplier, by_place in self._received.items():
            if supplier not in self._sent or supplier in self._unknown:
                continue
            of_park: dict[str, Decimal] = {}
            for (park, _), amount in by_place.items():
                of_park[park] = max(amount, of_park.get(park, ZERO))
            claimed = total(*of_park.values())
            excess = total(claimed, minus(max(self._sent[supplier].values())))
            if excess > EXACT.multiply(claimed, tolerance):
                found.add(supplier)
        return frozenset(found)
