"""Sums of entries: what every released total has to say, with the gaps it has.

Choices: a sum is empty where no entry has a number; what another park's mirror line takes out of a province
or the nation is zero there, also where it is a gap; industries add up to the total of their area, park
results for the park method, scope 1 for the inventory.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Generic, NamedTuple, TypeVar

from lingtan.synthetic.rounding import EXACT
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, Entry, Level, lower

Key = TypeVar("Key", bound=Hashable)

NATION: Final = "CN"


@dataclass
class Sum:
    """A sum that may be empty, the number of its parts that are not estimated, and the units behind it."""

    value: Decimal | None = None
    gaps: int = 0
    units: set[tuple[str, str]] = field(default_factory=set)

    @property
    def is_partial(self) -> bool:
        """Whether a part is not estimated."""
        return self.gaps > 0

    def add(self, part: "Sum") -> None:
        """Add a part."""
        if part.value is not None:
            self.value = part.value if self.value is None else EXACT.add(self.value, part.value)
        self.gaps += part.gaps
        self.units |= part.units


class Sums(Generic[Key]):
    """Sums by key."""

    def __init__(self) -> None:
        self.of: dict[Key, Sum] = {}

    def add(self, key: Key, part: Sum) -> None:
        """Add to the sum of a key."""
        known = self.of.get(key)
        if known is None:
            known = self.of[key] = Sum()
        known.add(part)

    def values(self) -> dict[Key, Decimal | None]:
        """Key -> sum."""
        return {key: one.value for key, one in self.of.items()}

    def gaps(self) -> dict[Key, int]:
        """Key -> number of parts not estimated."""
        return {key: one.gaps for key, one in self.of.items()}


class Row(NamedTuple):
    """What is summed once: one park, industry, boundary, component and so on."""

    park_code: str
    province_code: str
    division_code: str
    boundary_code: str
    method_code: str
    scope_code: str
    basis_code: str
    component_code: str
    group_code: str
    level_code: Level | None
    nested_code: Level | None
    is_sent: bool
    is_memo: bool


class Ledgered:
    """All entries of the nation, summed once to the finest key any total needs."""

    def __init__(self) -> None:
        self.rows: Sums[Row] = Sums()

    def add(self, park_code: str, province_code: str, entries: Iterable[Entry]) -> None:
        """Add the entries of one park."""
        rows = self.rows.of
        for entry in entries:
            key = Row(
                park_code,
                province_code,
                entry.division_code,
                entry.boundary_code,
                entry.method_code,
                entry.scope_code,
                entry.basis_code,
                entry.component_code,
                entry.group_code,
                entry.level_code,
                entry.nested_code,
                entry.is_sent,
                entry.is_memo,
            )
            known = rows.get(key)
            if known is None:
                known = rows[key] = Sum()
            _add_amount(known, entry.amount)
            known.units.add((park_code, entry.unit_code))

    def items(self) -> Iterator[tuple[Row, Sum]]:
        """Every row with its sum."""
        return iter(self.rows.of.items())


def _add_amount(known: Sum, amount: Amount) -> None:
    if isinstance(amount, Decimal):
        known.value = amount if known.value is None else EXACT.add(known.value, amount)
    elif amount is Absence.NOT_ESTIMATED:
        known.gaps += 1


def seen_from(row: Row, part: Sum, area_code: str, *, has_exchange: bool) -> Sum:
    """A row as its province or the nation sees it: zero where another park of the area states it too.

    `has_exchange`: zero also where the other end of a delivery lies in the area.
    """
    level = lower(row.nested_code, row.level_code if has_exchange else None)
    is_out = level == "province" or (level == "nation" and area_code == NATION)
    return Sum(ZERO) if is_out else part


def sums_by(items: Iterable[tuple[Key, Sum]]) -> Sums[Key]:
    """Sum parts by key."""
    found: Sums[Key] = Sums()
    for key, part in items:
        found.add(key, part)
    return found


def difference(
    first: Mapping[Key, Decimal | None], second: Mapping[Key, Decimal | None]
) -> dict[Key, tuple[Decimal | None, Decimal | None, Decimal]]:
    """Key -> first, second and first less second, an empty one counted as nothing."""
    keys = sorted(set(first) | set(second), key=str)
    return {
        key: (
            first.get(key),
            second.get(key),
            EXACT.subtract(first.get(key) or ZERO, second.get(key) or ZERO),
        )
        for key in keys
    }
