"""Uncertainty of totals by error propagation, stated on its own (IPCC 2006, volume 1, chapter 3, approach 1).

Square of the half-width = sum over lines of (amount of the line x its uncertainty)² + sum over factors of
(sum of amount x uncertainty of what takes it)².

Choices: quantified is only a total of which every part is estimated and both uncertainties of every part that
is not zero are known; a part that nobody made of a quantity and a factor, such as a floor, is of unknown
uncertainty. Results of the park method at every level; of the inventory scopes 1 and 2 for a park, on both
bases, and scope 1 above it. Each half-width of a line or factor is half up at 6 places, and so is the total
that decides whether a relative value has a meaning.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import EXACT, QUANTITY_PLACES, SHOWN_RATIO_PLACES, half_up, quotient
from lingtan.synthetic.truth_amounts import ZERO, Absence, Entry
from lingtan.synthetic.truth_ghgi import BASES, NO_BASIS
from lingtan.synthetic.truth_park_years import CellsOfKind
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_totals import NATION

_NONE: Final = "NA"
_HUNDRED: Final = Decimal(100)
#: (level, area, park, division, boundary, method, basis, total)
Level = tuple[str, str, str, str, str, str, str, str]


@dataclass
class _Total:
    value: Decimal | None = None
    absolute: Decimal = ZERO
    known: Decimal = ZERO
    gaps: int = 0
    of_lines: dict[tuple[str, ...], Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    of_factors: dict[tuple[str, ...], Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, entry: Entry) -> None:
        amount = entry.amount
        if amount is Absence.NOT_ESTIMATED:
            self.gaps += 1
        if not isinstance(amount, Decimal):
            return
        self.value = amount if self.value is None else EXACT.add(self.value, amount)
        self.absolute = EXACT.add(self.absolute, amount.copy_abs())
        if entry.origin is not None:
            line, factor, of_quantity, of_factor = entry.origin
            self.known = EXACT.add(self.known, amount.copy_abs())
            self.of_lines[line] = EXACT.add(self.of_lines[line], EXACT.multiply(amount, of_quantity))
            self.of_factors[factor] = EXACT.add(self.of_factors[factor], EXACT.multiply(amount, of_factor))

    @property
    def status(self) -> str:
        if self.gaps or self.known < self.absolute:
            return "not_quantified"
        return "quantified" if half_up(self.value or ZERO, QUANTITY_PLACES) else "zero_total"

    @property
    def half_width_squared(self) -> Decimal:
        square = ZERO
        for one in (*self.of_lines.values(), *self.of_factors.values()):
            half_width = half_up(one, QUANTITY_PLACES)
            square = EXACT.add(square, EXACT.multiply(half_width, half_width))
        return square


class Uncertainties:
    """The totals of a nation, gathered park by park."""

    def __init__(self) -> None:
        self._totals: dict[Level, _Total] = defaultdict(_Total)

    def add(self, park_code: str, province_code: str, entries: Iterable[Entry]) -> None:
        """Add the entries of a park's year in one boundary."""
        for entry in entries:
            if not entry.is_memo and entry.scope_code in {"NA", "1", "2"}:
                for level in _levels(entry, park_code, province_code):
                    # What the park around its own counts too is nothing above them, also where it is a gap.
                    is_out = level[0] != "park" and entry.nested_code in {
                        "province",
                        level[1] == NATION and "nation",
                    }
                    self._totals[level].add(entry._replace(amount=ZERO) if is_out else entry)

    def cells(self) -> CellsOfKind:
        """Kind -> level -> value."""
        cells: CellsOfKind = defaultdict(dict)
        for level, total in self._totals.items():
            is_quantified = total.status == "quantified"
            square = total.half_width_squared if is_quantified else None
            found = {
                "emission": total.value,
                "absolute": total.absolute,
                "known": total.known,
                "share": quotient(total.known, total.absolute, SHOWN_RATIO_PLACES)
                if total.absolute
                else None,
                "gaps": total.gaps,
                "status": total.status,
                "square": square,
                "percent": None if square is None else _percent(square, total.value or ZERO),
            }
            for name, value in found.items():
                cells[f"uncertainty_{name}"][level] = value
        return cells


def _percent(square: Decimal, value: Decimal) -> Decimal:
    return half_up(
        EXACT.divide(EXACT.multiply(EXACT.sqrt(square), _HUNDRED), value.copy_abs()), QUANTITY_PLACES
    )


def _levels(entry: Entry, park: str, province: str) -> Iterator[Level]:
    """The totals an entry is in; power and heat that stay inside a province are in no total above a park."""
    kind = (entry.boundary_code, entry.method_code)
    is_park_method = entry.method_code == PARK_METHOD
    bases = (NO_BASIS,) if is_park_method else BASES
    for basis in bases if entry.basis_code == NO_BASIS else (entry.basis_code,):
        yield ("park", province, park, _NONE, *kind, basis, "result")
    if entry.scope_code != "2":
        total = "result" if is_park_method else "production"
        for area in (province, NATION):
            yield ("sector", area, _NONE, entry.division_code, *kind, NO_BASIS, total)
        yield ("province", province, _NONE, _NONE, *kind, NO_BASIS, total)
        yield ("nation", NATION, _NONE, _NONE, *kind, NO_BASIS, total)
