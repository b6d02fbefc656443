"""Who is missing: which months the returns of a park leave open, in the order a year is counted (L6)."""

import polars as pl
import pytest

from lingtan.intake.months_received import months_received


@pytest.mark.parametrize(
    ("returns", "months", "is_complete"),
    [
        ({"2025": "discrete"}, list(range(1, 13)), True),
        ({"2025": "year_to_date"}, list(range(1, 13)), True),
        ({"2025-01": "discrete", "2025-03": "discrete"}, [1, 3], False),
        ({f"2025-Q{number}": "discrete" for number in range(1, 5)}, list(range(1, 13)), True),
        ({"2025-Q2": "discrete", "2025-05": "discrete"}, [4, 5, 6], False),
        ({"2025-12": "year_to_date"}, list(range(1, 13)), True),
        ({"2025-Q4": "year_to_date"}, list(range(1, 13)), True),
        # January and February are sent jointly.
        ({"2025-02": "year_to_date", "2025-03": "discrete"}, [1, 2, 3], False),
        # A quarter that begins before the cumulative return ends is not taken: its March stays open.
        ({"2025-02": "year_to_date", "2025-Q1": "discrete"}, [1, 2], False),
        # Quarters that are the year by themselves are it, whatever cumulative return stands beside them.
        (
            {"2025-02": "year_to_date"} | {f"2025-Q{number}": "discrete" for number in range(1, 5)},
            list(range(1, 13)),
            True,
        ),
        (
            {"2025-02": "year_to_date"} | {f"2025-Q{number}": "discrete" for number in range(1, 4)},
            [1, 2, *range(4, 10)],
            False,
        ),
        ({"2025-06": "year_to_date", "2025-Q3": "discrete", "2025-Q4": "discrete"}, list(range(1, 13)), True),
        (
            {"2025-03": "year_to_date", "2025-06": "year_to_date", "2025-01": "discrete"},
            [*range(1, 7)],
            False,
        ),
    ],
)
def test_months_of_a_park(returns: dict[str, str], months: list[int], is_complete: bool) -> None:
    frame = pl.DataFrame(
        {
            "park_code": ["P"] * len(returns),
            "period_code": list(returns),
            "period_basis_code": list(returns.values()),
        }
    )
    (row,) = months_received(frame).iter_rows(named=True)
    assert (row["reference_year"], row["months"], row["is_complete"]) == (2025, months, is_complete)
    assert row["periods"] == sorted(returns)


def test_parks_and_years_are_told_apart() -> None:
    frame = pl.DataFrame(
        [("A", "2024-01", "discrete"), ("A", "2025-02", "discrete"), ("B", "2025-03", None)],
        schema=["park_code", "period_code", "period_basis_code"],
        orient="row",
    )
    rows = months_received(frame).select("park_code", "reference_year", "months").rows()
    assert rows == [("A", 2024, [1]), ("A", 2025, [2]), ("B", 2025, [3])]
