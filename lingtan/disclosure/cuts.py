"""What every pattern that protects must withhold: inequalities from demands that a pattern does not meet.

Fischetti and Salazar (2000), section 4: the dual of "how far can the cell move" names the shown cells that
hold it, and by how much; enough of them have to be hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.polytope import INFINITY, Polytope, Vector, linear_programme, new_solver
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import RESIDUE, Demand, known_bounds, outsider_bounds


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
    solver.passModel(programme)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ArithmeticError(f"no pattern meets the cuts: {solver.getModelStatus().name}")
    chosen = np.asarray(solver.getSolution().col_value) > 0.5
    return Choice(chosen, float(solver.getInfo().mip_dual_bound))


def violated_cut(system: TableSystem, hidden: Flags, demand: Demand) -> Vector | None:
    """The inequality that a pattern breaks if it does not meet a demand; None where it meets it.

    Args:
        system: The linked tables.
        hidden: The pattern.
        demand: What has to be uncertain.

    Returns:
        Coefficients on hidden cells whose sum has to reach 1 in every pattern that protects.
    """
    scale = 1 / abs(demand.distance)
    shown = np.flatnonzero(~hidden)
    lower, upper = outsider_bounds(system) * scale, np.full(system.cells.shape[1], INFINITY)
    if demand.insiders:
        amounts, known_lower, known_upper = known_bounds(system, demand.insiders)
        np.maximum.at(lower, amounts, known_lower * scale)
        np.minimum.at(upper, amounts, known_upper)
    nothing = np.zeros(len(shown))
    polytope = Polytope(csr_array(system.cells[shown]), (nothing, nothing), (lower, upper))
    row = system.cells[[demand.cell]]
    sign = 1.0 if demand.distance > 0 else -1.0
    reached = polytope.highest(row.indices.astype(np.int32), sign * row.data)
    missing = 1 - reached.value
    if missing <= RESIDUE:
        return None
    # How far a shown cell could move if it were hidden: down to what its amounts allow, up without end.
    room_down = -np.asarray(system.cells[shown] @ lower)
    needed = np.where(
        np.abs(reached.prices) <= RESIDUE,
        0.0,
        np.where(reached.prices > 0, missing, np.minimum(np.abs(reached.prices) * room_down, missing)),
    )
    cut = np.zeros(len(hidden))
    cut[shown] = needed / missing
    return cut
