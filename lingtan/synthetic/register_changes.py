"""Parks inside parks, and what becomes of parks between the first and the second year."""

from typing import Final, NamedTuple

Place = tuple[str, int]
"""A park: its province and its number there."""


class Nested(NamedTuple):
    """A park in another one.

    Attributes:
        around: The park it lies in.
        unit_count: How many units of that one it reports at least.
        has_own_unit: Whether it has a unit that the park around it does not list.
        differs: Whether it states less fuel of one unit than the park around it.
    """

    around: Place
    unit_count: int
    has_own_unit: bool = False
    differs: bool = False


NESTED: Final[dict[Place, Nested]] = {
    ("340000", 11): Nested(("340000", 4), 6),
    ("340000", 12): Nested(("340000", 11), 2, differs=True),
    ("460000", 7): Nested(("460000", 2), 3, has_own_unit=True),
}
#: From this year on the changes below are in the registers of their provinces.
CHANGED_FROM: Final = 2026
#: New park -> the parks that merge into it; it is of the kind of the first.
MERGED: Final[dict[Place, tuple[Place, ...]]] = {("620000", 9): (("620000", 4), ("620000", 6))}
#: Park that splits -> the parks it splits into, each with its rough size in 10 kt of standard coal.
SPLIT: Final[dict[Place, dict[Place, str]]] = {("650000", 8): {("650000", 11): "2.8", ("650000", 12): "3.3"}}
#: Park -> its new code.
RECODED: Final[dict[Place, Place]] = {("630000", 6): ("630000", 8)}
#: Parks under a new name.
RENAMED: Final[frozenset[Place]] = frozenset({("640000", 8)})
#: Park -> its new status.
STATUS: Final[dict[Place, str]] = {("640000", 6): "accepted", ("640000", 2): "withdrawn"}


def changed_provinces() -> tuple[str, ...]:
    """Provinces that send a second register."""
    places = [*MERGED, *SPLIT, *RECODED, *RENAMED, *STATUS]
    return tuple(sorted({province for province, _ in places}))


def predecessors() -> dict[Place, tuple[Place, ...]]:
    """New park -> the parks it came of."""
    return {
        **MERGED,
        **{new: (old,) for old, several in SPLIT.items() for new in several},
        **{new: (old,) for old, new in RECODED.items()},
    }


def gone() -> frozenset[Place]:
    """Parks that gave way to others."""
    return frozenset(old for several in predecessors().values() for old in several)
