"""How long a period is, and which year it is of: rules that compare with hours and years rest on it."""

import pytest

from quality.periods import with_period
from tests.builders.batches import build_batch


@pytest.mark.parametrize(
    ("period", "basis", "year", "months"),
    [
        ("2025", "discrete", 2025, 12),
        ("2025", "year_to_date", 2025, 12),
        ("2025-Q3", "discrete", 2025, 3),
        ("2025Q3", "year_to_date", 2025, 9),
        ("2025-02", "discrete", 2025, 1),
        ("2025-02", "year_to_date", 2025, 2),
        ("2025-11", "?", 2025, 1),
        ("", "discrete", None, None),
        ("first half", "discrete", None, None),
    ],
)
def test_months_and_year_of_a_period(period: str, basis: str, year: int | None, months: int | None) -> None:
    tables = {"cover": [{"period": period, "period_basis_code": basis}], "units": [{"unit_code": "U1"}]}
    batch = build_batch("park_return", tables)
    rows = with_period(batch.tables["park_return", "units"], batch)
    assert rows.select("period_year", "period_months").row(0) == (year, months)


def test_a_row_without_cover_stays() -> None:
    batch = build_batch("park_return", {"units": [{"unit_code": "U1", "submission_id": "S-2"}]})
    assert with_period(batch.tables["park_return", "units"], batch)["period_months"].to_list() == [None]
