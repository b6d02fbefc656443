"""A programme answered by some of its columns, against the same programme with all of them."""

import highspy
import numpy as np
import pytest
from scipy.sparse import csc_array, csr_array, random_array

from lingtan.disclosure.polytope import INFINITY, Vector, linear_programme, new_solver
from lingtan.disclosure.sifting import Sifting

ROWS, COLUMNS = 20, 2500


def _least_of_all(rows: csc_array, bounds: tuple[Vector, Vector], upper: Vector, cost: Vector) -> float:
    solver = new_solver()
    solver.passModel(linear_programme(csr_array(rows), bounds, (np.zeros(len(cost)), upper), cost))
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(solver.getInfo().objective_function_value)


@pytest.mark.parametrize("weight", [1.0, -1.0])
@pytest.mark.parametrize("seed", range(6))
def test_the_answer_is_that_of_all_columns_wherever_it_begins(seed: int, weight: float) -> None:
    random = np.random.default_rng(seed)
    rows = csc_array(random_array((ROWS, COLUMNS), density=0.3, rng=random))
    bounds = np.zeros(ROWS), random.uniform(1, 50, ROWS)
    upper = np.where(random.random(COLUMNS) < 0.5, random.uniform(0, 3, COLUMNS), INFINITY)
    upper[random.random(COLUMNS) < 0.1] = 0.0
    cost = -np.asarray(rows.sum(axis=0)) * random.uniform(0, 1, COLUMNS)
    sifting = Sifting(rows, weight * random.uniform(0, 1, COLUMNS))
    found = sifting.least(bounds, upper, cost, np.arange(3))
    assert cost @ found == pytest.approx(_least_of_all(rows, bounds, upper, cost), rel=1e-6)
    assert (found >= -1e-9).all()
    assert (found <= upper + 1e-9).all()
    held = rows @ found
    assert (held >= bounds[0] - 1e-6).all()
    assert (held <= bounds[1] + 1e-6).all()


def test_what_nothing_bounds_is_no_answer() -> None:
    rows = csc_array(np.ones((1, 2)))
    unbounded = Sifting(rows, np.ones(2))
    with pytest.raises(ArithmeticError):
        unbounded.least(
            (np.array([-INFINITY]), np.array([INFINITY])),
            np.full(2, INFINITY),
            np.array([-1.0, 0.0]),
            np.arange(1),
        )
