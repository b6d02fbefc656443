"""How far sums can swing at least while every statement stays as it is: linear algebra instead of programmes.

A change of the amounts that leaves all statements alone, and no amount below what is known of it, is possible in
the eyes of whoever knows no more. The change that follows a sum most closely is its projection on the changes
that leave the statements alone; amounts count by the room they have, so that small ones do not hold large ones
up. It need not be the farthest change: what it proves is that the interval is as wide as that. One factorisation
serves all sums, and by the Woodbury identity every respondent who knows some of the amounts.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, diags_array

from lingtan.disclosure.polytope import INFINITY, Vector

Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int_]

#: Statements that follow from others make the factorisation singular: this share of its largest value is added.
_RIDGE: Final = 1e-11
#: Corrections of a projection by the same factorisation.
_CORRECTIONS: Final = 3
#: Change of a statement, in its own unit, that is arithmetic and no change.
_RESIDUE: Final = 1e-5
#: A change of an amount below this share of the largest one in proportion to its room is arithmetic too.
_NO_CHANGE: Final = 1e-12


@dataclass(frozen=True)
class Swings:
    """Changes of amounts, one a column, each with how far up and down its sum goes by it."""

    changes: Matrix
    up: Vector
    down: Vector


class Projection:
    """Changes that leave statements alone, amounts counting by a power of their room.

    Args:
        held: statements x amounts.
        room: How far each amount can fall.
        power: 1: amounts change in proportion to their room; less: small ones by more of it.
    """

    def __init__(self, held: csr_array, room: Vector, power: float) -> None:
        self._held = held
        self._room = np.maximum(room, 0.0)
        self._weight = np.power(self._room, power)
        scaled = csr_array(held @ diags_array(self._weight))
        norms = np.sqrt(np.asarray(scaled.power(2).sum(axis=1))).ravel()
        self._scaled = csr_array(diags_array(1 / np.where(norms > 0, norms, 1.0)) @ scaled)
        self._by_amount = self._scaled.tocsc()
        gram = (self._scaled @ self._scaled.T).toarray()
        values, vectors = np.linalg.eigh(gram) if len(gram) else (np.empty(0), np.empty((0, 0)))
        ridge = _RIDGE * max(float(values.max(initial=0.0)), 1e-300)
        self._inverse: Matrix = (vectors / (np.maximum(values, 0.0) + ridge)) @ vectors.T

    def swings(self, terms: csr_array) -> Swings:
        """Of each sum in `terms` (sums x amounts), in the eyes of a reader."""
        along = (terms @ diags_array(self._weight)).toarray().T
        for _ in range(_CORRECTIONS):
            along = along - self._scaled.T @ (self._inverse @ (self._scaled @ along))
        return self._measured(terms, along, self._room)

    def swings_known(self, term: csr_array, fixed: Places, room: Vector) -> Swings:
        """Of one sum, in the eyes of somebody who knows the amounts `fixed` and of others that they have `room`."""
        along = np.asarray((term @ diags_array(self._weight)).toarray().T)
        along[fixed] = 0.0
        known = self._by_amount[:, fixed].toarray()
        solved = self._inverse @ known
        small = np.linalg.pinv(np.eye(len(fixed)) - known.T @ solved, hermitian=True, rcond=1e-9)
        for _ in range(_CORRECTIONS):
            missed = self._inverse @ (self._scaled @ along)
            missed += solved @ (small @ (known.T @ missed))
            along = along - self._scaled.T @ missed
            along[fixed] = 0.0
        return self._measured(term, along, room)

    def _measured(self, terms: csr_array, along: Matrix, room: Vector) -> Swings:
        largest = np.abs(along).max(axis=0, initial=0.0)
        along = np.where(np.abs(along) > _NO_CHANGE * largest, along, 0.0)
        changes = self._weight[:, None] * along
        moved = np.asarray(terms.multiply(changes.T).sum(axis=1)).ravel()
        residue = np.abs(self._held @ changes).max(axis=0, initial=0.0)
        ends = []
        for sign in (1.0, -1.0):
            times = _times(room, sign * changes)
            is_clean = residue * times <= _RESIDUE
            ends.append(np.where(is_clean & (moved > 0), moved * times, 0.0))
        return Swings(changes, ends[0], ends[1])


def _times(room: Vector, changes: Matrix) -> Vector:
    """How many times each change can happen before an amount has no room left; 0 where nothing changes."""
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.where(changes < 0, room[:, None] / -changes, INFINITY).min(axis=0, initial=INFINITY)
    return np.where(np.isfinite(times), times, 0.0)
