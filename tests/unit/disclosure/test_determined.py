"""A cell that follows from shown ones is not withheld; one that does not, is."""

import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.determined import determined_cells
from lingtan.disclosure.table_system import TableSystem

#: Four amounts; the total, two rows and two columns of a square table, and its four cells.
CELLS = np.array(
    [
        [1, 1, 1, 1],
        [1, 1, 0, 0],
        [0, 0, 1, 1],
        [1, 0, 1, 0],
        [0, 1, 0, 1],
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
    ],
    dtype=float,
)


def found(*hidden: int) -> set[int]:
    size = len(CELLS)
    system = TableSystem(
        cells=csr_array(CELLS),
        owners=csr_array(np.ones((1, 4))),
        losses=np.ones(size),
        is_public=np.zeros(size, dtype=np.bool_),
        floors=np.zeros(4),
    )
    flags = np.zeros(size, dtype=np.bool_)
    flags[list(hidden)] = True
    return set(np.flatnonzero(determined_cells(system, flags)))


def test_one_cell_alone_follows_from_its_row() -> None:
    assert found(5) == {5}


def test_a_row_follows_from_the_total_and_the_other_row_though_its_cells_do_not() -> None:
    assert found(1, 5, 6, 7, 8) == {1}


def test_four_cells_of_a_square_hide_each_other() -> None:
    assert found(5, 6, 7, 8) == set()


def test_nothing_is_known_where_nothing_is_shown() -> None:
    assert found(*range(9)) == set()
