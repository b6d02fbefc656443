"""The suite over measurements: nothing fails, and everything was counted."""

from typing import Any

import polars as pl
from great_expectations.expectations.core.expect_column_values_to_be_between import (
    ExpectColumnValuesToBeBetween,
)
from great_expectations.expectations.core.expect_column_values_to_not_be_null import (
    ExpectColumnValuesToNotBeNull,
)

from quality.suites.run import ROW_LIMIT, run_suite


def expectations() -> list[Any]:
    """What every measurement has to meet."""
    return [
        ExpectColumnValuesToNotBeNull(column="checked_count", description="counted"),
        ExpectColumnValuesToNotBeNull(column="failing_count", description="failures counted"),
        ExpectColumnValuesToBeBetween(
            column="checked_count", min_value=0, description="a count is not negative"
        ),
        ExpectColumnValuesToBeBetween(
            column="failing_count", min_value=0, max_value=0, description="nothing fails"
        ),
    ]


def failing_rows(measurements: pl.DataFrame) -> set[int]:
    """Positions of the measurements that do not meet the suite.

    Args:
        measurements: a frame with the columns checked_count and failing_count, one row a rule and scope.
    """
    frame = measurements.select("checked_count", "failing_count")
    failing: set[int] = set()
    for start in range(0, max(frame.height, 1), ROW_LIMIT):
        for unmet in run_suite("measurements", frame.slice(start, ROW_LIMIT), expectations()):
            # An expectation about the whole frame leaves nobody out.
            rows = unmet.rows or range(min(ROW_LIMIT, frame.height - start))
            failing |= {start + row for row in rows}
    return failing
