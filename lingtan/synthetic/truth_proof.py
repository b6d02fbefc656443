"""The consolidation from units to the nation, step by step: the proof table.

At each view stands what the view below states, the net of what flows inside the view and leaves it, and what
the view states itself. Both ends of an internal flow leave by their own figures; what they leave together is
told by how the two reports of the flow stand.

Choices: a step is empty where nothing is known; a total takes scope 1, and for consumption scope 2 of its
basis and own generation sent.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.rounding import EXACT, minus, total
from lingtan.synthetic.truth_amounts import ZERO, Entry
from lingtan.synthetic.truth_flows import Flows, Named, commodity_of
from lingtan.synthetic.truth_ghgi import BASES, INVENTORY_METHOD, NO_BASIS
from lingtan.synthetic.truth_park_years import CellsOfKind, Value
from lingtan.synthetic.truth_periods import BOUNDARIES
from lingtan.synthetic.truth_returns import BoundaryYear, Worker
from lingtan.synthetic.truth_totals import NATION

_PARTS: Final = {
    "agree": "agreeing",
    "differ": "asymmetric",
    "only_sender": "asymmetric",
    "only_receiver": "asymmetric",
}
_VIEWS: Final = ("park", "province", "nation")
_TOTALS: Final = ("production", "consumption")


class Place(NamedTuple):
    """What a proof is of: province or nation, boundary, basis, total."""

    area: str
    boundary: str
    basis: str
    total: str


class Proof:
    """Sums of own entries, of results of parks, and of what was taken out."""

    def __init__(self, worker: Worker, flows: Flows) -> None:
        self._worker = worker
        self._flows = flows
        #: (place, step or view and part) -> sum; nothing where nothing is known.
        self._sums: dict[tuple[Place, str], Decimal] = defaultdict(Decimal)

    def add(self, province: str, boundary: str, year: BoundaryYear) -> None:
        """Add the year of a park."""
        for entry in year.entries:
            self._count(province, boundary, entry, "results")
            if entry.level_code is None:
                self._count(province, boundary, entry, "own")
        for lines in year.lines:
            for delivery, level, entry in self._worker.exchanged(lines):
                self._count(province, boundary, entry, "own")
                line = delivery.line
                placed = self._flows.placed(
                    lines.park_return,
                    boundary,
                    line.unit_code,
                    commodity_of(line.kind_code),
                    Named(line.counterparty_kind_code, line.counterparty_code),
                    is_sent=line.direction == "sent",
                )
                state = "" if placed is None else self._flows.of[placed.flow].state
                part = _PARTS.get(state, "unconfirmed")
                self._count(province, boundary, entry, f"{level} {part}", is_taken_out=True)

    def _count(
        self, province: str, boundary: str, entry: Entry, step: str, *, is_taken_out: bool = False
    ) -> None:
        if isinstance(entry.amount, Decimal):
            amount = minus(entry.amount) if is_taken_out else entry.amount
            for basis, name in _totals(entry):
                for area in (province, NATION):
                    key = (Place(area, boundary, basis, name), step)
                    self._sums[key] = EXACT.add(self._sums[key], amount)

    def cells(
        self, areas: Mapping[tuple[str, ...], Value], place: Place
    ) -> Iterator[tuple[str, dict[str, Decimal | None]]]:
        """View -> columns; `areas` holds the released total of every place."""

        def released(area: str) -> Decimal | None:
            value = areas.get((area, place.boundary, INVENTORY_METHOD, place.basis))
            return value if isinstance(value, Decimal) else None

        provinces = [
            released(key[0]) for key in areas if key[0] != NATION and key[1:] == (
                place.boundary, INVENTORY_METHOD, place.basis,
            )
        ]  # fmt: skip
        known = [value for value in provinces if value is not None]
        of_provinces = total(*known) if known else None
        is_nation = place.area == NATION
        stated = [
            self._sums.get((place, "own")),
            self._sums.get((place, "results")),
            of_provinces if is_nation else released(place.area),
            released(NATION),
        ]
        for number, view in enumerate(_VIEWS if is_nation else _VIEWS[:2], start=1):
            parts = {
                part: self._sums.get((place, f"{view} {part}"))
                for part in ("agreeing", "asymmetric", "unconfirmed")
            }
            yield (
                view,
                {"opening": stated[number - 1], **parts, "closing": stated[number], "remainder": ZERO},
            )


def proof_cells(
    proof: Proof,
    areas: tuple[str, ...],
    cells: CellsOfKind,
) -> dict[str, dict[tuple[str, ...], Decimal | None]]:
    """Kind -> (area, boundary, method, basis, total, view) -> value."""
    found: dict[str, dict[tuple[str, ...], Decimal | None]] = defaultdict(dict)
    for area in areas:
        for boundary in BOUNDARIES:
            for basis in BASES:
                for name in _TOTALS:
                    place = Place(area, boundary, basis, name)
                    for view, columns in proof.cells(cells[f"flow_{name}"], place):
                        for column, value in columns.items():
                            key = (area, boundary, INVENTORY_METHOD, basis, name, view)
                            found[f"proof_{column}"][key] = value
    return found


def _totals(entry: Entry) -> Iterator[tuple[str, str]]:
    """The bases and totals an entry belongs to."""
    if entry.method_code != INVENTORY_METHOD:
        return
    is_direct = entry.scope_code == "1" and not entry.is_memo
    is_consumed = is_direct or entry.scope_code == "2" or entry.component_code == "own_generation_sent"
    for basis in BASES:
        if entry.basis_code in {basis, NO_BASIS}:
            if is_direct:
                yield basis, "production"
            if is_consumed:
                yield basis, "consumption"
