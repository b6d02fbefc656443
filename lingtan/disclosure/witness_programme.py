"""The linear programme behind the search for witnesses: one of a system, asked again and again."""

from typing import Final

import highspy
import numpy as np
from scipy.sparse import csr_array, eye_array, hstack

from lingtan.disclosure.polytope import INFINITY, Indices, Vector, linear_programme, new_solver
from lingtan.disclosure.table_system import Flags, TableSystem

#: To miss the distance costs this many times what hiding every cell would: it is missed only if it must be.
_IMPOSSIBLE: Final = 10.0
#: What it costs to change an amount, as a share of the mean loss of a cell: next to nothing, so that
#: witnesses touch few amounts and few respondents can see through them.
_TOUCH: Final = 1e-4
#: What the solver leaves as residue is nothing: the distance asked for is 1, its tolerance 1e-7.
_RESIDUE: Final = 1e-6


class WitnessProgramme:
    """Amounts change by y so that a cell moves by 1; what shown cells move by costs their loss in proportion.

    Rows: every cell, `cells @ y = up - down`; the row of a hidden cell is free, that of the cell that must
    move is 1 or -1. Columns: up and down of each cell, then each amount, up and down. Questions differ in
    bounds and in what the slack of the cell that must move costs: it is what is missing of the distance.

    Args:
        system: The linked tables.
    """

    def __init__(self, system: TableSystem) -> None:
        self._cells, self._amounts = system.cells.shape
        mean = float(system.losses.mean())
        #: Losses as shares of their mean: HiGHS judges residues against 1.
        self._losses = system.losses / mean
        self._impossible = _IMPOSSIBLE * float(self._losses.sum())
        self._room = np.where(system.is_public, 0.0, INFINITY)
        self._must = -1
        moves = csr_array(eye_array(self._cells))
        nothing = np.zeros(self._cells)
        slacks, changes = 2 * self._cells, 2 * self._amounts
        self._change_at = np.arange(slacks, slacks + changes, dtype=np.int32)
        self._solver = new_solver()
        self._solver.setOptionValue("solver", "simplex")
        self._solver.setOptionValue("presolve", "off")
        self._solver.passModel(
            linear_programme(
                csr_array(hstack([-moves, moves, system.cells, -system.cells], format="csr")),
                (nothing, nothing),
                (np.zeros(slacks + changes), np.concatenate([self._room, self._room, np.zeros(changes)])),
                np.concatenate([self._losses, self._losses, np.full(changes, _TOUCH)]),
            )
        )

    def _slack(self, cell: int, cost: float, room: float) -> None:
        at: Indices = np.array([cell, cell + self._cells], dtype=np.int32)
        self._solver.changeColsCost(2, at, np.full(2, cost))
        self._solver.changeColsBounds(2, at, np.zeros(2), np.full(2, room))

    def change(
        self, hidden: Flags, cell: int, direction: float, lower: Vector, upper: Vector
    ) -> Vector | None:
        """How each amount changes where that costs least; None where the cell cannot move so far.

        Args:
            hidden: Cells that may move at no cost.
            cell: The cell that must move.
            direction: 1: upwards, -1: downwards.
            lower: How far each amount can fall, not above zero.
            upper: How far each amount can rise.
        """
        must = np.where(hidden, INFINITY, 0.0)
        if self._must >= 0:
            self._slack(self._must, float(self._losses[self._must]), float(self._room[self._must]))
        self._must = cell
        self._slack(cell, self._impossible, 1.0)
        least, most = -must, must
        least[cell] = most[cell] = direction
        rows = np.arange(self._cells, dtype=np.int32)
        self._solver.changeRowsBounds(self._cells, rows, least, most)  # type: ignore[attr-defined]
        self._solver.changeColsBounds(
            len(self._change_at),
            self._change_at,
            np.zeros(len(self._change_at)),
            np.concatenate([upper, -lower]),
        )
        # Not from the last answer: that takes three times as many steps, and the answer would rest on the
        # questions before.
        self._solver.clearSolver()
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"no witness can be searched for: {self._solver.getModelStatus().name}")
        found = np.asarray(self._solver.getSolution().col_value)
        if found[[cell, cell + self._cells]].max() > _RESIDUE:
            return None
        up = found[2 * self._cells : 2 * self._cells + self._amounts]
        return np.asarray(up - found[2 * self._cells + self._amounts :])
