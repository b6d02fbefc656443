"""The comparison finds every kind of difference and nothing else."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

from lingtan.synthetic.compare import KINDS, Difference, compare, expected_cells
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth import Truth, truth


@pytest.fixture(scope="module")
def truths() -> list[Truth]:
    """A year of some parks, and the same a year later."""
    made = nation(1)
    some = [one for one in made.returns if one.park.province_code in {"110000", "330000"}]
    with_periods = {one.park.code for one in made.compared}
    more = [one for one in made.returns if one.park.code in with_periods]
    first = truth(replace(made, returns=(*some, *more), not_counted=()))
    return [first, replace(first, seed=2, year=2026)]


@pytest.fixture(scope="module")
def tables(truths: list[Truth]) -> dict[str, pl.DataFrame]:
    found: dict[str, pl.DataFrame] = {}
    for kind in KINDS:
        cells = expected_cells(kind, truths).with_columns(pl.col("reference_year").cast(pl.Int32))
        if kind.only is not None:
            column, values = kind.only
            number = next(iter(kind.columns))
            nine = pl.lit(9).cast(cells.schema[number]).alias(number)
            other = cells.with_columns(pl.lit("OTHER").alias(column), nine)
            shown = cells.with_columns(pl.lit(values[0]).alias(column))
            cells = pl.concat([shown, other.select(shown.columns)])
            if kind.is_summed:
                less = other.with_columns(pl.lit(values[-1]).alias(column), -nine)
                unknown = less.with_columns(pl.lit(None).cast(cells.schema[number]).alias(number))
                plus = less.with_columns(nine)
                cells = pl.concat([cells, *(each.select(cells.columns) for each in (less, plus, unknown))])
        known = found.get(kind.table)
        found[kind.table] = cells if known is None else known.join(cells, on=kind.keys, validate="1:1")
    return found


@pytest.fixture
def release(tmp_path: Path, tables: dict[str, pl.DataFrame]) -> Path:
    for name, table in tables.items():
        table.write_parquet(tmp_path / f"{name}.parquet")
    return tmp_path


def rewrite(release: Path, table: str, change: pl.DataFrame) -> None:
    change.write_parquet(release / f"{table}.parquet")


def test_a_release_that_says_the_truth_has_no_difference(release: Path, truths: list[Truth]) -> None:
    found = compare(release, truths)
    assert found.differences == ()
    assert found.is_equal
    assert found.cells["park_component"] == 2 * 3 * len(truths[0].cells["park_component"])
    assert found.cells["park_net"] == 2 * 12 * len(truths[0].cells["net_gross"])
    assert found.cells["finding"] == 2 * len(truths[0].cells["finding"])
    assert found.cells.keys() == {kind.name for kind in KINDS}
    assert len({kind.zh for kind in KINDS}) == len({kind.en for kind in KINDS}) == len(KINDS)


def test_a_database_is_compared_like_a_folder(
    tmp_path: Path, tables: dict[str, pl.DataFrame], truths: list[Truth]
) -> None:
    path = tmp_path / "release.duckdb"
    with duckdb.connect(path) as connection:
        for name, table in tables.items():
            connection.register("given", table)
            connection.execute(f"create table {name} as select * from given")
    assert compare(path, truths).is_equal
    assert {one.cause for one in compare(path, truths[:1]).differences} == {"surplus"}


def test_the_last_decimal_counts(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_production_consumption.parquet")
    is_one = (
        (pl.col("reference_year") == 2026)
        & (pl.col("area_code") == "CN")
        & (pl.col("boundary_code") == "physical")
        & (pl.col("scope2_basis_code") == "market")
    )
    last = pl.when(is_one).then(Decimal("0.000000000001")).otherwise(Decimal(0))
    changed = table.with_columns((pl.col("received_tco2e") + last).cast(pl.Decimal(38, 12)))
    rewrite(release, "mart_production_consumption", changed)
    (difference,) = compare(release, truths).differences
    assert difference.key == ("2026", "CN", "physical", "GHGI", "market")
    assert (difference.kind, difference.column) == ("production_consumption", "received_tco2e")
    assert Decimal(str(difference.found)) - Decimal(str(difference.expected)) == Decimal("1e-12")
    assert str(difference).startswith(
        "production_consumption [2026 CN physical GHGI market] received_tco2e: "
    )


def test_a_missing_and_a_surplus_row_are_differences(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_park_year.parquet").sort("reference_year", "park_code")
    renamed = table.with_columns(
        park_code=pl.when(pl.int_range(pl.len()) == 0).then(pl.lit("SL99")).otherwise("park_code")
    )
    rewrite(release, "mart_park_year", renamed)
    found = compare(release, truths)
    assert not found.is_equal
    assert {(one.cause, one.key[:2], one.column) for one in found.differences} == {
        ("missing", ("2025", "SL11000001"), ""),
        ("surplus", ("2025", "SL99"), ""),
    }


def test_a_finding_that_is_not_true_and_one_that_is_not_told_are_differences(
    release: Path, truths: list[Truth]
) -> None:
    table = pl.read_parquet(release / "mart_findings.parquet").sort(pl.all())
    told, untold = table.row(0), table.row(-1)
    false = table.head(1).with_columns(finding_code=pl.lit("negative_gas_balance"))
    # A finding has a row for each thing it is about: rows of one code count once.
    rewrite(release, "mart_findings", pl.concat([table.head(1), table.head(-1), false]))
    found = {(one.cause, one.key) for one in compare(release, truths).differences}
    assert found == {
        ("surplus", (str(told[0]), *told[1:3], "negative_gas_balance")),
        ("missing", (str(untold[0]), *untold[1:])),
    }


def test_an_empty_value_is_not_a_zero(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_park_energy_year.parquet")
    is_one = (pl.col("park_code") == "SL11000001") & (pl.col("energy_method_code") == "EN-CAL-F")
    emptied = pl.when(is_one & (pl.col("reference_year") == 2025)).then(None).otherwise(pl.col("energy_tce"))
    rewrite(release, "mart_park_energy_year", table.with_columns(energy_tce=emptied))
    differences = compare(release, truths).differences
    expected = truths[0].cells["energy_use"]["SL11000001", "physical", "EN-CAL-F"]
    key = ("2025", "SL11000001", "physical", "EN-CAL-F")
    assert differences == (Difference("park_energy", key, "energy_tce", "value", f"{expected:.12f}", None),)


def test_a_partial_flag_that_is_wrong_is_a_difference(release: Path, truths: list[Truth]) -> None:
    table = pl.read_parquet(release / "mart_park_net_year.parquet")
    rewrite(release, "mart_park_net_year", table.with_columns(is_partial=pl.lit(value=True)))
    found = compare(release, truths).differences
    assert {(one.column, one.expected, one.found) for one in found} == {("is_partial", "false", "true")}


def test_a_year_without_a_truth_is_a_surplus(release: Path, truths: list[Truth]) -> None:
    causes = {one.cause for one in compare(release, truths[:1]).differences}
    assert causes == {"surplus"}


def test_a_table_that_is_not_there_is_an_error(release: Path, truths: list[Truth]) -> None:
    (release / "mart_national_year.parquet").unlink()
    with pytest.raises(FileNotFoundError):
        compare(release, truths)
    with pytest.raises(FileNotFoundError):
        compare(release / "none.duckdb", truths)
