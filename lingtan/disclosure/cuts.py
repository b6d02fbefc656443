"""What every pattern that protects must withhold: inequalities from demands that a pattern does not meet.

Fischetti and Salazar (2000), section 4: the dual of "how far can the cell move" names the shown cells that
hold it, and by how much; enough of them have to be hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.polytope import INFINITY, Polytope, Vector, linear_programme, new_solver
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import RESIDUE, Demand, known_bounds, outsider_bounds

#: Branches looked at for one choice: counted, not timed. The bound holds also where they do not suffice.
_NODES: Final = 2000


@dataclass(frozen=True)
class Choice:
    """The cheapest pattern that meets the cuts so far, and the loss below which none can be."""

    hidden: Flags
    loss_bound: float


def least_loss(system: TableSystem, must_hide: Flags, cuts: Sequence[Vector]) -> Choice:
    """The pattern of least loss with the cells `must_hide` and all cuts `coefficients @ hidden >= 1`."""
    cells = system.cells.shape[0]
    matrix = csr_array(np.vstack(cuts)) if cuts else csr_array((0, cells))
    programme = linear_programme(
        matrix,
        (np.ones(len(cuts)), np.full(len(cuts), INFINITY)),
        (must_hide.astype(np.float64), np.where(system.is_public, 0.0, 1.0)),
        system.losses,
    )
    programme.integrality_ = [highspy.HighsVarType.kInteger] * cells
    solver = new_solver()
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_max_nodes", _NODES)
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() not in (
        highspy.HighsModelStatus.kOptimal,
        highspy.HighsModelStatus.kSolutionLimit,
    ):
        raise ArithmeticError(f"no pattern meets the cuts: {solver.getModelStatus().name}")
    chosen = np.asarray(solver.getSolution().col_value) > 0.5
    return Choice(chosen, float(solver.getInfo().mip_dual_bound))


class CutSearch:
    """Finds the inequality that a pattern breaks if it does not meet a demand; one programme of a system.

    Args:
        system: The linked tables.
    """

    def __init__(self, system: TableSystem) -> None:
        self._system = system
        self._lower = outsider_bounds(system)
        nothing = np.zeros(system.cells.shape[0])
        self._polytope = Polytope(
            system.cells, (nothing, nothing), (self._lower, np.full(len(self._lower), INFINITY))
        )

    def violated(self, hidden: Flags, demand: Demand) -> Vector | None:
        """Coefficients on hidden cells whose sum has to reach 1 in every pattern that protects.

        Args:
            hidden: The pattern.
            demand: What has to be uncertain.

        Returns:
            The coefficients; None where the pattern meets the demand.
        """
        system, scale = self._system, 1 / abs(demand.distance)
        lower, upper = self._lower * scale, np.full(len(self._lower), INFINITY)
        if demand.insiders:
            amounts, known_lower, known_upper = known_bounds(system, demand.insiders)
            np.maximum.at(lower, amounts, known_lower * scale)
            np.minimum.at(upper, amounts, known_upper)
        room = np.where(hidden, INFINITY, 0.0)
        # Further than asked need not be looked.
        room[demand.cell] = 1.0
        self._polytope.restate((-room, room), (lower, upper))
        row = system.cells[[demand.cell]]
        sign = 1.0 if demand.distance > 0 else -1.0
        reached = self._polytope.highest(row.indices.astype(np.int32), sign * row.data)
        missing = 1 - reached.value
        if missing <= RESIDUE:
            return None
        # How far a shown cell could move if it were hidden: down to what its amounts allow, up without end.
        prices = np.where(hidden, 0.0, reached.prices)
        holding = np.abs(prices) > RESIDUE
        room_down = np.where(holding, -np.asarray(system.cells @ lower), 1.0)
        needed = np.where(prices > 0, missing, np.minimum(np.abs(prices) * room_down, missing))
        return np.asarray(np.where(holding, needed, 0.0) / missing)
