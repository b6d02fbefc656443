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
from lingtan.synthetic.truth_amounts import ZERO, Entry, Level, lower
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
_COLUMNS: Final = ("agreeing", "asymmetric", "unconfirmed", "nested")
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
        #: (province, boundary, basis of the entry, whether scope 1, step or view and part) -> sum.
        self._known: dict[tuple[str, str, str, bool, str], Decimal] = defaultdict(Decimal)

    def add(self, province: str, boundary: str, year: BoundaryYear, nested: Mapping[str, Level]) -> None:
        """Add the year of a park; `nested`: unit -> the view from which on it counts in the park around."""
        for entry in year.entries:
            self._count(province, boundary, entry, "results")
            if entry.level_code is None:
                self._count(province, boundary, entry, "own")
                if entry.nested_code is not None:
                    self._count(province, boundary, entry, f"{entry.nested_code} nested", is_taken_out=True)
        for lines in year.lines:
            for delivery, level, entry in self._worker.exchanged(lines):
                self._count(province, boundary, entry, "own")
                line = delivery.line
                above = nested.get(line.unit_code)
                if above is not None and level != "park":
                    step = f"{lower(level, above)} nested"
                    self._count(province, boundary, entry, step, is_taken_out=True)
                    continue
                placed = self._flows.placed(
                    lines.park_return,
                    boundary,
                    line.unit_code,
                    commodity_of(line.kind_code),
                    Named(line.counterparty_kind_code, line.counterparty_code),
                    is_sent=line.direction == "sent",
                )
                known = None if placed is None else self._flows.of.get(placed.flow)
                part = _PARTS.get("" if known is None else known.state, "unconfirmed")
                self._count(province, boundary, entry, f"{level} {part}", is_taken_out=True)

    def _count(
        self, province: str, boundary: str, entry: Entry, step: str, *, is_taken_out: bool = False
    ) -> None:
        is_direct = entry.scope_code == "1" and not entry.is_memo
        is_consumed = is_direct or entry.scope_code == "2" or entry.component_code == "own_generation_sent"
        if entry.method_code == INVENTORY_METHOD and is_consumed and isinstance(entry.amount, Decimal):
            amount = minus(entry.amount) if is_taken_out else entry.amount
            key = (province, boundary, entry.basis_code, is_direct, step)
            self._known[key] = EXACT.add(self._known[key], amount)

    def sums(self) -> dict[tuple[Place, str], Decimal]:
        """(place, step or view and part) -> sum; nothing where nothing is known."""
        found: dict[tuple[Place, str], Decimal] = defaultdict(Decimal)
        for (province, boundary, of_entry, is_direct, step), amount in self._known.items():
            for basis in BASES:
                if of_entry in {basis, NO_BASIS}:
                    for area in (province, NATION):
                        for name in _TOTALS if is_direct else _TOTALS[1:]:
                            key = (Place(area, boundary, basis, name), step)
                            found[key] = EXACT.add(found[key], amount)
        return dict(found)


def _steps(
    sums: Mapping[tuple[Place, str], Decimal],
    totals: Mapping[tuple[str, ...], Value],
    place: Place,
) -> Iterator[tuple[str, dict[str, Decimal | None]]]:
    """View -> columns; `totals` holds the released total of every area, boundary, method and basis."""

    def released(area: str) -> Decimal | None:
        value = totals.get((area, place.boundary, INVENTORY_METHOD, place.basis))
        return value if isinstance(value, Decimal) else None

    provinces = [released(area) for area in {key[0] for key in totals} - {NATION}]
    known = [value for value in provinces if value is not None]
    of_provinces = total(*known) if known else None
    is_nation = place.area == NATION
    stated = [
        sums.get((place, "own")),
        sums.get((place, "results")),
        of_provinces if is_nation else released(place.area),
        released(NATION),
    ]
    for number, view in enumerate(_VIEWS if is_nation else _VIEWS[:2], start=1):
        parts = {part: sums.get((place, f"{view} {part}")) for part in _COLUMNS}
        yield view, {"opening": stated[number - 1], **parts, "closing": stated[number], "remainder": ZERO}


def proof_cells(
    proof: Proof,
    areas: tuple[str, ...],
    cells: CellsOfKind,
) -> dict[str, dict[tuple[str, ...], Decimal | None]]:
    """Kind -> (area, boundary, method, basis, total, view) -> value."""
    found: dict[str, dict[tuple[str, ...], Decimal | None]] = defaultdict(dict)
    sums = proof.sums()
    for area in areas:
        for boundary in BOUNDARIES:
            for basis in BASES:
                for name in _TOTALS:
                    place = Place(area, boundary, basis, name)
                    for view, columns in _steps(sums, cells[f"flow_{name}"], place):
                        for column, value in columns.items():
                            key = (area, boundary, INVENTORY_METHOD, basis, name, view)
                            found[f"proof_{column}"][key] = value
    return found
