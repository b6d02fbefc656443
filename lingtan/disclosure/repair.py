"""Withholds what linked measures give away of one another, beyond what each does by itself."""

from collections.abc import Sequence
from typing import Final

from lingtan.disclosure.cells import Cells
from lingtan.disclosure.primary import SensitiveCell
from lingtan.disclosure.proven_reach import ProvenReach, everybodys_demands
from lingtan.disclosure.secondary import NotProtectableError
from lingtan.disclosure.table_system import Flags
from lingtan.disclosure.witness import Demand, WitnessSearch

#: Of so many demands a programme is asked first whether they are met: a witness may hide cells for what is
#: met already. Of more, as after a late return, most are not.
_FEW: Final = 100


def demands_of(sensitive: Sequence[SensitiveCell]) -> list[Demand]:
    """What readers must be left uncertain about: each cell upwards and downwards."""
    return [
        Demand(one.cell, distance) for one in sensitive for distance in (one.above, -one.below) if distance
    ]


def breached(cells: Cells, demands: Sequence[Demand], hidden: Flags) -> list[Demand]:
    """The demands that a pattern does not meet."""
    reached = ProvenReach(cells.system, cells.held_rows(~hidden)).of(demands)
    return [one for one, far in zip(demands, reached, strict=True) if far < abs(one.distance)]


def repair(cells: Cells, sensitive: Sequence[SensitiveCell], hidden: Flags, p_ratio: float) -> Flags:
    """Hide more cells until nobody gets at a sensitive one by all that is shown.

    That is readers, and contributors to the cell, who know the own amounts. Where one of them could, the
    witness of least loss says what more to hide, the large distances first.

    Args:
        cells: The cells of all measures, of all releases; what is public of them cannot be hidden.
        sensitive: Cells that a primary rule hides.
        hidden: A pattern to begin with, for example one in which every measure is protected by itself.
        p_ratio: How far, as a share, a contributor must be uncertain about the largest other contribution.

    Raises:
        NotProtectableError: What would have to be withheld is public already.
    """
    system, hidden = cells.system, hidden.copy()
    doubtful = everybodys_demands(system, demands_of(sensitive), p_ratio)
    if not doubtful:
        return hidden
    search = WitnessSearch(system)
    while True:
        doubtful = ProvenReach(system, cells.held_rows(~hidden)).unproven(doubtful)
        if len(doubtful) <= _FEW:
            doubtful = breached(cells, doubtful, hidden)
        asked: set[int] = set()
        for demand in sorted(doubtful, key=lambda one: (-abs(one.distance), one.cell, one.distance)):
            # What is hidden for a cell may serve its other demands: they are looked at again.
            if demand.cell in asked:
                continue
            witness = search.cheapest(hidden, demand)
            if witness is None:
                raise NotProtectableError(demand.cell)
            if hidden[witness.cells].all():
                doubtful.remove(demand)
            else:
                asked.add(demand.cell)
                hidden[witness.cells] = True
        if not doubtful:
            return hidden
