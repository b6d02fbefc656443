"""A filled form as a Parquet bundle: one zip with one Parquet file a table."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl

from lingtan.contracts.batch import POLARS_TYPES, REPORTED_VALUE
from lingtan.contracts.csv_bundle import text_of_value
from lingtan.contracts.form_rows import FormRows, rows_of
from lingtan.contracts.model import Column, Contract, Table
from lingtan.contracts.steady_zip import write_steady_zip


def write_parquet_bundle(contract: Contract, path: Path, rows: FormRows) -> None:
    """Write `<table>.parquet` for every table of the form.

    A column has the type its contract says, decimals as DECIMAL(25,12); where a notation key or another text
    stands among its values, or a decimal has more digits than that, the whole column is text. A table that
    the form does not require is left out where `rows` does not name it. Equal input gives equal bytes (L4).

    Raises:
        ValueError: a table or column the contract does not know.
        TypeError: a value of another type; a float is refused (L3).
    """
    write_steady_zip(
        path,
        [
            (f"{table.name}.parquet", _table_bytes(contract, table, rows))
            for table in contract.tables
            if table.required or table.name in rows
        ],
    )


def _table_bytes(contract: Contract, table: Table, rows: FormRows) -> bytes:
    given = rows_of(contract, table, rows)
    frame = pl.DataFrame([_series(column, [row[column.name] for row in given]) for column in table.columns])
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=False)
    return buffer.getvalue()


def _series(column: Column, values: Sequence[object]) -> pl.Series:
    dtype = POLARS_TYPES[column.type]
    if all(value is None or _fits(value, dtype) for value in values):
        return pl.Series(column.name, values, dtype=dtype)
    return pl.Series(column.name, [text_of_value(value) or None for value in values], dtype=pl.String())


def _fits(value: object, dtype: pl.DataType) -> bool:
    match value:
        case bool():
            return isinstance(dtype, pl.Boolean)
        case Decimal() | int() if isinstance(dtype, pl.Decimal):
            places = -int(Decimal(value).as_tuple().exponent)
            return places <= REPORTED_VALUE.scale and abs(value) < 10 ** (
                REPORTED_VALUE.precision - REPORTED_VALUE.scale
            )
        case int():
            return isinstance(dtype, pl.Int64)
        case date():
            return isinstance(dtype, pl.Date)
        case str():
            return isinstance(dtype, pl.String)
        case _:
            return False
