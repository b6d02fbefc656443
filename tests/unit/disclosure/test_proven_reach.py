"""What projections and programmes prove of all cells at once, against the attack that asks one by one."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from lingtan.disclosure import proven_reach
from lingtan.disclosure.attack import Attack, Protected, Statements
from lingtan.disclosure.proven_reach import ProvenReach
from lingtan.disclosure.table_system import TableSystem
from lingtan.disclosure.witness import Demand

CELLS = 12


def _linked_tables(seed: int) -> TableSystem:
    """A table of 3 x 2 with margins, some sums with coefficients; some amounts may be negative."""
    random = np.random.default_rng(seed)
    inner = np.arange(6).reshape(3, 2)
    sums = [*([at] for at in range(6)), *inner.tolist(), *inner.T.tolist(), list(range(6))]
    rows = np.array([[at in cell for at in range(6)] for cell in sums], dtype=np.float64)
    rows[6:9] *= random.integers(1, 4, 6)
    owners = np.where(random.random((7, 6)) < 0.5, random.integers(1, 60, (7, 6)), 0).astype(np.float64)
    floors = np.where(random.random(6) < 0.2, -2 * owners.sum(axis=0), 0.0)
    return TableSystem(csr_array(rows), csr_array(owners), np.ones(CELLS), np.zeros(CELLS, bool), floors)


@pytest.mark.parametrize("many", [0, 100])
@pytest.mark.parametrize("seed", [seed for seed in range(12) if seed != 1])
def test_a_cell_reaches_its_distance_where_the_attack_says_so(
    seed: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers and every owner, at every withheld cell, a near and a far distance, up and down."""
    monkeypatch.setattr(proven_reach, "_MANY", many)
    system = _linked_tables(seed)
    hidden = np.random.default_rng(seed + 100).random(CELLS) < 0.7
    shown = np.flatnonzero(~hidden)
    values = system.totals[shown]
    statements = Statements.of_cells([str(cell) for cell in shown], shown, CELLS, values, values)
    demands, expected = [], []
    for knower in [(), *((owner,) for owner in range(7))]:
        attack = Attack(system, statements, knower)
        for cell in np.flatnonzero(hidden).tolist():
            for share in (0.1, 0.8):
                distance = share * float(system.totals[cell]) + 1
                found = attack.interval(Protected(cell, distance, distance))
                true = float(system.totals[cell])
                demands += [Demand(cell, distance, knower), Demand(cell, -distance, knower)]
                expected += [found.upper - true >= distance - 1e-4, true - found.lower >= distance - 1e-4]
    reached = ProvenReach(system, csr_array(system.cells[shown])).of(demands)
    proven = [far >= abs(one.distance) for one, far in zip(demands, reached, strict=True)]
    assert any(expected)
    assert proven == expected
