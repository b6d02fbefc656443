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
#: What it costs to change an amount, as a share of the mean loss of a cell: next to nothing, so that
#: witnesses touch few amounts and few respondents can see through them.
_TOUCH: Final = 1e-4
#: A witness is looked for among about so many amounts near its cell first.
_NEAR: Final = 200
#: So many amounts are let loose at a time, the most promising ones.
_ENTERING: Final = 100


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
    """A change of amounts that meets a demand, and which cells it moves how far."""

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


def _near(system: TableSystem, shown: Flags, cell: int, size: int) -> Indices:
    """Amounts that move a cell and can make up for it: those that touch most of what moves with it."""
    amounts = system.cells.shape[1]
    if size >= amounts:
        return np.arange(amounts, dtype=np.int32)
    inside = system.cells.indices[system.cells.indptr[cell] : system.cells.indptr[cell + 1]]
    chosen = np.zeros(amounts, dtype=np.bool_)
    chosen[inside[np.argsort(-np.abs(system.amounts[inside]), kind="stable")][: size // 4]] = True
    shown_cells = shown.astype(np.float64)
    for limit in (size // 2, size):
        touched = ((system.cells @ chosen.astype(np.float64)) > 0) & shown
        score = system.cells.T @ (3.0 * touched - shown_cells)
        score[chosen] = INFINITY
        chosen[np.argsort(-score, kind="stable")[:limit]] = True
    return np.flatnonzero(chosen).astype(np.int32)


class WitnessSearch:
    """Finds witnesses of one system at the least loss of readers.

    Among thousands of amounts a witness touches a few. The search begins with amounts near the cell; the
    prices of the shown cells then say which others would make it cheaper, until none does (column
    generation).
    """

    def __init__(self, system: TableSystem) -> None:
        self._system = system
        self._lower = outsider_bounds(system)
        self._touch = _TOUCH * float(system.losses.mean())

    def cheapest(self, hidden: Flags, demand: Demand) -> Witness | None:
        """The witness that needs least of what is shown; None: there is none, for public cells forbid it."""
        system, distance = self._system, abs(demand.distance)
        lower, upper = self._lower / distance, np.full(len(self._lower), INFINITY)
        if demand.insiders:
            known, known_lower, known_upper = known_bounds(system, demand.insiders)
            np.maximum.at(lower, known, known_lower / distance)
            np.minimum.at(upper, known, known_upper)
        programme = WitnessProgramme(
            system, np.flatnonzero(~hidden), demand.cell, upwards=demand.distance > 0, touch=self._touch
        )
        entering = _near(system, ~hidden, demand.cell, _NEAR)
        while len(entering):
            programme.let_loose(entering, lower[entering], upper[entering])
            entering = programme.worth_letting_loose(lower, upper)[:_ENTERING]
        change = programme.change()
        if change is None:
            return None
        kept = np.flatnonzero(np.abs(change) > RESIDUE).astype(np.int32)
        moved = np.asarray(system.cells_by_amount[:, kept] @ change[kept])
        cells = np.flatnonzero(np.abs(moved) > RESIDUE)
        return Witness(kept, change[kept] * distance, cells, moved[cells] * distance)


def seen_through_by(system: TableSystem, witness: Witness) -> npt.NDArray[np.int_]:
    """The respondents whose own amounts exclude a witness: it moves what is theirs alone, or takes of it."""
    columns = system.owners_by_amount[:, witness.amounts]
    at = np.repeat(np.arange(len(witness.amounts)), np.diff(columns.indptr))
    changes, amounts = witness.changes[at], witness.amounts[at]
    slack = RESIDUE * max(float(np.abs(witness.changes).max(initial=0)), 1e-300)
    alone = system.owner_counts[amounts] == 1
    rest = system.amounts[amounts] - np.where(
        system.floors[amounts] < 0, system.floors[amounts], columns.data
    )
    excluded = np.where(alone, np.abs(changes) > slack, changes < -rest - slack)
    return np.unique(columns.indices[excluded])


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


def convinces(system: TableSystem, witness: Witness, demand: Demand) -> bool:
    """Whether a witness meets a demand, also in the eyes of the insiders."""
    at = np.searchsorted(witness.cells, demand.cell)
    if at == len(witness.cells) or witness.cells[at] != demand.cell:
        return False
    if witness.moves[at] / demand.distance < 1 - RESIDUE:
        return False
    return not set(demand.insiders).intersection(seen_through_by(system, witness).tolist())
