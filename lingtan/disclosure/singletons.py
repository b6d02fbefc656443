"""Respondents that are alone in a withheld cell: they know more of the cells beside it.

Two cells of one respondent each hide each other from readers and not from the two. Of the respondents alone
in a cell of one line, the largest one knows most about the others (as in the p % rule, where the second
largest contributor gets nearest).
"""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.table_system import TableSystem
from lingtan.disclosure.witness import Demand


def demands_of_singletons(system: TableSystem, demands: Sequence[Demand], p_ratio: float) -> list[Demand]:
    """What the largest respondent alone in a cell beside a sensitive one must be left uncertain about.

    Beside a cell is what the smallest cells around it have in them. To such a respondent the largest
    contribution to the cell must be uncertain by `p_ratio` of its size from above, as the p % rule has it: a
    floor alone is no estimate.

    Args:
        system: The linked tables.
        demands: What readers must be left uncertain about.
        p_ratio: Share of the largest contribution, as in the p % rule.
    """
    sensitive = sorted({one.cell for one in demands})
    by_cell = system.contributions_by_cell
    counts = np.diff(by_cell.indptr)
    alone = [cell for cell in sensitive if counts[cell] == 1]
    has = csr_array((system.cells != 0).astype(np.float64))
    sizes = np.diff(has.indptr)
    found = []
    for cell in sensitive:
        own = slice(by_cell.indptr[cell], by_cell.indptr[cell + 1])
        distance = p_ratio * float(by_cell.data[own].max(initial=0.0))
        knowers = {
            int(by_cell.indices[by_cell.indptr[one]]) for one in _beside(system, has, sizes, cell, alone)
        }
        for knower in sorted(knowers - set(by_cell.indices[own].tolist())):
            found += [Demand(cell, distance, (knower,))] if distance else []
    return found


def _beside(
    system: TableSystem, has: csr_array, sizes: np.ndarray, cell: int, alone: Sequence[int]
) -> Iterator[int]:
    """Of each smallest cell around a cell, the largest one that somebody is alone in."""
    shared = (has @ has[[cell]].T).toarray().ravel()
    around = np.flatnonzero((shared == sizes[cell]) & (sizes > sizes[cell]))
    apart = [one for one in alone if shared[one] == 0]
    if not len(around) or not apart:
        return
    of_around = (has[around] @ has[around].T).toarray()
    inner = (of_around == sizes[around][np.newaxis, :]) & (
        sizes[around][np.newaxis, :] < sizes[around][:, np.newaxis]
    )
    smallest = around[~inner.any(axis=1)]
    inside = (has[smallest] @ has[apart].T).toarray() == sizes[apart][np.newaxis, :]
    size = np.abs(system.totals[apart])
    for row in inside:
        if row.any():
            yield apart[int(np.argmax(np.where(row, size, -1.0)))]
