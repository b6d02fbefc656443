"""Linear programmes of few rows and very many columns: few columns are enough, and prices say which.

Sifting (R. Bixby and others, "Very large-scale linear programming: a case study in combining interior point
and simplex methods", Operations Research 40, 1992): a programme of some columns is solved, those that its
prices would have are taken in, until there are none. The last answer is the exact one of all columns.
"""

from typing import Final

import highspy
import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array

from lingtan.disclosure.polytope import Vector, linear_programme, new_solver

Places = npt.NDArray[np.int_]

#: Columns to begin with, and to take in at a time: with more each programme takes longer, with fewer there
#: are more of them.
_AT_A_TIME: Final = 300
#: A column is wanted if its reduced cost is below minus this: the tolerance of HiGHS for dual values.
_WANTED: Final = 1e-7
#: From the last answer on with more columns the primal simplex goes fastest; where it does not move after so
#: many steps a row, the dual one begins anew.
_DUAL_SIMPLEX, _PRIMAL_SIMPLEX = 1, 4
_STEPS: Final = 4


class Sifting:
    """Programmes `minimise cost @ x` with `0 <= x <= upper` and bounds on `rows @ x`, over the same rows.

    Args:
        rows: rows x columns.
        weight: what is looked at first: the columns of the largest weight, in proportion to how much their
            price wants them.
    """

    def __init__(self, rows: csc_array, weight: Vector) -> None:
        self._rows = rows
        self._weight = weight
        self._heaviest = np.argsort(-weight, kind="stable")[:_AT_A_TIME]

    def least(self, row_bounds: tuple[Vector, Vector], upper: Vector, cost: Vector, begin: Places) -> Vector:
        """The columns of the cheapest answer.

        Args:
            row_bounds: least and largest value of each row; zero columns and those of `begin` have to be able
                to be within them.
            upper: what each column is at most.
            cost: of each column.
            begin: columns to begin with, beside the heaviest.

        Raises:
            ArithmeticError: Nothing is within all bounds, or nothing bounds the cost.
        """
        is_usable = upper > 0
        is_in = np.zeros(len(cost), dtype=np.bool_)
        is_in[self._heaviest] = is_in[begin] = True
        is_in &= is_usable
        taken = np.flatnonzero(is_in)
        solver = new_solver()
        for option, value in (("presolve", "off"), ("solver", "simplex")):
            solver.setOptionValue(option, value)
        solver.passModel(
            linear_programme(
                csr_array(self._rows[:, taken]), row_bounds, (np.zeros(len(taken)), upper[taken]), cost[taken]
            )
        )
        while True:
            self._solve(solver)
            found = solver.getSolution()
            reduced = cost - self._rows.T @ np.asarray(found.row_dual)
            wanted = np.flatnonzero(is_usable & ~is_in & (reduced < -_WANTED))
            if not len(wanted):
                columns = np.zeros(len(cost))
                columns[taken] = np.asarray(found.col_value)
                return columns
            gain = reduced[wanted] * self._weight[wanted]
            more = np.sort(wanted[np.argsort(gain, kind="stable")[:_AT_A_TIME]])
            is_in[more] = True
            taken = np.concatenate([taken, more])
            added = self._rows[:, more]
            solver.addCols(
                len(more),
                cost[more],
                np.zeros(len(more)),
                upper[more],
                added.nnz,
                added.indptr[:-1].astype(np.int32),
                added.indices.astype(np.int32),
                added.data,
            )

    def _solve(self, solver: highspy.Highs) -> None:
        solver.setOptionValue("simplex_strategy", _PRIMAL_SIMPLEX)
        solver.setOptionValue("simplex_iteration_limit", _STEPS * self._rows.shape[0])
        solver.run()
        if solver.getModelStatus() == highspy.HighsModelStatus.kIterationLimit:
            solver.clearSolver()
            solver.setOptionValue("simplex_strategy", _DUAL_SIMPLEX)
            solver.setOptionValue("simplex_iteration_limit", highspy.kHighsIInf)
            solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"no answer to a programme: {solver.getModelStatus().name}")
