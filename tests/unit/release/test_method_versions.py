"""Which version of a method a plan names for a year: one, by the day from which versions are in force."""

from pathlib import Path

import pytest

from lingtan.errors import LingtanError
from lingtan.release.plan_tables import methods_table


def _seeds(folder: Path, *versions: str) -> Path:
    rows = ["method_code,method_version,valid_from", *versions]
    (folder / "methods.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_a_year_takes_the_newest_version_in_force_at_its_end(tmp_path: Path) -> None:
    seeds = _seeds(tmp_path, "A,2,2026-12-31", "A,10,2028-01-01", "A,1,2025-07-08", "B,1,")
    planned = methods_table(seeds, range(2024, 2029)).sort("method_code", "reference_year")
    assert planned.rows() == [
        # In force only later: the years before take the first version.
        (2024, "A", "1"),
        (2025, "A", "1"),
        (2026, "A", "2"),
        (2027, "A", "2"),
        (2028, "A", "10"),
        *((year, "B", "1") for year in range(2024, 2029)),
    ]  # fmt: skip


def test_two_versions_from_the_same_day_are_refused(tmp_path: Path) -> None:
    """L6: a year would have both."""
    seeds = _seeds(tmp_path, "A,1,2025-07-08", "A,2,2025-07-08")
    with pytest.raises(LingtanError, match=r"Two versions of method A .*2025-07-08"):
        methods_table(seeds, [2025])
