"""Witnesses found so far: one serves every demand that a multiple of it meets, up or down."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lingtan.disclosure.polytope import INFINITY, Vector
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import RESIDUE, Demand, Witness


@dataclass(frozen=True)
class Reach:
    """How many times a change of amounts is possible before amounts fall below what everybody knows of them.

    Attributes:
        readers: for those who contribute nothing.
        owners: the respondents who have a part in an amount that changes, each once.
        limits: how many times in the eyes of each of them: none, if an amount that is its alone changes.
    """

    readers: float
    owners: npt.NDArray[np.int_]
    limits: Vector

    @classmethod
    def of(cls, system: TableSystem, witness: Witness, direction: float) -> "Reach":
        """The reach of a witness (direction 1) or of its contrary (-1)."""
        columns = system.owners_by_amount[:, witness.amounts]
        at = np.repeat(np.arange(len(witness.amounts)), np.diff(columns.indptr))
        slack = RESIDUE * witness.distance
        amounts = system.amounts[witness.amounts]
        floors = system.floors[witness.amounts]
        taken = np.maximum(-direction * witness.changes - slack, 0.0)
        is_touched = np.abs(witness.changes) > slack
        alone = (system.owner_counts[witness.amounts] == 1)[at]
        known = np.where(floors[at] < 0, floors[at], columns.data)
        limits = np.where(alone & is_touched[at], 0.0, _times(amounts[at] - known, taken[at]))
        owners, place = np.unique(columns.indices, return_inverse=True)
        least = np.full(len(owners), INFINITY)
        np.minimum.at(least, place, limits)
        return cls(float(_times(amounts - floors, taken).min(initial=INFINITY)), owners, least)

    def doubting(self, times: float) -> npt.NDArray[np.int_]:
        """The respondents whose own amounts exclude so many times the change."""
        return self.owners[self.limits < times]


def _times(room: Vector, taken: Vector) -> Vector:
    """How many times so much can be taken of what there is."""
    times = np.full(len(taken), INFINITY)
    np.divide(np.maximum(room, 0), taken, out=times, where=taken > 0)
    return times


@dataclass(frozen=True)
class _Found:
    """A witness, and how often it and its contrary can happen."""

    cells: npt.NDArray[np.int_]
    forth: Reach
    back: Reach


@dataclass(frozen=True)
class Use:
    """A witness that meets a demand of readers, so many times."""

    cells: npt.NDArray[np.int_]
    reach: Reach
    times: float

    def doubting(self) -> set[int]:
        """The respondents who see through it."""
        return set(self.reach.doubting(self.times).tolist())


class WitnessPool:
    """Witnesses of one system by the cells they move."""

    def __init__(self, system: TableSystem) -> None:
        self._system = system
        self._moving: dict[int, list[tuple[_Found, float]]] = {}

    def add(self, witness: Witness) -> None:
        """Keep a witness for the demands of every cell that it moves about as far as its own."""
        found = _Found(
            witness.cells,
            Reach.of(self._system, witness, 1.0),
            Reach.of(self._system, witness, -1.0),
        )
        for cell, move in zip(witness.cells.tolist(), witness.moves.tolist(), strict=True):
            # Of a cell that moves far less, the solver's residue would be too large a share.
            if abs(move) >= witness.distance / 10:
                self._moving.setdefault(cell, []).append((found, move))

    def uses(self, demand: Demand, hidden: Flags) -> Iterator[Use]:
        """The witnesses that move hidden cells alone and meet a demand of readers, the newest first."""
        for found, move in reversed(self._moving.get(demand.cell, [])):
            times = demand.distance / move * (1 - 2 * RESIDUE)
            reach = found.forth if times > 0 else found.back
            if abs(times) <= reach.readers and hidden[found.cells].all():
                yield Use(found.cells, reach, abs(times))
