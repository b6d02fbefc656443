"""Withholds what linked measures give away of one another, beyond what each does by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from scipy.sparse import csr_array

from lingtan.disclosure.primary import SensitiveCell
from lingtan.disclosure.proven_reach import ProvenReach, everybodys_demands
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import Demand, WitnessSearch

#: Patterns that are changed before it is proved again what they are enough for.
_CHANGES: Final = 5


def demands_of(sensitive: Sequence[SensitiveCell]) -> list[Demand]:
    """What readers must be left uncertain about: each cell upwards and downwards."""
    return [
        Demand(one.cell, distance) for one in sensitive for distance in (one.above, -one.below) if distance
    ]


@dataclass(frozen=True)
class Repaired:
    """What to withhold, and demands that nothing can meet: what they ask is public already."""

    hidden: Flags
    lost: tuple[Demand, ...]


def repair(
    system: TableSystem,
    sensitive: Sequence[SensitiveCell],
    hidden: Flags,
    p_ratio: float,
    held: Callable[[Flags], csr_array],
) -> Repaired:
    """Hide more cells until nobody gets at a sensitive one by all that is shown.

    That is readers, and contributors to the cell, who know the own amounts. Where one of them could, the
    witness of least loss says what more to hide, the large distances first. What is hidden for some may be
    enough for others: that is proved again after a few, which is faster than asking for each.

    Args:
        system: The linked tables of all measures.
        sensitive: Cells that a primary rule hides.
        hidden: A pattern to begin with, for example one in which every measure is protected by itself.
        p_ratio: How far, as a share, a contributor must be uncertain about the largest other contribution.
        held: Which cells are shown -> what does not change for whoever knows them, over the amounts
            (`cells.Cells.held_rows`).
    """
    hidden = hidden.copy()
    lost = []
    doubtful = everybodys_demands(system, demands_of(sensitive), p_ratio)
    search = WitnessSearch(system)
    while doubtful:
        reached = ProvenReach(system, held(~hidden)).of(doubtful)
        doubtful = [one for one, far in zip(doubtful, reached, strict=True) if far < abs(one.distance)]
        doubtful.sort(key=lambda one: (abs(one.distance), -one.cell, one.distance, one.insiders))
        changes = 0
        while doubtful and changes < _CHANGES:
            largest = doubtful.pop()
            witness = search.cheapest(hidden, largest)
            if witness is None:
                lost.append(largest)
                continue
            changes += not hidden[witness.cells].all()
            hidden[witness.cells] = True
    return Repaired(hidden, tuple(lost))
