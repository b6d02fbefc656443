"""What somebody who reads published figures must hold possible, and how far a sum can lie in it."""

from dataclasses import dataclass
from typing import Final

import highspy
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

Vector = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int32]

INFINITY: Final = float("inf")


@dataclass(frozen=True)
class Extreme:
    """The end of an interval: how far a sum goes, where it does so, and what each statement holds it by.

    `prices` are the dual values of the statements: a change of a statement's bound moves the end by as much.
    `slopes` are those of the amounts' own bounds. Where nothing bounds the sum, `value` is infinite and the
    three vectors are empty.
    """

    value: float
    point: Vector
    prices: Vector
    slopes: Vector


def new_solver() -> highspy.Highs:
    """HiGHS, silent and on one thread: the same model gives the same answer anywhere (L4)."""
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("log_to_console", False), ("threads", 1)):
        solver.setOptionValue(option, value)
    return solver


def linear_programme(
    matrix: csr_array, row_bounds: tuple[Vector, Vector], column_bounds: tuple[Vector, Vector], cost: Vector
) -> highspy.HighsLp:
    """A linear programme `minimise cost @ x` with `row_bounds` on `matrix @ x` and `column_bounds` on x."""
    programme = highspy.HighsLp()
    programme.num_row_, programme.num_col_ = matrix.shape
    programme.col_cost_ = cost
    programme.col_lower_, programme.col_upper_ = column_bounds
    programme.row_lower_, programme.row_upper_ = row_bounds
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = matrix.indptr.astype(np.int32)
    programme.a_matrix_.index_ = matrix.indices.astype(np.int32)
    programme.a_matrix_.value_ = matrix.data.astype(np.float64)
    return programme


class Polytope:
    """All amounts within bounds that meet linear statements; each sum is asked from the last answer on.

    Args:
        statements: statements x amounts.
        statement_bounds: Lower and upper value of each statement; equal ones make an equation.
        amount_bounds: Lower and upper value of each amount.
    """

    def __init__(
        self,
        statements: csr_array,
        statement_bounds: tuple[Vector, Vector],
        amount_bounds: tuple[Vector, Vector],
    ) -> None:
        self._size = int(statements.shape[1])
        self._solver = new_solver()
        self._solver.setOptionValue("solver", "simplex")
        self._solver.passModel(
            linear_programme(statements, statement_bounds, amount_bounds, np.zeros(self._size))
        )
        self._asked: Indices = np.empty(0, dtype=np.int32)

    def restate(self, statement_bounds: tuple[Vector, Vector], amount_bounds: tuple[Vector, Vector]) -> None:
        """Change all bounds; the next answer does not rest on those before."""
        rows = np.arange(len(statement_bounds[0]), dtype=np.int32)
        self._solver.changeRowsBounds(len(rows), rows, *statement_bounds)  # type: ignore[attr-defined]
        amounts = np.arange(self._size, dtype=np.int32)
        self._solver.changeColsBounds(self._size, amounts, *amount_bounds)
        # To prepare the programme anew for each answer takes longer than to solve it.
        self._solver.setOptionValue("presolve", "off")
        self._solver.clearSolver()

    def _end(self, amounts: Indices, coefficients: Vector, sense: highspy.ObjSense) -> Extreme:
        solver = self._solver
        if len(self._asked):
            solver.changeColsCost(len(self._asked), self._asked, np.zeros(len(self._asked)))
        self._asked = amounts.astype(np.int32)
        solver.changeColsCost(len(self._asked), self._asked, coefficients)
        solver.changeObjectiveSense(sense)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kUnknown:
            # Numbers too far apart for where it stood: from the beginning it finds its way.
            solver.clearSolver()
            solver.setOptionValue("presolve", "on")
            solver.run()
            solver.setOptionValue("presolve", "off")
            status = solver.getModelStatus()
        if status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            nowhere = np.empty(0)
            return Extreme(
                INFINITY if sense == highspy.ObjSense.kMaximize else -INFINITY, nowhere, nowhere, nowhere
            )
        if status != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"the published figures contradict each other: {status.name}")
        found = solver.getSolution()
        return Extreme(
            float(solver.getObjectiveValue()),
            np.asarray(found.col_value),
            np.asarray(found.row_dual),
            np.asarray(found.col_dual),
        )

    def highest(self, amounts: Indices, coefficients: Vector) -> Extreme:
        """The largest value that a sum of amounts can have."""
        return self._end(amounts, coefficients, highspy.ObjSense.kMaximize)

    def lowest(self, amounts: Indices, coefficients: Vector) -> Extreme:
        """The smallest value that a sum of amounts can have."""
        return self._end(amounts, coefficients, highspy.ObjSense.kMinimize)
