"""How far cells provably go in the eyes of readers and of respondents, all of them at once."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.polytope import Vector
from lingtan.disclosure.swing import Projection
from lingtan.disclosure.table_system import TableSystem
from lingtan.disclosure.witness import Demand, demands_of_contributors, outsider_bounds

#: How amounts count in a projection, by a power of the room they have: what one does not prove another may.
_POWERS: Final = (1.0, 0.75, 0.5)


class ProvenReach:
    """What leaves some sums of cells as they are, and how far it moves others.

    Args:
        system: Cells over amounts, with their owners.
        held: sums x amounts: what does not change.
    """

    def __init__(self, system: TableSystem, held: csr_array) -> None:
        self._system = system
        self._room = -outsider_bounds(system)
        self._projections = [Projection(held, self._room, power) for power in _POWERS]

    def of(self, demands: Sequence[Demand]) -> Vector:
        """How far, at least, each cell goes in the direction of its demand.

        Respondents of a demand put their own amounts together. What is not reached may be reachable all the
        same: a programme tells.
        """
        reached = np.zeros(len(demands))
        for projection in self._projections:
            self._of_readers(projection, demands, reached)
        for at, demand in enumerate(demands):
            if demand.insiders:
                reached[at] = self._of_insiders(demand)
        return reached

    def _of_readers(self, projection: Projection, demands: Sequence[Demand], reached: Vector) -> None:
        places = [
            at for at, one in enumerate(demands) if not one.insiders and reached[at] < abs(one.distance)
        ]
        if not places:
            return
        cells, cell_of = np.unique([demands[at].cell for at in places], return_inverse=True)
        found = projection.swings(csr_array(self._system.cells[cells]))
        for at, cell in zip(places, cell_of.tolist(), strict=True):
            end = found.up[cell] if demands[at].distance > 0 else found.down[cell]
            reached[at] = max(reached[at], float(end))

    def _of_insiders(self, demand: Demand) -> float:
        system = self._system
        parts = system.owners[list(demand.insiders)]
        own = np.asarray(parts.sum(axis=0)).ravel()
        count = np.asarray((parts != 0).sum(axis=0)).ravel()
        is_alone = (count > 0) & (count == system.owner_counts)
        room = np.where(system.floors < 0, self._room, self._room - own)
        term = csr_array(system.cells[[demand.cell]])
        reached = 0.0
        for projection in self._projections:
            found = projection.swings_known(term, np.flatnonzero(is_alone), room)
            reached = max(reached, float((found.up if demand.distance > 0 else found.down)[0]))
            if reached >= abs(demand.distance):
                break
        return reached


def everybodys_demands(system: TableSystem, demands: Sequence[Demand], p_ratio: float) -> list[Demand]:
    """What readers must be left uncertain about, and each contributor to a sensitive cell about the others."""
    return [
        *demands,
        *(one for demand in demands for one in demands_of_contributors(system, demand, p_ratio)),
    ]
