"""Why consumption by market is not consumption by location: each delivery on both bases, by part.

What counts as green trade or certificates; direct lines and own power; own use whose attributes were sold;
supplier evidence; grid power that was reported as green; the rest of grid power; power sent on; heat. A line
that has a factor on one basis only is a part of its own, whatever it is. Scope 1 and own generation sent are
the same on both.

Choices: what a mirror line takes out of an area is zero in its part; a part with no known amount is empty;
the difference counts an unknown side as nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.rounding import EXACT, minus, total
from lingtan.synthetic.truth_amounts import ZERO, Amount, Entry, Level, lower
from lingtan.synthetic.truth_clearing import Delivery
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD, Ledger
from lingtan.synthetic.truth_ghgi_power import PowerAndHeat
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_totals import NATION

Cell = tuple[str, str, str, str]
CellsOfKind = dict[str, dict[tuple[str, ...], Decimal | None]]
_PART_OF_KIND: Final = {"E-GT": "green_power", "E-GEC": "green_power", "E-NUC": "supplier_evidence"}


class GapLine(NamedTuple):
    """A delivery of a unit on both bases; None: not on this basis."""

    unit_code: str
    part_code: str
    level_code: Level | None
    location: Amount | None
    market: Amount | None


def gap_lines(power: PowerAndHeat, ledger: Ledger, lines: Inside) -> Iterator[GapLine]:
    """Every delivery and sold attribute of a return that has a scope 2."""
    for delivery, level in lines.deliveries:
        of_gas: dict[str, dict[str, Amount]] = defaultdict(dict)
        for entry in power.of_delivery(ledger, delivery, None):
            if entry.scope_code == "2":
                of_gas[entry.gas_code][entry.basis_code] = entry.amount
        for amounts in of_gas.values():
            location, market = amounts.get("location"), amounts.get("market")
            is_odd = isinstance(location, Decimal) != isinstance(market, Decimal)
            part = "one_basis_missing" if is_odd else _part(delivery)
            yield GapLine(delivery.line.unit_code, part, level, location, market)
    for entry in power.of_sold_attributes(ledger, lines):
        yield GapLine(entry.unit_code, "attribute_sold", None, None, entry.amount)


def _part(delivery: Delivery) -> str:
    kind = delivery.kind_code
    if kind.startswith("H-"):
        return "heat"
    if delivery.line.direction == "sent":
        return "resold"
    if kind == "E-GRID":
        return "residual_mix" if delivery.line.kind_code == kind else "claims_not_covered"
    return _PART_OF_KIND.get(kind, "direct_and_own")


def gap_cells(
    years: Iterable[tuple[str, str, Iterable[GapLine], Iterable[Entry]]],
) -> CellsOfKind:
    """Cells of (province, boundary, lines, entries) of every park with a year."""
    location: dict[Cell, list[Amount | None]] = defaultdict(list)
    market: dict[Cell, list[Amount | None]] = defaultdict(list)
    for province, boundary, lines, entries in years:
        every = (*lines, *_same(entries))
        for area in (province, NATION):
            for line in every:
                key = (area, boundary, INVENTORY_METHOD, line.part_code)
                is_out = line.level_code is not None and (area == NATION or line.level_code != "nation")
                for sums, amount in ((location, line.location), (market, line.market)):
                    sums[key].append(ZERO if is_out and amount is not None else amount)
    cells: CellsOfKind = defaultdict(dict)
    for key, amounts in location.items():
        sides = (_sum(amounts), _sum(market[key]))
        cells["gap_location"][key], cells["gap_market"][key] = sides
        known = [
            side for side in (sides[1], None if sides[0] is None else minus(sides[0])) if side is not None
        ]
        cells["gap_difference"][key] = total(*known) if known else None
    return cells


def _same(entries: Iterable[Entry]) -> Iterator[GapLine]:
    for entry in entries:
        is_same = entry.scope_code == "1" or entry.component_code == "own_generation_sent"
        if is_same and entry.method_code == INVENTORY_METHOD:
            level = lower(entry.level_code, entry.nested_code)
            yield GapLine(entry.unit_code, "same_on_both", level, entry.amount, entry.amount)


def _sum(amounts: Iterable[Amount | None]) -> Decimal | None:
    known = [amount for amount in amounts if isinstance(amount, Decimal)]
    found = ZERO
    for amount in known:
        found = EXACT.add(found, amount)
    return found if known else None
