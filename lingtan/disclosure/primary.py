"""Which cells alone would tell one respondent's figure, and how wide the interval around each has to be.

The rules and the width are those of A. Hundepool and others, "Statistical Disclosure Control" (2012), section
4.2: minimum frequency, (n,k) dominance and the p % rule. They judge ultimate owners: plants of one group are
one respondent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lingtan.disclosure.polytope import Vector
from lingtan.disclosure.table_system import Flags, TableSystem

FEW_CONTRIBUTORS: Final = "few_contributors"
DOMINANCE: Final = "dominance"
P_PERCENT: Final = "p_percent"
DECLARED: Final = "declared_confidential"


@dataclass(frozen=True)
class PrimaryRules:
    """Parameters of the primary rules of a table; None: the rule is not applied.

    Attributes:
        minimum_contributors: fewer owners than this in a cell: it is withheld.
        dominance_count, dominance_ratio: so many largest owners have more than this share of the cell.
        p_ratio: the second largest owner could work out the largest one's figure to within this share of it.
        protection_ratio: how far, as a share of the cell, a cell withheld for few owners or because a
            respondent declared it confidential has to be uncertain to each side.
        least_distance: how far a withheld cell has to be uncertain at least: one, where parks are counted.
    """

    minimum_contributors: int | None
    dominance_count: int | None
    dominance_ratio: float | None
    p_ratio: float | None
    protection_ratio: float
    least_distance: float = 0.0


@dataclass(frozen=True)
class SensitiveCell:
    """A cell that must be withheld: why, and how far outsiders must be left uncertain to each side of it."""

    cell: int
    reasons: tuple[str, ...]
    below: float
    above: float


@dataclass(frozen=True)
class _Ranked:
    """Per cell: number of owners, sum of their sizes, and the sum of the n largest."""

    count: npt.NDArray[np.int_]
    sum: Vector
    _cell: npt.NDArray[np.int_]
    _size: Vector
    _rank: npt.NDArray[np.int_]

    @classmethod
    def of(cls, system: TableSystem) -> "_Ranked":
        cells = system.cells.shape[0]
        stated = system.contributions.tocoo()
        order = np.lexsort((-stated.data, stated.coords[1]))
        cell, size = stated.coords[1][order], stated.data[order]
        first = np.searchsorted(cell, np.arange(cells))
        return cls(
            count=np.bincount(cell, minlength=cells),
            sum=_sums(cell, size, cells),
            _cell=cell,
            _size=size,
            _rank=np.arange(len(cell)) - first[cell],
        )

    def largest(self, number: int) -> Vector:
        chosen = self._rank < number
        return _sums(self._cell[chosen], self._size[chosen], len(self.count))


def _sums(cell: npt.NDArray[np.int_], size: Vector, cells: int) -> Vector:
    return np.bincount(cell, weights=size, minlength=cells).astype(np.float64)


def sensitive_cells(
    system: TableSystem, rules: PrimaryRules, cells: Sequence[int], is_declared: Flags
) -> list[SensitiveCell]:
    """The cells among `cells` that a rule hides, with the protection interval of each.

    A cell of nobody and a cell of which every contribution is zero hide nothing that a rule could protect;
    one of nothing but what was declared confidential is withheld without a distance.

    Args:
        system: The linked tables.
        rules: The rules of the table that the cells are in.
        cells: Cells of that table.
        is_declared: Cells of the system in which a respondent declared its figure confidential.
    """
    ranked = _Ranked.of(system)
    largest, two_largest = ranked.largest(1), ranked.largest(2)
    hidden: dict[str, Flags] = {DECLARED: is_declared}
    above = np.zeros(len(ranked.count))
    protected = is_declared.copy()
    if rules.minimum_contributors is not None:
        hidden[FEW_CONTRIBUTORS] = ranked.count < rules.minimum_contributors
        protected |= hidden[FEW_CONTRIBUTORS]
    if rules.dominance_count is not None and rules.dominance_ratio is not None:
        dominant = ranked.largest(rules.dominance_count)
        hidden[DOMINANCE] = dominant > rules.dominance_ratio * ranked.sum
        above = np.maximum(
            above, np.where(hidden[DOMINANCE], dominant / rules.dominance_ratio - ranked.sum, 0)
        )
    if rules.p_ratio is not None:
        missing = rules.p_ratio * largest - (ranked.sum - two_largest)
        hidden[P_PERCENT] = missing > 0
        above = np.maximum(above, np.where(hidden[P_PERCENT], missing, 0))
    width = np.where(protected, rules.protection_ratio * ranked.sum, 0)
    above = np.maximum(above, width)
    above = np.where(ranked.sum > 0, np.maximum(above, rules.least_distance), above)
    return [
        SensitiveCell(
            cell, reasons, below=min(float(above[cell]), float(ranked.sum[cell])), above=float(above[cell])
        )
        for cell in cells
        if (ranked.sum[cell] > 0 or is_declared[cell])
        and (reasons := tuple(sorted(code for code, is_so in hidden.items() if is_so[cell])))
    ]
