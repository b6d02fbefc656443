"""Which further cells have to be withheld so that no sensitive one can be worked out from its table's sums.

Cell suppression after Fischetti and Salazar (2000): hide cells at the least loss so that for every sensitive
cell there are amounts that agree with all that is published and move the cell by its protection distance, up
and down. A change of the amounts that does so is a witness: whoever does not know better has to hold it
possible. Somebody who contributes knows the own amounts: witnesses have to hold against each of them too.

First every witness is found where it costs least; then cells are shown again where witnesses can do without
them. A small part is then solved to the optimum by cutting planes; of a large one the loss is set beside the
bound that a few rounds of cuts prove. Rounds are counted, not timed: the pattern is the same on any machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lingtan.disclosure.cuts import CutSearch, least_loss
from lingtan.disclosure.polytope import Vector
from lingtan.disclosure.primary import SensitiveCell
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.witness import (
    RESIDUE,
    Demand,
    Witness,
    WitnessSearch,
    demands_of_contributors,
)
from lingtan.disclosure.witness_pool import Reach, Use, WitnessPool

#: Rounds of cutting planes: a part of a few dozen cells is solved to the optimum within them.
_ROUNDS: Final = 60
#: Parts with more cells than this are not solved to the optimum: a bound is proved for them in a few rounds.
_CELLS_SOLVED: Final = 200
_ROUNDS_OF_LARGE: Final = 4
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


def _together(demands: Sequence[Demand]) -> Demand:
    """One demand that meets several on one side of a cell: the farthest, in the eyes of all of them."""
    farthest = max((one.distance for one in demands), key=abs)
    insiders = {owner for one in demands for owner in one.insiders}
    return Demand(demands[0].cell, farthest, tuple(sorted(insiders)))


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
        self._cuts = CutSearch(system)
        self._pool = WitnessPool(system)
        #: Demands, of readers or of one insider, for which something had to be hidden.
        self._hard: list[Demand] = []
        #: The witnesses that each demand was last seen to be met by.
        self._met_by: dict[Demand, list[Use]] = {}

    def loss(self) -> float:
        return float(self._system.losses[self.hidden].sum())

    def protect(self) -> None:
        """Hide what the witness of every demand moves, the demands of large cells first."""
        for demand in sorted(self._demands, key=lambda one: (-abs(one.distance), one.cell, one.distance)):
            uses, unmet = self._met(demand, self.hidden)
            while unmet:
                asked = unmet
                self.hidden[self._find(asked).cells] = True
                uses, unmet = self._met(demand, self.hidden)
                if unmet == asked:
                    raise ArithmeticError(f"a witness does not do what was asked of it: {asked}")
            self._met_by[demand] = uses

    def _find(self, unmet: Sequence[Demand]) -> Witness:
        """The cheapest witness of demands on one side of a cell; if there is none, of the first of them."""
        demand = _together(unmet)
        witness = self._search.cheapest(self.hidden, demand)
        if witness is None and len(unmet) > 1:
            demand = unmet[0]
            witness = self._search.cheapest(self.hidden, demand)
        if witness is None:
            raise NotProtectableError(demand.cell)
        if not self.hidden[witness.cells].all():
            self._hard.append(unmet[0])
        self._pool.add(witness)
        return witness

    def _met(self, demand: Demand, hidden: Flags) -> tuple[list[Use], list[Demand]]:
        """The known witnesses that meet a demand of readers and of respondents, and what they leave unmet.

        A witness serves everybody outside the cell who does not see through it; its contributors have demands
        of their own. What is unmet is of readers, or of those outside, or of contributors, the largest first.
        """
        uses: list[Use] = []
        doubting: set[int] | None = None
        inside = self._contributors(demand.cell)
        for use in self._pool.uses(demand, hidden):
            doubts = use.doubting() - inside
            if doubting is None or not doubting <= doubts:
                uses.append(use)
                doubting = doubts if doubting is None else doubting & doubts
            if not doubting:
                break
        if doubting is None:
            return uses, [demand]
        if doubting:
            return uses, [Demand(demand.cell, demand.distance, (owner,)) for owner in sorted(doubting)]
        of_contributors = demands_of_contributors(self._system, demand, self._p_ratio)
        for group in (of_contributors[:1], of_contributors[1:]):
            unmet = []
            for one in group:
                found = self._use_for(one, hidden)
                if found is None:
                    unmet.append(one)
                else:
                    uses.append(found)
            if unmet:
                return uses, unmet
        return uses, []

    def _use_for(self, demand: Demand, hidden: Flags) -> Use | None:
        """A known witness that the one insider of a demand does not see through."""
        (owner,) = demand.insiders
        return next(
            (use for use in self._pool.uses(demand.of_readers(), hidden) if owner not in use.doubting()), None
        )

    def _contributors(self, cell: int) -> set[int]:
        by_cell = self._system.contributions_by_cell
        return set(by_cell.indices[by_cell.indptr[cell] : by_cell.indptr[cell + 1]].tolist())

    def show_again(self) -> None:
        """Show hidden cells that are not sensitive where what replaces them loses less, dear ones first."""
        extra = np.flatnonzero(self.hidden & ~self._sensitive)
        for cell in extra[np.argsort(-self._system.losses[extra], kind="stable")].tolist():
            self._show(cell)

    def _show(self, cell: int) -> None:
        """Show a cell if every demand that it served is met by others at less loss."""
        hidden, left = self.hidden.copy(), float(self._system.losses[cell])
        hidden[cell] = False
        met: dict[Demand, list[Use]] = {}
        for demand, served in self._met_by.items():
            if not any(cell in use.cells for use in served):
                continue
            met[demand], unmet = self._met(demand, hidden)
            while unmet:
                witness = self._search.cheapest(hidden, _together(unmet))
                if witness is None:
                    return
                left -= float(self._system.losses[witness.cells[~hidden[witness.cells]]].sum())
                if left <= 0:
                    return
                hidden[witness.cells] = True
                self._pool.add(witness)
                asked = unmet
                met[demand], unmet = self._met(demand, hidden)
                if unmet == asked:
                    return
        self.hidden = hidden
        self._met_by |= met

    def bound(self) -> float:
        """A loss that no pattern which protects goes below: of a small part the least loss itself."""
        if len(self.hidden) > _CELLS_SOLVED:
            return self._bound_by_hard_demands()
        return self._solve()

    def _solve(self) -> float:
        """Prove a bound by cuts; where the cheapest pattern that meets them protects, it is the pattern."""
        best = 0.0
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

    def _bound_by_hard_demands(self) -> float:
        """A bound by cuts of the demands for which something had to be hidden, in a few rounds."""
        hidden, cuts = self._sensitive, list[Vector]()
        best = float(self._system.losses[hidden].sum())
        for _ in range(_ROUNDS_OF_LARGE):
            found = self._violated(hidden, self._hard)
            if not found:
                break
            cuts += found
            choice = least_loss(self._system, self._sensitive, cuts)
            best, hidden = max(best, choice.loss_bound), choice.hidden
        return min(best, self.loss())

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
        found = self._violated(hidden, first)
        if found:
            return found
        for demand in self._demands:
            witness = self._search.cheapest(hidden, demand)
            if witness is not None:
                doubting = Reach.of(self._system, witness, 1.0).doubting(1 - RESIDUE).tolist()
                found += self._violated(
                    hidden,
                    [
                        Demand(demand.cell, demand.distance, (owner,))
                        for owner in doubting
                        if owner not in self._contributors(demand.cell)
                    ],
                )
        return found

    def _violated(self, hidden: Flags, demands: Iterable[Demand]) -> list[Vector]:
        found = (self._cuts.violated(hidden, demand) for demand in demands)
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
        if not any(one.above for one in inside):
            own = part.cells[[one.cell for one in inside]]
            hidden[own] = True
            bound += float(system.losses[own].sum())
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
