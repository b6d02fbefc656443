"""The fictional office's factor sets: complete, the same for every seed, visibly fictional (L8)."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import polars as pl
import yaml

from lingtan.intake.reference_sets import read_reference_sets
from lingtan.places import Places
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
    assert len(written) == 10
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


def test_the_office_reader_takes_both_sets_without_a_problem(tmp_path: Path) -> None:
    places = Places(raw=tmp_path / "raw", exports=tmp_path / "exports")
    write_reference_sets(places.office_reference)
    sets = read_reference_sets(places)
    assert sets.problems.is_empty()
    assert dict(sets.factors.group_by("purpose_code").len().iter_rows()) == {
        "provincial_inventory": 799,
        "energy_equivalent": 10,
        "energy_loss": 1,
        "scope3": 25,
    }
    read = {
        (row["activity_code"], row["carrier_code"]): row["value"]
        for row in sets.factors.filter(pl.col("purpose_code") == "provincial_inventory").iter_rows(named=True)
    }
    # Mt CO2 per 10 kt becomes t per t, rounded half up once at 12 places.
    for sector in ("S01", "S47"):
        exact = provincial_factors()[sector, "raw_coal"] * 100
        assert read[sector, "raw_coal"] == exact.quantize(Decimal("1e-12"), ROUND_HALF_UP)
