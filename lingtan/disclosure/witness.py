"""Amounts that agree with all that is published and yet move a cell as far as it must be uncertain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lingtan.disclosure.polytope import INFINITY, Indices, Vector
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness_programme import WitnessProgramme

#: What HiGHS leaves as residue is no movement: programmes are scaled so that the distance asked for is 1, and
#: its tolerance is 1e-7.
RESIDUE: Final = 1e-6
#: A change of an amount below this is none; hundreds of them together are still below the residue.
_NO_CHANGE: Final = 1e-9
#: A witness takes from amounts of at least this share of the distance first: with hundreds of small ones the
#: solver takes longer and more cells move.
_LARGE: Final = 0.1


@dataclass(frozen=True)
class Demand:
    """Who must be left uncertain about a cell, and how far: upwards (above zero) or downwards (below zero).

    `insiders` are respondents: a witness has to hold in the eyes of each of them, who knows the own amounts.
    Without any, a reader is meant who contributes nothing.
    """

    cell: int
    distance: float
    insiders: tuple[int, ...] = ()

    def of_readers(self) -> "Demand":
        """The same demand for readers, who contribute nothing."""
        return Demand(self.cell, self.distance)


@dataclass(frozen=True)
class Witness:
    """A change of amounts that meets a demand of a distance, and which cells it moves how far."""

    distance: float
    amounts: Indices
    changes: Vector
    cells: npt.NDArray[np.int_]
    moves: Vector


def known_bounds(system: TableSystem, insiders: Sequence[int]) -> tuple[Indices, Vector, Vector]:
    """How far the amounts that respondents have a part in can change in the eyes of each of them.

    Nobody else's part of an amount is below zero; an amount that is a respondent's alone does not change.

    Returns:
        The amounts, repeated where respondents share them, with the lower and upper bound of the change.
    """
    parts = system.owners[np.asarray(insiders, dtype=np.int64)]
    amounts = parts.indices.astype(np.int32)
    alone = system.owner_counts[amounts] == 1
    rest = system.amounts[amounts] - np.where(system.floors[amounts] < 0, system.floors[amounts], parts.data)
    return amounts, np.where(alone, 0.0, -rest), np.where(alone, 0.0, INFINITY)


def outsider_bounds(system: TableSystem) -> Vector:
    """How far each amount can fall in the eyes of a reader: to its floor."""
    return system.floors - system.amounts


class WitnessSearch:
    """Finds witnesses of one system at the least loss of readers.

    The amounts of the cell itself may fall, and others that are large beside the distance; only where that is
    not enough may all.
    """

    def __init__(self, system: TableSystem) -> None:
        self._system = system
        self._lower = outsider_bounds(system)
        self._programme = WitnessProgramme(system)

    def cheapest(self, hidden: Flags, demand: Demand) -> Witness | None:
        """The witness that needs least of what is shown; None: there is none, for public cells forbid it."""
        system, distance = self._system, abs(demand.distance)
        direction = 1.0 if demand.distance > 0 else -1.0
        lower, upper = self._lower / distance, np.full(len(self._lower), INFINITY)
        if demand.insiders:
            known, known_lower, known_upper = known_bounds(system, demand.insiders)
            np.maximum.at(lower, known, known_lower / distance)
            np.minimum.at(upper, known, known_upper)
        is_large = lower <= -_LARGE
        is_large[system.cells[[demand.cell]].indices] = True
        for falls in (np.where(is_large, lower, 0.0), lower):
            change = self._programme.change(hidden, demand.cell, direction, falls, upper)
            if change is not None:
                break
        else:
            return None
        kept = np.flatnonzero(np.abs(change) > _NO_CHANGE).astype(np.int32)
        moved = np.asarray(system.cells_by_amount[:, kept] @ change[kept])
        cells = np.flatnonzero(np.abs(moved) > RESIDUE)
        return Witness(distance, kept, change[kept] * distance, cells, moved[cells] * distance)


def demands_of_contributors(system: TableSystem, demand: Demand, p_ratio: float) -> list[Demand]:
    """What each contributor to a sensitive cell must be left uncertain about, the largest contributor first.

    To a contributor the largest other one must be uncertain by `p_ratio` of its size to each side: from above
    by what the cell could still hold, from below only where nobody else is left in it.

    Args:
        system: The linked tables.
        demand: What readers must be left uncertain about.
        p_ratio: Share of the largest other contribution, as in the p % rule.
    """
    by_cell = system.contributions_by_cell
    start, end = by_cell.indptr[demand.cell], by_cell.indptr[demand.cell + 1]
    order = np.argsort(-by_cell.data[start:end], kind="stable")
    owners, sizes = by_cell.indices[start:end][order], by_cell.data[start:end][order]
    if len(owners) < 2:
        return []
    largest_other = np.where(np.arange(len(owners)) == 0, sizes[1], sizes[0])
    if demand.distance > 0:
        needed = sizes + (1 + p_ratio) * largest_other - sizes.sum()
    else:
        needed = np.where(len(owners) == 2, p_ratio * largest_other, 0.0)
    sign = 1.0 if demand.distance > 0 else -1.0
    return [
        Demand(demand.cell, sign * float(distance), (int(owner),))
        for owner, distance in zip(owners, needed, strict=True)
        if distance > 0
    ]
