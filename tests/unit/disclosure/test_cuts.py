"""What every pattern that protects must withhold, worked out by hand."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from lingtan.disclosure.cuts import CutSearch
from lingtan.disclosure.table_system import TableSystem
from lingtan.disclosure.witness import Demand

#: A sum of 112: the sensitive cell 100, and two of 6. Cells: the three, then the sum; an owner for each.
SENSITIVE, SMALL, OTHER, SUM = range(4)
ROWS = csr_array(np.vstack([np.eye(3), np.ones(3)]))
SYSTEM = TableSystem(ROWS, csr_array(np.diag([100.0, 6.0, 6.0])), np.ones(4), np.zeros(4, bool), np.zeros(3))


def _hidden(*cells: int) -> np.ndarray:
    return np.isin(np.arange(4), cells)


def test_a_small_cell_counts_for_what_it_can_give() -> None:
    """Ten more in the sensitive cell: the sum can take all of it, each small cell can give six of ten."""
    cut = CutSearch(SYSTEM).violated(_hidden(SENSITIVE), Demand(SENSITIVE, 10))
    assert cut == pytest.approx([0, 0.6, 0.6, 1])


def test_with_one_small_cell_hidden_four_are_missing_and_the_other_has_them() -> None:
    cut = CutSearch(SYSTEM).violated(_hidden(SENSITIVE, SMALL), Demand(SENSITIVE, 10))
    assert cut == pytest.approx([0, 0, 1, 1])


def test_downwards_whatever_is_hidden_can_take_all() -> None:
    cut = CutSearch(SYSTEM).violated(_hidden(SENSITIVE), Demand(SENSITIVE, -10))
    assert cut == pytest.approx([0, 1, 1, 1])


@pytest.mark.parametrize("others", [(SMALL, OTHER), (SUM,)])
def test_a_pattern_that_meets_the_demand_breaks_no_cut(others: tuple[int, ...]) -> None:
    assert CutSearch(SYSTEM).violated(_hidden(SENSITIVE, *others), Demand(SENSITIVE, 10)) is None


def test_an_insider_knows_that_the_own_cell_gives_nothing() -> None:
    """To the owner of one small cell ten more can come out of the sum alone: the other has but six."""
    cut = CutSearch(SYSTEM).violated(_hidden(SENSITIVE, SMALL), Demand(SENSITIVE, 10, insiders=(SMALL,)))
    assert cut == pytest.approx([0, 0, 0.6, 1])
