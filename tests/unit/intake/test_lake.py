"""The lake as the warehouse reads it: one pattern over all batches, typed also where nothing was sent."""

from pathlib import Path

import duckdb
import polars as pl

from lingtan.contracts.load import load_contracts
from lingtan.intake.lake import EMPTY, form_table, sweep, write_batch, write_empty_tables
from lingtan.places import Places


def test_every_table_can_be_queried_before_anything_came(tmp_path: Path) -> None:
    places = Places(tmp_path / "raw", tmp_path / "exports")
    write_empty_tables(places)
    for contract in load_contracts():
        for table in contract.tables:
            name = form_table(contract.form, table.name)
            query = (
                f"SELECT count(*) FROM read_parquet('{places.lake}/*/{name}.parquet', union_by_name = true)"
            )
            assert duckdb.sql(query).fetchone() == (0,)
    quantity = pl.read_parquet_schema(places.lake / EMPTY / "park_return__energy.parquet")["quantity"]
    assert quantity == pl.Decimal(25, 12)


def test_an_empty_file_of_another_contract_is_replaced(tmp_path: Path) -> None:
    places = Places(tmp_path / "raw", tmp_path / "exports")
    write_empty_tables(places)
    path = places.lake / EMPTY / "park_return__energy.parquet"
    sound = path.read_bytes()
    pl.DataFrame({"old": []}).write_parquet(path)
    write_empty_tables(places)
    assert path.read_bytes() == sound


def test_half_a_batch_is_never_seen_and_left_overs_are_swept(tmp_path: Path) -> None:
    places = Places(tmp_path / "raw", tmp_path / "exports")
    rows = pl.DataFrame({"x": ["1"]})
    write_batch(places, "B-1", {"t": rows, "nothing": rows.clear()})
    write_batch(places, "B-2", {"t": rows})
    half = places.lake / ".staging" / "B-3"
    half.mkdir(parents=True)
    rows.write_parquet(half / "t.parquet")
    assert duckdb.sql(f"SELECT count(*) FROM read_parquet('{places.lake}/*/t.parquet')").fetchone() == (2,)
    assert not (places.lake / "B-1" / "nothing.parquet").exists()
    sweep(places, {"B-1"})
    assert [path.name for path in places.lake.iterdir() if path.is_dir()] == ["B-1"]
