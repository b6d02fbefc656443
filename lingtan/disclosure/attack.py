"""The intervals that somebody can compute for protected cells from everything that was published.

Whatever is published is a linear statement about cells: a value to its last digit, a share, an order, the
class of a map, the end of an axis; of this release and of all before it. Amounts that stay as they were from
one release to the next are one unknown, a revised or new one is another: so a difference between releases is
seen.

A reader knows the statements and that amounts which cannot be negative are not; a contributor knows the own
amounts too; a coalition those of all its members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, vstack

from lingtan.disclosure.polytope import INFINITY, Extreme, Polytope, Vector
from lingtan.disclosure.table_system import TableSystem

#: A statement belongs to the proof of a bound if its price is above this: below it is the solver's residue.
_PRICE: Final = 1e-7
#: An interval reaches what it must within this share of the distance.
_SLACK: Final = 1e-6


@dataclass(frozen=True)
class Statements:
    """What was published, as bounds on sums of cells.

    Attributes:
        names: What each statement is, for the message of a breach: release, file, table, figure.
        terms: statements x cells: the coefficients.
        lower, upper: What the sum lies between; a figure rounded to a unit lies within half of it.
    """

    names: Sequence[str]
    terms: csr_array
    lower: Vector
    upper: Vector

    @classmethod
    def of_cells(
        cls, names: Sequence[str], cells: npt.NDArray[np.int_], cell_count: int, lower: Vector, upper: Vector
    ) -> "Statements":
        """Statements of one cell each: what its published value says."""
        rows = (np.ones(len(cells)), (np.arange(len(cells)), cells))
        return cls(names, csr_array(rows, shape=(len(cells), cell_count)), lower, upper)

    @classmethod
    def together(cls, parts: Sequence["Statements"]) -> "Statements":
        """Everything that was published anywhere."""
        return cls(
            [name for part in parts for name in part.names],
            csr_array(vstack([part.terms for part in parts], format="csr")),
            np.concatenate([part.lower for part in parts]),
            np.concatenate([part.upper for part in parts]),
        )


@dataclass(frozen=True)
class Protected:
    """A cell that must stay uncertain: it has to be possible that it lies so far below and above it."""

    cell: int
    below: float
    above: float


@dataclass(frozen=True)
class Interval:
    """What somebody can say about a protected cell.

    Attributes:
        cell: The cell.
        knower: The respondents whose own amounts are known, none for a reader.
        lower, upper: The ends of the interval.
        is_breached: An end lies inside the protection interval.
        equations: Names of the statements that hold a breached end where it is.
    """

    cell: int
    knower: tuple[int, ...]
    lower: float
    upper: float
    is_breached: bool
    equations: tuple[str, ...]


class Attack:
    """One reader, contributor or coalition at work on all statements.

    Args:
        system: Every cell of every release over the amounts of all of them, with their owners.
        statements: Everything published.
        knower: Respondents who put their own amounts together; nobody: a reader.
    """

    def __init__(self, system: TableSystem, statements: Statements, knower: tuple[int, ...] = ()) -> None:
        self._system = system
        self._statements = statements
        self._knower = knower
        # Numbers of one size: HiGHS judges residues against 1.
        self._scale = 1e5 / max(float(np.abs(system.totals).max(initial=0)), 1e-300)
        lower = system.floors * self._scale
        upper = np.full(len(lower), INFINITY)
        if knower:
            own = np.asarray(system.owners[list(knower)].sum(axis=0)).ravel() * self._scale
            parts = np.asarray((system.owners[list(knower)] != 0).sum(axis=0)).ravel()
            lower = np.where(system.floors < 0, lower, own)
            is_alone = (parts > 0) & (parts == system.owner_counts)
            lower, upper = np.where(is_alone, own, lower), np.where(is_alone, own, upper)
        self._polytope = Polytope(
            csr_array(statements.terms @ system.cells),
            (statements.lower * self._scale, statements.upper * self._scale),
            (lower, upper),
        )

    def interval(self, protected: Protected) -> Interval:
        """What the attacker can say about a cell, and by which statements where that is too much."""
        row = self._system.cells[[protected.cell]]
        amounts, coefficients = row.indices.astype(np.int32), row.data.astype(np.float64)
        lowest = self._polytope.lowest(amounts, coefficients)
        highest = self._polytope.highest(amounts, coefficients)
        lower, upper = lowest.value / self._scale, highest.value / self._scale
        value = float(self._system.totals[protected.cell])
        is_low_known = lower > value - protected.below * (1 - _SLACK)
        is_high_known = upper < value + protected.above * (1 - _SLACK)
        return Interval(
            cell=protected.cell,
            knower=self._knower,
            lower=lower,
            upper=upper,
            is_breached=is_low_known or is_high_known,
            equations=tuple(
                dict.fromkeys(
                    [
                        *(self._holding(lowest) if is_low_known else ()),
                        *(self._holding(highest) if is_high_known else ()),
                    ]
                )
            ),
        )

    def _holding(self, end: Extreme) -> list[str]:
        return [self._statements.names[int(at)] for at in np.flatnonzero(np.abs(end.prices) > _PRICE)]
