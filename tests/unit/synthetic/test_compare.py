"""The comparison finds every kind of difference and nothing else."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.synthetic.compare import KINDS, Difference, compare, expected_cells
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth import Truth, truth


@pytest.fixture(scope="module")
def truths() -> list[Truth]:
    return [truth(nation(1)), truth(nation(2))]


@pytest.fixture
def release(tmp_path: Path, truths: list[Truth]) -> Path:
    tables: dict[str, pl.DataFrame] = {}
    for kind in KINDS:
        cells = (
            expected_cells(kind, truths)
            .drop("in_truth")
            .with_columns(pl.col("reference_year").cast(pl.Int32))
        )
        known = tables.get(kind.table)
        tables[kind.table] = cells if known is None else known.join(cells, on=kind.keys, validate="1:1")
    for name, table in tables.items():
        table.write_parquet(tmp_path / f"{name}.parquet")
    return tmp_path


def rewrite(release: Path, table: str, change: pl.DataFrame) -> None:
    change.write_parquet(release / f"{table}.parquet")


def test_a_release_that_says_the_truth_has_no_difference(release: Path, truths: list[Truth]) -> None:
    found = compare(release, truths)
    assert found.differences == ()
    assert found.is_equal
    assert found.cells == {
        "park_component": 2 * len(truths[0].park_components),
        "park_component_partial": 2 * len(truths[0].park_components),
        "park_total": 140,
        "park_energy": 560,
        "province_component": 310,
        "national_component": 10,
        "province_inventory": 62,
        "national_inventory": 2,
    }


def test_the_last_decimal_counts(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_national_inventory_year.parquet")
    last = pl.when(pl.col("reference_year") == 2026).then(Decimal("0.000000000001")).otherwise(Decimal(0))
    rewrite(release, "mart_national_inventory_year", table.with_columns(pl.col("emission_tco2e") + last))
    (difference,) = compare(release, truths).differences
    assert (difference.kind, difference.key, difference.cause) == (
        "national_inventory",
        ("2026", "CEADS-PROV"),
        "value",
    )
    assert Decimal(str(difference.found)) - Decimal(str(difference.expected)) == Decimal("1e-12")


def test_a_missing_and_a_surplus_key_are_differences(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_park_year.parquet").sort("reference_year", "park_code")
    renamed = table.with_columns(
        park_code=pl.when(pl.int_range(pl.len()) == 0).then(pl.lit("SL99")).otherwise("park_code")
    )
    rewrite(release, "mart_park_year", renamed)
    found = compare(release, truths)
    assert not found.is_equal
    assert {(one.cause, one.key[:2]) for one in found.differences} == {
        ("missing", ("2025", "SL11000001")),
        ("surplus", ("2025", "SL99")),
    }


def test_an_empty_value_is_not_a_zero(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_park_energy_year.parquet")
    is_one = (pl.col("park_code") == "SL11000001") & (pl.col("energy_method_code") == "EN-CAL-F")
    emptied = pl.when(is_one & (pl.col("reference_year") == 2025)).then(None).otherwise(pl.col("energy_tce"))
    rewrite(release, "mart_park_energy_year", table.with_columns(energy_tce=emptied))
    (difference,) = compare(release, truths).differences
    expected = truths[0].park_energy["SL11000001", "EN-CAL-F"]
    key = ("2025", "SL11000001", "physical", "EN-CAL-F")
    assert difference == Difference("park_energy", key, "value", f"{expected:.12f}", None)


def test_a_year_without_a_truth_is_a_surplus(release: Path, truths: list[Truth]) -> None:
    causes = {one.cause for one in compare(release, truths[:1]).differences}
    assert causes == {"surplus"}


def test_a_table_that_is_not_there_is_an_error(release: Path, truths: list[Truth]) -> None:
    (release / "mart_national_year.parquet").unlink()
    with pytest.raises(FileNotFoundError):
        compare(release, truths)
