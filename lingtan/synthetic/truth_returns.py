"""One park's year in one boundary: its lines, entries, energy and what is found about it.

Choices: what is found is found about the year: a negative balance or gas balance is one of its sum over the
returns that count, a credit is compared with the fuel of the whole year. A negative balance is one of either
method as reported, whether or not the method holds it at zero. The park method is silent on waste heat and
cold.

What a park declares not estimated or confidential is missing where the category counts: in the totals of both
methods, in those of the inventory alone (other gases, waste, non-energy use, stored CO2), or in the net alone
(offsets). Bunkers are a memo; supply, losses, feedstock and reductants have no emission of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.rounding import EXACT
from lingtan.synthetic.truth_accounts import Booking, bookings
from lingtan.synthetic.truth_amounts import ZERO, Entry, Level, lower
from lingtan.synthetic.truth_boundaries import CountedParks
from lingtan.synthetic.truth_carbon import Balances, Carbon
from lingtan.synthetic.truth_claim_outcomes import Judged
from lingtan.synthetic.truth_claims import NOTHING_EXCEEDED, Exceeded, Meetings
from lingtan.synthetic.truth_clearing import Delivery
from lingtan.synthetic.truth_energy import Energy, EnergyTruth
from lingtan.synthetic.truth_fuels import FuelFactors
from lingtan.synthetic.truth_gap import GapLine, gap_lines
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD, Ledger
from lingtan.synthetic.truth_ghgi_fuels import balance_entries, fuel_entries
from lingtan.synthetic.truth_ghgi_gases import (
    formula_entries,
    gas_entries,
    is_retired,
    offset_entries,
    process_gas_entries,
    removal_entries,
    scope_three_entries,
)
from lingtan.synthetic.truth_ghgi_power import PowerAndHeat
from lingtan.synthetic.truth_lines import NOTHING, Canonical, Inside, canonical, lines_inside
from lingtan.synthetic.truth_parks import CARRIED, PARK_METHOD, delivery_entries, excess_credits, park_entries
from lingtan.synthetic.truth_reference import ReferenceValues

_SILENT_KINDS: Final = frozenset({"H-WH", "H-COLD"})
#: Categories the park method, CO2 alone and without removals, has no term for.
_NOT_IN_PARK_METHOD: Final = frozenset({"other_gases", "waste", "removals", "offsets"})
_IN_BOTH_TOTALS: Final = frozenset(
    {"fuel_combustion", "energy_conversion", "flaring", "power", "heat", "industrial_process"}
)
_IN_INVENTORY_TOTAL: Final = _IN_BOTH_TOTALS | {"non_energy_use", "other_gases", "waste", "removals"}
_IN_NET: Final = frozenset({"offsets"})
#: Findings about a claim -> what became of it.
_FINDING_OF_OUTCOME: Final = {
    "serial_claimed_twice": "repeated",
    "certificate_expired": "expired",
    "serials_short": "serials_short",
}
_DECLARED_GAPS: Final = frozenset({"NE", "C"})


@dataclass(frozen=True)
class BoundaryYear:
    """A park's year in one boundary; `findings` holds codes of `build_findings`."""

    lines: tuple[Inside, ...]
    entries: tuple[Entry, ...]
    energy: Mapping[str, Energy]
    findings: frozenset[str]
    gap: tuple[GapLine, ...]
    bookings: tuple[Booking, ...]

    def nested(self, levels: Mapping[str, Level]) -> "BoundaryYear":
        """The year with units that count in the park around: unit -> the view from which on they do."""
        if not levels:
            return self
        return replace(
            self,
            entries=tuple(one._replace(nested_code=levels.get(one.unit_code)) for one in self.entries),
            gap=tuple(
                one._replace(level_code=lower(one.level_code, levels.get(one.unit_code))) for one in self.gap
            ),
        )


class Worker:
    """Works out returns of one year with the factors of that year."""

    def __init__(
        self, values: ReferenceValues, equivalent: Decimal | None, counted_parks: CountedParks
    ) -> None:
        self._values = values
        self._counted_parks = counted_parks
        self._factors = FuelFactors(values)
        self._energy = EnergyTruth(values, equivalent)
        self._power: dict[tuple[str, int], PowerAndHeat] = {}

    def canonical(
        self,
        returns: Iterable[ParkReturn],
        against: Meetings = NOTHING,
        exceeded: Exceeded = NOTHING_EXCEEDED,
    ) -> list[Canonical]:
        """Returns in canonical units, cleared; `against`, `exceeded`: what stands against their claims."""
        return [canonical(self._values, one, against, exceeded) for one in returns]

    def boundary_year(self, returns: Iterable[Canonical], boundary_code: str) -> BoundaryYear:
        """One boundary of the returns that are a park's year."""
        lines: list[Inside] = []
        entries: list[Entry] = []
        gap: list[GapLine] = []
        booked: list[Booking] = []
        parts: list[tuple[Inside, Carbon]] = []
        found = _Findings(self._values, self._factors)
        for one in returns:
            taken = lines_inside(one, boundary_code, self._counted_parks)
            carbon = Carbon(self._values, taken)
            by_method = (
                Balances(taken, carbon, self._factors.park_method_conversion),
                Balances(taken, carbon, self._factors.inventory_conversion),
            )
            ledger = Ledger(self._values, taken)
            fuels = tuple(fuel_entries(self._values, self._factors, ledger, taken, carbon))
            others = tuple(self._entries_but_fuels(ledger, taken, by_method[1]))
            entries.extend(park_entries(self._values, self._factors, taken, carbon, by_method[0]))
            entries.extend((*fuels, *others))
            booked.extend(bookings(self._values, taken, fuels, others))
            gap.extend(gap_lines(self._power_of(taken), ledger, taken))
            found.look_at(one, taken, carbon, by_method)
            lines.append(taken)
            parts.append((taken, carbon))
        energy = self._energy.energy(parts)
        return BoundaryYear(
            tuple(lines), tuple(entries), energy, found.codes(energy), tuple(gap), tuple(booked)
        )

    def exchanged(self, lines: Inside) -> Iterator[tuple[Delivery, Level, Entry]]:
        """Every entry of what flows inside a park, a province or the nation, as if it left for good."""
        for delivery, level in lines.deliveries:
            if level is not None:
                alone = replace(lines, deliveries=((delivery, None),), sold_attributes=())
                for entry in self._power_of(lines).entries(Ledger(self._values, lines), alone):
                    yield delivery, level, entry

    def internal(self, lines: Inside) -> Iterator[Entry]:
        """Every entry, by either method, of what units of a park send each other, as if it left for good."""
        for delivery, level in lines.deliveries:
            if level == "park":
                yield from delivery_entries(self._values, lines, delivery)
        yield from (entry for _, level, entry in self.exchanged(lines) if level == "park")

    def _entries_but_fuels(self, ledger: Ledger, lines: Inside, balances: Balances) -> Iterator[Entry]:
        yield from balance_entries(self._values, ledger, lines, balances)
        yield from process_gas_entries(self._values, ledger, lines)
        yield from gas_entries(self._values, ledger, lines)
        yield from formula_entries(ledger, lines)
        yield from self._power_of(lines).entries(ledger, lines)
        yield from scope_three_entries(ledger, lines)
        yield from removal_entries(ledger, lines)
        yield from offset_entries(ledger, lines)

    def _power_of(self, lines: Inside) -> PowerAndHeat:
        key = (lines.province_code, lines.park_return.year)
        if key not in self._power:
            self._power[key] = PowerAndHeat(self._values, *key)
        return self._power[key]


class DeclaredGaps(NamedTuple):
    """What a park declares not estimated or confidential of one method.

    Attributes:
        categories: How many source categories of the method.
        is_in_total: Whether one of them is missing in the total.
        is_in_net: Whether one is missing in the net after removals and offsets.
    """

    categories: int = 0
    is_in_total: bool = False
    is_in_net: bool = False


def declared_gaps(returns: Iterable[ParkReturn]) -> dict[str, DeclaredGaps]:
    """Method -> what a park declares not estimated or confidential of it."""
    categories = {
        line.source_category_code
        for one in returns
        for line in one.completeness
        if line.completeness_code in _DECLARED_GAPS
    }
    of_park_method = categories - _NOT_IN_PARK_METHOD
    is_in_total = bool(categories & _IN_INVENTORY_TOTAL)
    return {
        PARK_METHOD: DeclaredGaps(len(of_park_method), bool(of_park_method & _IN_BOTH_TOTALS)),
        INVENTORY_METHOD: DeclaredGaps(
            len(categories), is_in_total, is_in_total or bool(categories & _IN_NET)
        ),
    }


class _Findings:
    def __init__(self, values: ReferenceValues, factors: FuelFactors) -> None:
        self._values = values
        self._factors = factors
        self._codes: set[str] = set()
        self._credits: dict[str, Decimal] = defaultdict(Decimal)
        self._balances: dict[tuple[int, str, str], Decimal] = defaultdict(Decimal)

    def look_at(self, one: Canonical, lines: Inside, carbon: Carbon, balances: tuple[Balances, ...]) -> None:
        inside = {delivery.line.unit_code for delivery, _ in lines.deliveries}
        units = {unit.code for unit in one.park_return.units if unit.share(lines.boundary_code) != 0}
        self._note("trade_without_serials", bool(one.cleared.short_units & inside))
        self._note("claims_exceed_consumption", bool(one.cleared.excess_units & units))
        for claim in one.claims:
            if claim.unit_code in units:
                self._of_claim(claim)
        for line, _ in lines.energy:
            if line.flow_code in CARRIED:
                self._note("feedstock_not_carried", not carbon.is_carried(line))
            elif line.flow_code == "REC-G":
                self._note("recovered_gas_not_balanced", not carbon.is_balanced(line))
        for gas, amount in lines.gases:
            is_negative = isinstance(amount, Decimal) and amount < 0
            self._note("negative_gas_balance", gas.method_code == "balance" and is_negative)
        kinds = {delivery.kind_code for delivery, _ in lines.deliveries}
        self._note("kind_not_in_method", bool(kinds & _SILENT_KINDS))
        year = one.park_return.year
        self._note("offset_not_retired", any(not is_retired(line, year) for line, _ in lines.offsets))
        for unit, credit in excess_credits(self._values, self._factors, lines).items():
            self._credits[unit] = EXACT.add(self._credits[unit], credit)
        for number, method in enumerate(balances):
            for (unit, balance), emission in method.sums().items():
                key = (number, unit, balance)
                self._balances[key] = EXACT.add(self._balances[key], emission)

    def _of_claim(self, claim: Judged) -> None:
        is_certificate_or_offset = claim.type_code != "removal_credit"
        for finding, outcome in _FINDING_OF_OUTCOME.items():
            self._note(finding, is_certificate_or_offset and claim.outcome_code == outcome)
        self._note("certificate_generated_later", claim.is_generated_later and claim.valid != ZERO)
        self._note("claimed_by_others", any(not meeting.is_repeat for meeting in claim.against))

    def codes(self, energy: Mapping[str, Energy]) -> frozenset[str]:
        """Everything found about the year."""
        self._note("credit_exceeds_fuel", any(one > 0 for one in self._credits.values()))
        self._note("negative_balance", any(one < 0 for one in self._balances.values()))
        differences = [one.difference for one in energy.values()]
        self._note("energy_sides_differ", any(one not in {None, ZERO} for one in differences))
        calorific = energy["EN-CAL-F"]
        allowed = EXACT.multiply(calorific.use.copy_abs(), self._values.parameter["check_tolerance_ratio"])
        self._note("energy_forms_differ", (calorific.forms_difference or ZERO).copy_abs() > allowed)
        return frozenset(self._codes)

    def _note(self, code: str, is_found: bool) -> None:
        if is_found:
            self._codes.add(code)
