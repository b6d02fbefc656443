"""The fictional office's factor sets: complete, the same for every seed, visibly fictional (L8)."""

import csv
from decimal import Decimal
from pathlib import Path

import yaml

from lingtan.synthetic.reference_sets import (
    equivalent_coefficients,
    provincial_factors,
    write_reference_sets,
)


def test_every_sector_and_fuel_has_a_factor_and_every_year_a_coefficient() -> None:
    assert len(provincial_factors()) == 47 * 17
    assert all(value > 0 for value in provincial_factors().values())
    coefficients = equivalent_coefficients()
    assert list(coefficients) == list(range(2025, 2035))
    assert coefficients[2025] == Decimal("0.3052")
    assert sorted(coefficients.values(), reverse=True) == list(coefficients.values())


def test_the_files_say_what_the_office_published(tmp_path: Path) -> None:
    written = write_reference_sets(tmp_path)
    assert len(written) == 4
    described = yaml.safe_load(written[1].read_text(encoding="utf-8"))
    assert described["purpose"] == "provincial_inventory"
    assert "虚构" in described["title"]["zh"]
    assert "fictional" in described["title"]["en"]
    with written[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = described["maps"]["carrier"]
    found = {(row["sector"], names[row["fuel"]]): Decimal(row["mt_co2_per_unit"]) for row in rows}
    assert found == provincial_factors()


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    first, second = write_reference_sets(tmp_path / "a"), write_reference_sets(tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
