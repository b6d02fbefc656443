"""How far sums can swing at least while every statement stays as it is: linear algebra, not programmes.

A change of the amounts that leaves all statements alone, and no amount below what is known of it, is
possible in the eyes of whoever knows no more. The change that follows a sum most closely is its projection on
the changes that leave the statements alone; amounts count by the room they have, so that small ones do not
hold up large ones. It need not be the farthest: what it proves is that the interval is at least as wide. One
factorisation serves all sums, and by the Woodbury identity every respondent who knows some of the amounts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, diags_array

from lingtan.disclosure.polytope import INFINITY, Vector

Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int_]

#: Statements that follow from others make the factorisation singular: this share of its largest value is
#: added, and the projection corrected so many times by the same factorisation.
_RIDGE: Final = 1e-11
_CORRECTIONS: Final = 6
#: Change of a statement, in its own unit, that is arithmetic and no change.
_RESIDUE: Final = 1e-5
#: A sum of which a projection leaves less than this share follows from the statements: nothing moves it.
_FIXED: Final = 1e-7
#: A change of an amount below this share of the largest one in proportion to its room is arithmetic too.
_NO_CHANGE: Final = 1e-12


@dataclass(frozen=True)
class Swings:
    """How far up and down each of some sums goes at least, and whether the statements fix it altogether."""

    up: Vector
    down: Vector
    is_fixed: npt.NDArray[np.bool_]


class Projection:
    """Changes that leave statements alone, amounts counting by a power of their room.

    Args:
        held: statements x amounts.
        room: How far each amount can fall.
        power: 1: amounts change in proportion to their room; less: small ones by more of it.
    """

    def __init__(self, held: csr_array, room: Vector, power: float) -> None:
        self.power = power
        self._held = held
        self._room = np.maximum(room, 0.0)
        self._weight = np.power(self._room, power)
        scaled = csr_array(held @ diags_array(self._weight))
        norms = np.sqrt(np.asarray(scaled.power(2).sum(axis=1))).ravel()
        self._scaled = csr_array(diags_array(1 / np.where(norms > 0, norms, 1.0)) @ scaled)
        self._by_amount = self._scaled.tocsc()
        values, vectors = np.linalg.eigh((self._scaled @ self._scaled.T).toarray())
        # Where nothing is held there is nothing to invert, and no scale of it.
        ridge = _RIDGE * (float(values.max(initial=0.0)) or 1.0)
        self._inverse: Matrix = (vectors / (np.maximum(values, 0.0) + ridge)) @ vectors.T

    def swings(self, terms: csr_array) -> Swings:
        """How far each sum of `terms` (sums x amounts) goes, in the eyes of a reader."""
        return self._swings(terms, np.empty(0, dtype=np.int64), self._room, lambda missed: missed)

    def swings_known(self, terms: csr_array, known: Places, room: Vector) -> Swings:
        """The same in the eyes of somebody who knows some amounts and how much `room` the others have."""
        columns = self._by_amount[:, known].toarray()
        solved = self._inverse @ columns
        without = np.linalg.pinv(np.eye(len(known)) - columns.T @ solved, hermitian=True, rcond=1e-9)
        return self._swings(
            terms, known, room, lambda missed: missed + solved @ (without @ (columns.T @ missed))
        )

    def _swings(
        self, terms: csr_array, known: Places, room: Vector, corrected: Callable[[Matrix], Matrix]
    ) -> Swings:
        along = (terms @ diags_array(self._weight)).toarray().T
        before = np.linalg.norm(along, axis=0)
        along[known] = 0.0
        for _ in range(_CORRECTIONS):
            along = along - self._scaled.T @ corrected(self._inverse @ (self._scaled @ along))
            along[known] = 0.0
        changes = self._weight[:, None] * np.where(
            np.abs(along) > _NO_CHANGE * np.abs(along).max(axis=0, initial=0.0), along, 0.0
        )
        moved = np.asarray(terms.multiply(changes.T).sum(axis=1)).ravel()
        residue = np.abs(self._held @ changes).max(axis=0, initial=0.0)
        up, down = _times(room, changes), _times(room, -changes)
        return Swings(
            np.where(residue * up <= _RESIDUE, np.maximum(moved * up, 0.0), 0.0),
            np.where(residue * down <= _RESIDUE, np.maximum(moved * down, 0.0), 0.0),
            np.linalg.norm(along, axis=0) <= _FIXED * before,
        )


def _times(room: Vector, changes: Matrix) -> Vector:
    """How many times each change can happen before an amount has no room left; 0 where nothing ends it."""
    with np.errstate(divide="ignore", invalid="ignore"):
        times = np.where(changes < 0, room[:, None] / -changes, INFINITY).min(axis=0, initial=INFINITY)
    return np.where(np.isfinite(times), times, 0.0)
