"""Which further cells have to be withheld so that no sensitive one can be worked out from its table's sums.

Cell suppression after Fischetti and Salazar (2000): hide cells at the least loss so that for every sensitive
cell there are amounts that agree with all that is published and move the cell by its protection distance, up
and down. A change of the amounts that does so is a witness: whoever does not know better has to hold it
possible. Somebody who contributes knows the own amounts: witnesses have to hold against each of them too.

First every witness is found where it costs least; then cells are shown again where witnesses can do without
them. A small part is then solved to the optimum by cutting planes; of a large one the loss is set beside the
bound that a few rounds of cuts prove. Rounds are counted, not timed: the pattern is the same on any machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lingtan.disclosure.cuts import least_loss, violated_cut
from lingtan.disclosure.polytope import Vector
from lingtan.disclosure.primary import SensitiveCell
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import (
    Demand,
    Witness,
    WitnessSearch,
    convinces,
    demands_of_contributors,
    seen_through_by,
)

#: Rounds of cutting planes: a part of a few dozen cells is solved to the optimum within them.
_ROUNDS: Final = 60
#: Parts with more cells than this get no cuts: their bound is what the sensitive cells lose.
_CELLS_WITH_CUTS: Final = 300
#: How many of the newest witnesses of a cell are looked at before a new one is searched for.
_LOOKS: Final = 4
#: Two losses are the same within this share: what the solver leaves open.
_SAME: Final = 1e-9


class NotProtectableError(ArithmeticError):
    """A sensitive cell cannot be protected: what would have to be withheld is public already."""

    def __init__(self, cell: int) -> None:
        super().__init__(f"cell {cell} cannot be protected")
        self.cell = cell


@dataclass(frozen=True)
class Pattern:
    """Which cells are withheld, what readers lose by it, and what they would lose at least.

    Attributes:
        hidden: the sensitive cells and those withheld for their sake.
        loss: the sum of the losses of hidden cells.
        loss_bound: no pattern that protects loses less.
    """

    hidden: Flags
    loss: float
    loss_bound: float


class _Part:
    """The search for the pattern of one part."""

    def __init__(self, system: TableSystem, sensitive: Sequence[SensitiveCell], p_ratio: float) -> None:
        self._system = system
        self._p_ratio = p_ratio
        self._search = WitnessSearch(system)
        self._demands = [
            Demand(one.cell, distance)
            for one in sensitive
            for distance in (one.above, -one.below)
            if distance
        ]
        self.hidden: Flags = np.zeros(system.cells.shape[0], dtype=np.bool_)
        self.hidden[[one.cell for one in sensitive]] = True
        self._sensitive = self.hidden.copy()
        self._witnesses: dict[Demand, Witness] = {}
        #: The demands of insiders by that of readers with the same cell and distance.
        self._insiders: dict[Demand, list[Demand]] = {}
        #: Witnesses by the cells they move: one often serves several demands.
        self._moving: dict[int, list[Witness]] = {}

    def loss(self) -> float:
        return float(self._system.losses[self.hidden].sum())

    def _known(self, demand: Demand) -> Witness | None:
        """A witness found before that meets the demand: a search costs as much as a few looks."""
        for witness in self._moving.get(demand.cell, [])[:-_LOOKS:-1]:
            if convinces(self._system, witness, demand):
                return witness
        return None

    def _meet(self, demand: Demand) -> Witness:
        """A witness of the demand: one found before, or the cheapest new one, which hides its cells."""
        witness = self._known(demand)
        if witness is None:
            witness = self._search.cheapest(self.hidden, demand)
            if witness is None:
                raise NotProtectableError(demand.cell)
            self.hidden[witness.cells] = True
            for cell in witness.cells.tolist():
                self._moving.setdefault(cell, []).append(witness)
        self._record(demand, witness)
        return witness

    def _record(self, demand: Demand, witness: Witness) -> None:
        if demand.insiders and demand not in self._witnesses:
            self._insiders.setdefault(demand.of_readers(), []).append(demand)
        self._witnesses[demand] = witness

    def protect(self) -> None:
        """Hide what the witness of every demand moves, the demands of large cells first."""
        for demand in sorted(self._demands, key=lambda one: (-abs(one.distance), one.cell, one.distance)):
            doubting = self._doubting(demand, self._meet(demand))
            self._meet_together([Demand(demand.cell, demand.distance, (owner,)) for owner in doubting])
            of_contributors = demands_of_contributors(self._system, demand, self._p_ratio)
            self._meet_together(of_contributors[:1])
            self._meet_together(of_contributors[1:])

    def _meet_together(self, demands: Sequence[Demand]) -> None:
        """Meet demands on one side of a cell by one witness that none of them sees through, or one by one.

        One witness that leaves the amounts of all of them alone serves all of them, and is sooner found.
        """
        if not demands:
            return
        insiders = tuple(sorted({owner for one in demands for owner in one.insiders}))
        farthest = max((one.distance for one in demands), key=abs)
        try:
            self._meet(Demand(demands[0].cell, farthest, insiders))
        except NotProtectableError:
            if len(demands) == 1:
                raise
            for one in demands:
                self._meet(one)

    def _doubting(self, demand: Demand, witness: Witness) -> tuple[int, ...]:
        """Who outside the cell sees through a witness; its contributors have demands of their own."""
        by_cell = self._system.contributions_by_cell
        inside = by_cell.indices[by_cell.indptr[demand.cell] : by_cell.indptr[demand.cell + 1]]
        return tuple(np.setdiff1d(seen_through_by(self._system, witness), inside).tolist())

    def show_again(self) -> None:
        """Show hidden cells that are not sensitive if all witnesses find a way without, dear ones first."""
        extra = np.flatnonzero(self.hidden & ~self._sensitive)
        for cell in extra[np.argsort(-self._system.losses[extra], kind="stable")]:
            fewer = self.hidden.copy()
            fewer[cell] = False
            replaced = self._replaced(fewer, int(cell))
            if replaced is not None:
                self.hidden = fewer
                for demand, witness in replaced.items():
                    self._record(demand, witness)

    def _replaced(self, fewer: Flags, cell: int) -> dict[Demand, Witness] | None:
        """Witnesses that do without a cell, for those that moved it; None where one is missing."""
        replaced: dict[Demand, Witness] = {}
        for demand, witness in self._witnesses.items():
            if cell in witness.cells:
                other = self._within(fewer, demand)
                if other is None:
                    return None
                replaced[demand] = other
        for readers in dict.fromkeys(demand.of_readers() for demand in replaced):
            doubting = self._doubting_all(readers, replaced)
            if doubting:
                together = Demand(readers.cell, readers.distance, doubting)
                other = self._within(fewer, together)
                if other is None:
                    return None
                replaced[together] = other
        return replaced

    def _within(self, hidden: Flags, demand: Demand) -> Witness | None:
        """A witness that moves nothing but hidden cells."""
        found = self._search.cheapest(hidden, demand)
        return found if found is not None and hidden[found.cells].all() else None

    def _doubting_all(self, readers: Demand, replaced: Mapping[Demand, Witness]) -> tuple[int, ...]:
        """Who sees through every witness of a cell's distance: whoever sees through one must have another."""
        if readers not in self._witnesses:
            return ()
        ours = [readers, *self._insiders.get(readers, ())]
        doubts = [set(self._doubting(one, replaced.get(one) or self._witnesses[one])) for one in ours]
        return tuple(sorted(set.intersection(*doubts)))

    def bound(self) -> float:
        """Prove a bound by cuts; where the cheapest pattern that meets them protects, it is the pattern."""
        best = float(self._system.losses[self._sensitive].sum())
        if len(self.hidden) > _CELLS_WITH_CUTS:
            return best
        cuts: list[Vector] = []
        for _ in range(_ROUNDS):
            choice = least_loss(self._system, self._sensitive, cuts)
            best = max(best, choice.loss_bound)
            if best >= self.loss() * (1 - _SAME):
                return self.loss()
            found = self._broken_cuts(choice.hidden)
            if not found:
                self.hidden = choice.hidden
                return self.loss()
            cuts += found
        return best

    def _broken_cuts(self, hidden: Flags) -> list[Vector]:
        """The cuts that a pattern breaks: of readers and contributors; if none, of others."""
        first = [
            *self._demands,
            *(
                one
                for demand in self._demands
                for one in demands_of_contributors(self._system, demand, self._p_ratio)
            ),
        ]
        found = [violated_cut(self._system, hidden, demand) for demand in first]
        if any(cut is not None for cut in found):
            return [cut for cut in found if cut is not None]
        for demand in self._demands:
            witness = self._search.cheapest(hidden, demand)
            if witness is not None:
                found += [
                    violated_cut(self._system, hidden, Demand(demand.cell, demand.distance, (owner,)))
                    for owner in self._doubting(demand, witness)
                ]
        return [cut for cut in found if cut is not None]


def suppress(system: TableSystem, sensitive: Sequence[SensitiveCell], p_ratio: float) -> Pattern:
    """The cells to withhold.

    Args:
        system: The linked tables.
        sensitive: Cells that a primary rule hides.
        p_ratio: How far, as a share, a contributor must be uncertain about the largest other contribution.

    Raises:
        NotProtectableError: What would have to be withheld is public already.
    """
    hidden = np.zeros(system.cells.shape[0], dtype=np.bool_)
    bound = 0.0
    for part in system.parts():
        place: dict[int, int] = {int(cell): at for at, cell in enumerate(part.cells)}
        inside = [
            SensitiveCell(place[one.cell], one.reasons, one.below, one.above)
            for one in sensitive
            if one.cell in place
        ]
        if not inside:
            continue
        search = _Part(part.system, inside, p_ratio)
        try:
            search.protect()
        except NotProtectableError as refused:
            raise NotProtectableError(int(part.cells[refused.cell])) from refused
        search.show_again()
        bound += search.bound()
        hidden[part.cells] = search.hidden
    return Pattern(hidden, float(system.losses[hidden].sum()), bound)
