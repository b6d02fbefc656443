"""Withholds what linked measures give away of one another, beyond what each does by itself."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.primary import SensitiveCell
from lingtan.disclosure.proven_reach import ProvenReach, everybodys_demands
from lingtan.disclosure.secondary import NotProtectableError
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import Demand, WitnessSearch


def demands_of(sensitive: Sequence[SensitiveCell]) -> list[Demand]:
    """What readers must be left uncertain about: each cell upwards and downwards."""
    return [
        Demand(one.cell, distance) for one in sensitive for distance in (one.above, -one.below) if distance
    ]


def repair(system: TableSystem, sensitive: Sequence[SensitiveCell], hidden: Flags, p_ratio: float) -> Flags:
    """Hide more cells until nobody gets at a sensitive one by all that is shown.

    That is readers, and contributors to the cell, who know the own amounts. Where one of them could, the
    witness of least loss says what more to hide, the large distances first.

    Args:
        system: The linked tables of all measures.
        sensitive: Cells that a primary rule hides.
        hidden: A pattern to begin with, for example one in which every measure is protected by itself.
        p_ratio: How far, as a share, a contributor must be uncertain about the largest other contribution.

    Raises:
        NotProtectableError: What would have to be withheld is public already.
    """
    hidden = hidden.copy()
    doubtful = everybodys_demands(system, demands_of(sensitive), p_ratio)
    search = WitnessSearch(system)
    while True:
        reached = ProvenReach(system, csr_array(system.cells[np.flatnonzero(~hidden)])).of(doubtful)
        doubtful = [one for one, far in zip(doubtful, reached, strict=True) if far < abs(one.distance)]
        before = int(hidden.sum())
        while doubtful and int(hidden.sum()) == before:
            largest = max(doubtful, key=lambda one: (abs(one.distance), -one.cell, one.distance > 0))
            witness = search.cheapest(hidden, largest)
            if witness is None:
                raise NotProtectableError(largest.cell)
            hidden[witness.cells] = True
            doubtful.remove(largest)
        if not doubtful:
            return hidden
