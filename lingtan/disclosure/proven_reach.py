"""How far cells go in the eyes of readers and of respondents while all that is published stays as it is."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.sparse import csc_array, csr_array, hstack, vstack

from lingtan.disclosure.polytope import INFINITY, Vector
from lingtan.disclosure.sifting import Sifting
from lingtan.disclosure.singletons import demands_of_singletons
from lingtan.disclosure.swing import Places, Projection
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import Demand, demands_of_contributors, outsider_bounds

#: How amounts count in a projection, by a power of the room they have: what one does not prove another may.
_POWERS: Final = (1.0, 0.75)
#: To somebody who knows more amounts than this a projection of its own costs less.
_MANY: Final = 100
#: What HiGHS leaves of a distance of 1.
_RESIDUE: Final = 1e-6


def everybodys_demands(system: TableSystem, demands: Sequence[Demand], p_ratio: float) -> list[Demand]:
    """What readers must be left uncertain about, and respondents about others in their cell or beside it."""
    of_contributors = (one for demand in demands for one in demands_of_contributors(system, demand, p_ratio))
    return [*demands, *of_contributors, *demands_of_singletons(system, demands, p_ratio)]


class ProvenReach:
    """What leaves some sums of amounts as they are, and how far it moves cells.

    Projections prove most of it for all cells at once; for what is left a programme is asked, which need not
    look farther than asked.

    Args:
        system: Cells over amounts, with their owners.
        held: sums x amounts: what does not change.
    """

    def __init__(self, system: TableSystem, held: csr_array) -> None:
        self._system = system
        self._held = held
        self._room = -outsider_bounds(system)

    def of(self, demands: Sequence[Demand]) -> Vector:
        """How far each cell goes in the direction of its demand, at least; exactly, if it is less than asked.

        The insiders of a demand put their own amounts together.
        """
        reached, is_fixed = self._projected(demands)
        left = self._left(demands, reached, is_fixed)
        if left:
            self._ask(demands, left, reached)
        return reached

    def unproven(self, demands: Sequence[Demand]) -> list[Demand]:
        """The demands that projections do not prove to be met; a programme may find that they are."""
        reached, _ = self._projected(demands)
        return [one for one, far in zip(demands, reached, strict=True) if far < abs(one.distance)]

    def _projected(self, demands: Sequence[Demand]) -> tuple[Vector, Flags]:
        reached = np.zeros(len(demands))
        is_fixed = np.zeros(len(demands), dtype=np.bool_)
        for power in _POWERS:
            projection = Projection(self._held, self._room, power)
            for insiders, places in self._left(demands, reached, is_fixed).items():
                self._project(projection, insiders, [demands[at] for at in places], places, reached, is_fixed)
        return reached, is_fixed

    def _left(
        self, demands: Sequence[Demand], reached: Vector, is_fixed: Flags
    ) -> dict[tuple[int, ...], list[int]]:
        """The demands that nothing is proved of, by who asks."""
        found: dict[tuple[int, ...], list[int]] = {}
        for at, demand in enumerate(demands):
            if reached[at] < abs(demand.distance) and not is_fixed[at]:
                found.setdefault(demand.insiders, []).append(at)
        return found

    def _project(
        self,
        projection: Projection,
        insiders: tuple[int, ...],
        demands: Sequence[Demand],
        places: Sequence[int],
        reached: Vector,
        is_fixed: Flags,
    ) -> None:
        cells, cell_of = np.unique([one.cell for one in demands], return_inverse=True)
        terms = csr_array(self._system.cells[cells])
        if not insiders:
            found = projection.swings(terms)
        else:
            known, room = self._known(insiders)
            if len(known) > _MANY:
                found = Projection(self._held, room, projection.power).swings(terms)
            else:
                found = projection.swings_known(terms, known, room)
        for at, cell, demand in zip(places, cell_of.tolist(), demands, strict=True):
            end = found.up[cell] if demand.distance > 0 else found.down[cell]
            reached[at] = max(reached[at], float(end))
            is_fixed[at] = found.is_fixed[cell]

    def _known(self, insiders: tuple[int, ...]) -> tuple[Places, Vector]:
        """The amounts that are of insiders alone, and the room that all amounts have in their eyes."""
        system = self._system
        parts = system.owners[list(insiders)]
        own = np.asarray(parts.sum(axis=0)).ravel()
        count = np.asarray((parts != 0).sum(axis=0)).ravel()
        is_alone = (count > 0) & (count == system.owner_counts)
        room = np.where(system.floors < 0, self._room, self._room - own)
        return np.flatnonzero(is_alone), np.where(is_alone, 0.0, room)

    def _ask(
        self, demands: Sequence[Demand], left: dict[tuple[int, ...], list[int]], reached: Vector
    ) -> None:
        cells = sorted({demands[at].cell for places in left.values() for at in places})
        row_of = {cell: self._held.shape[0] + at for at, cell in enumerate(cells)}
        rows = csc_array(vstack([self._held, self._system.cells[cells]], format="csc"))
        sifting = Sifting(csc_array(hstack([rows, -rows], format="csc")), np.tile(self._room, 2))
        free = np.zeros(rows.shape[0])
        free[list(row_of.values())] = INFINITY
        amounts = rows.shape[1]
        for insiders, places in left.items():
            room, rise = self._room, np.full(amounts, INFINITY)
            if insiders:
                known, room = self._known(insiders)
                rise[known] = 0.0
            for at in places:
                demand = demands[at]
                distance, bound = abs(demand.distance), free.copy()
                # Further than asked need not be looked.
                bound[row_of[demand.cell]] = 1.0
                row = self._system.cells[[demand.cell]]
                cost = np.zeros(2 * amounts)
                cost[row.indices] = -np.sign(demand.distance) * row.data
                cost[amounts:] = -cost[:amounts]
                changes = sifting.least(
                    (-bound, bound),
                    np.concatenate([rise, room / distance]),
                    cost,
                    np.concatenate([row.indices, row.indices + amounts]),
                )
                far = -float(cost @ changes)
                reached[at] = distance * (1.0 if far > 1 - _RESIDUE else far)
