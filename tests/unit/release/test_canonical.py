"""Canonical files: the same bytes for the same rows, whatever their order and however many threads (L4)."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.release.canonical import write_canonical
from lingtan.release.csv_files import write_csv_files
from lingtan.release.hashing import file_sha256
from lingtan.release.tables import ReleasedTable

TABLE = ReleasedTable("mart_example", ("year", "code"))
ROWS = "(2025, 'b', 1.5), (2025, '甲', null), (2024, null, 2), (2025, 'a', -0.000000000001)"


def _database(path: Path, query: str) -> Path:
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"create table mart_example as {query}")
    return path


def _rows(order: str) -> str:
    columns = "cast(year as integer) as year, code, cast(value as decimal(26,12)) as value"
    return f"select {columns} from (values {ROWS}) as t(year, code, value) order by {order}"


def test_rows_are_sorted_by_key_and_order_of_arrival_does_not_show(tmp_path: Path) -> None:
    written = [
        write_canonical(
            _database(tmp_path / f"{number}.duckdb", _rows(order)), tmp_path / str(number), [TABLE]
        )
        for number, order in enumerate(("value", "year desc, code", "code"))
    ]
    assert len({one.sha256 for (one,) in written}) == 1
    (one,) = written[0]
    assert one.row_count == 4
    assert one.sha256 == file_sha256(one.path)
    frame = pl.read_parquet(one.path)
    assert frame.select("year", "code").rows() == [(2024, None), (2025, "a"), (2025, "b"), (2025, "甲")]
    assert frame.schema["value"] == pl.Decimal(26, 12)


def test_many_row_groups_are_the_same_on_one_thread_and_on_two(tmp_path: Path) -> None:
    database = _database(
        tmp_path / "large.duckdb",
        "select (i * 7919) % 300007 as year, 'x' || (i % 977) as code, cast(i as decimal(26,12)) as value"
        " from range(300000) as r(i)",
    )
    (one,) = write_canonical(database, tmp_path / "two", [TABLE])
    single = tmp_path / "single.parquet"
    with duckdb.connect(str(database), read_only=True, config={"threads": 1}) as connection:
        connection.execute(
            "copy (select year, code, value from mart_example order by year nulls last, code nulls last)"
            f" to '{single}' (format parquet, compression zstd, row_group_size 122880)"
        )
    assert file_sha256(single) == one.sha256


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("select 1 as year, 'a' as other", "code"),
        ("select 1 as year, 'a' as code, sum(i) as total from range(3) as r(i)", "total"),
    ],
)
def test_what_has_no_canonical_form_is_refused(tmp_path: Path, query: str, named: str) -> None:
    # DuckDB would write a HUGEINT as DOUBLE without a word (L3).
    with pytest.raises(LingtanError, match=named):
        write_canonical(_database(tmp_path / "wide.duckdb", query), tmp_path / "out", [TABLE])


def test_a_missing_table_is_refused_and_old_files_do_not_stay(tmp_path: Path) -> None:
    database = _database(tmp_path / "one.duckdb", _rows("year"))
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mart_of_yesterday.parquet").write_bytes(b"old")
    write_canonical(database, folder, [TABLE])
    assert [path.name for path in folder.iterdir()] == ["mart_example.parquet"]
    with pytest.raises(LingtanError, match="mart_absent"):
        write_canonical(database, folder, [ReleasedTable("mart_absent", ("year",))])


def test_csv_keeps_order_decimals_and_the_difference_of_null_and_empty(tmp_path: Path) -> None:
    write_canonical(_database(tmp_path / "one.duckdb", _rows("value")), tmp_path / "data", [TABLE])
    assert write_csv_files(tmp_path / "data", tmp_path / "csv", [TABLE]) == ()
    assert (tmp_path / "csv" / "mart_example.csv").read_text(encoding="utf-8").splitlines() == [
        "year,code,value",
        "2024,,2.000000000000",
        "2025,a,-0.000000000001",
        "2025,b,1.500000000000",
        "2025,甲,",
    ]
