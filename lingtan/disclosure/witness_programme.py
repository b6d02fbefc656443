"""The linear programme behind the search for a witness; amounts are let loose in it as they prove useful."""

from typing import Final

import highspy
import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array, diags_array, hstack

from lingtan.disclosure.polytope import INFINITY, Indices, Vector, linear_programme, new_solver
from lingtan.disclosure.table_system import TableSystem

#: To miss the distance costs so many times what hiding every cell would cost: only if it must be.
_IMPOSSIBLE: Final = 10.0
#: What the solver leaves as residue is nothing: the distance asked for is 1, its tolerance 1e-7.
_RESIDUE: Final = 1e-6


class WitnessProgramme:
    """Amounts change by y so that a cell moves by 1; what shown cells move by costs their loss in proportion.

    Rows: the shown cells, `cells @ y = up - down`, and the cell that must move. Columns: what is missing of
    the distance, up and down of each shown cell, then each amount that was let loose, up and down.

    Args:
        system: The linked tables.
        shown: The cells that are shown.
        cell: The cell that must move.
        upwards: Up, or down.
        touch: What it costs to change an amount: next to nothing, so that few are changed.
    """

    def __init__(
        self, system: TableSystem, shown: npt.NDArray[np.int_], cell: int, *, upwards: bool, touch: float
    ) -> None:
        self._touch = touch
        self._rows = csc_array(system.cells[np.append(shown, cell)])
        self._batches: list[Indices] = []
        self._slacks = 1 + 2 * len(shown)
        direction = 1.0 if upwards else -1.0
        missing = csr_array(([direction], ([len(shown)], [0])), shape=(len(shown) + 1, 1))
        moves = csr_array(diags_array(np.ones(len(shown)), shape=(len(shown) + 1, len(shown))))
        must = np.append(np.zeros(len(shown)), direction)
        room = np.where(system.is_public[shown], 0.0, INFINITY)
        losses = system.losses[shown]
        self._solver = new_solver()
        self._solver.passModel(
            linear_programme(
                csr_array(hstack([missing, -moves, moves], format="csr")),
                (must, must),
                (np.zeros(self._slacks), np.concatenate([[1.0], room, room])),
                np.concatenate([[_IMPOSSIBLE * float(system.losses.sum())], losses, losses]),
            )
        )

    def let_loose(self, amounts: Indices, lower: Vector, upper: Vector) -> None:
        """Let further amounts change between bounds, and solve from the last answer on."""
        chosen = csc_array(self._rows[:, amounts])
        nothing = np.zeros(len(amounts))
        for sign, room in ((1.0, upper), (-1.0, -lower)):
            self._solver.addCols(
                len(amounts),
                np.full(len(amounts), self._touch),
                nothing,
                room,
                chosen.nnz,
                chosen.indptr[:-1].astype(np.int32),
                chosen.indices.astype(np.int32),
                sign * chosen.data,
            )
        self._batches.append(amounts)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"no witness can be searched for: {self._solver.getModelStatus().name}")

    def worth_letting_loose(self, lower: Vector, upper: Vector) -> Indices:
        """The amounts whose change would make the witness cheaper, the best first."""
        earned = np.asarray(self._rows.T @ np.asarray(self._solver.getSolution().row_dual))
        gain = np.maximum(np.where(upper > 0, earned, 0), np.where(lower < 0, -earned, 0)) - self._touch
        gain[np.concatenate(self._batches)] = 0
        best = np.argsort(-gain, kind="stable")
        return best[gain[best] > _RESIDUE * self._touch].astype(np.int32)

    def change(self) -> Vector | None:
        """How each amount changes; None where the distance cannot be reached."""
        found = np.asarray(self._solver.getSolution().col_value)
        if found[0] > _RESIDUE:
            return None
        change = np.zeros(self._rows.shape[1])
        at = self._slacks
        for batch in self._batches:
            up, down = found[at : at + len(batch)], found[at + len(batch) : at + 2 * len(batch)]
            change[batch] = up - down
            at += 2 * len(batch)
        return change
