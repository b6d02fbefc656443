"""Withheld cells that readers can work out anyhow, so that withholding them protects nobody."""

from typing import Final

import numpy as np
from scipy.linalg import eigh

from lingtan.disclosure.table_system import Flags, TableSystem

#: Directions that shown cells hardly have are not counted as known.
_FAINT: Final = 1e-6
#: What is left of a cell, squared, below this share of it is the residue of rounding.
_NOTHING: Final = 1e-9


def determined_cells(system: TableSystem, hidden: Flags) -> Flags:
    """The hidden cells that are sums and differences of shown ones: to show them tells nothing more.

    Args:
        system: the linked tables.
        hidden: which cells are withheld.

    Returns:
        A flag a cell; none of them is shown already.
    """
    shown, places = system.cells[np.flatnonzero(~hidden)], np.flatnonzero(hidden)
    found = np.zeros(len(hidden), dtype=np.bool_)
    if not len(places) or not shown.shape[0]:
        return found
    asked = system.cells[places]
    # Cells are projected on what is shown by way of the products of shown cells, far fewer than amounts.
    sizes, directions = eigh((shown @ shown.T).toarray())
    known = sizes > _FAINT * sizes.max()
    along = directions[:, known].T @ (shown @ asked.T).toarray()
    whole = np.asarray(asked.multiply(asked).sum(axis=1)).ravel()
    left = whole - (along**2 / sizes[known][:, np.newaxis]).sum(axis=0)
    found[places] = left <= _NOTHING * whole
    return found
