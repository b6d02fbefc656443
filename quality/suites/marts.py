"""The suites over the small marts: provinces and nation, column by column."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Final

import polars as pl
from great_expectations.expectations.core.expect_column_pair_values_a_to_be_greater_than_b import (
    ExpectColumnPairValuesAToBeGreaterThanB,
)
from great_expectations.expectations.core.expect_column_values_to_be_between import (
    ExpectColumnValuesToBeBetween,
)
from great_expectations.expectations.core.expect_column_values_to_not_be_null import (
    ExpectColumnValuesToNotBeNull,
)

from quality.suites.run import ROW_LIMIT, run_suite


def _counts() -> list[Any]:
    """Parks are counted once, and no more report than are registered."""
    counts = ("park_count_registered", "park_count_reported", "park_count_partial")
    return [
        *(
            ExpectColumnValuesToBeBetween(column=name, min_value=0, description=f"{name} >= 0")
            for name in counts
        ),
        *(ExpectColumnValuesToNotBeNull(column=name, description=f"{name} is there") for name in counts),
        *(
            ExpectColumnPairValuesAToBeGreaterThanB(
                column_A=larger, column_B=smaller, or_equal=True, description=f"{smaller} <= {larger}"
            )
            for larger, smaller in pairwise(counts)
        ),
        ExpectColumnValuesToNotBeNull(column="component_code", description="every row has a component"),
    ]


#: Canonical table -> what its rows have to meet.
MART_SUITES: Final[Mapping[str, Callable[[], list[Any]]]] = {
    "mart_province_year": _counts,
    "mart_national_year": _counts,
}


def judge_mart(name: str, frame: pl.DataFrame) -> list[str]:
    """What a mart does not meet: `<expectation>: <row positions>`; empty if nothing.

    Args:
        name: a key of `MART_SUITES`.
        frame: its rows; expectations look at one row each, so a long mart is judged slice by slice.
    """
    found = []
    for start in range(0, max(frame.height, 1), ROW_LIMIT):
        unmet = run_suite(name, frame.slice(start, ROW_LIMIT), MART_SUITES[name]())
        found += [f"{one.expectation}: rows {[start + row for row in one.rows]}" for one in unmet]
    return found
