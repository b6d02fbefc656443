"""Reading Parquet as text: every value by the shortest text that stands for exactly what the file stores."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from lingtan.intake.cells import Sheet
from lingtan.intake.problems import DeliveryProblemError
from lingtan.intake.xlsx import exact_text

MAGIC: Final = b"PAR1"
MAGIC_ENCRYPTED: Final = b"PARE"
#: A form has tens of thousands of rows at most; what unpacks to more than this is not one.
MOST_BYTES: Final = 256 * 1024 * 1024
MOST_CELLS: Final = 20_000_000


def is_parquet(content: bytes) -> bool:
    """Whether the bytes are a Parquet file, sound or not."""
    return content.startswith((MAGIC, MAGIC_ENCRYPTED))


def read_parquet_table(content: bytes, name: str) -> Sheet:
    """One Parquet file as a sheet with the addresses of a CSV: the names of its columns are row 1.

    Strings as they are, integers and decimals exactly without needless zeros, doubles in the shortest digits
    that give the same double back, dates ISO 8601, booleans as true and false; a null is an empty cell.

    Raises:
        DeliveryProblemError: `encrypted_file`, or `unreadable_file` for a damaged file or one that unpacks to
            more than a form can hold.
    """
    if content.startswith(MAGIC_ENCRYPTED) or content.endswith(MAGIC_ENCRYPTED):
        raise DeliveryProblemError("encrypted_file", "Parquet, encrypted", "Parquet", name)
    # A quarter of a second to import, and most deliveries hold none.
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        _check_size(file.metadata, name)
        columns = [_texts(column) for column in file.read(use_threads=False).itercolumns()]
        heads = list(file.schema_arrow.names)
    except (pa.ArrowException, OSError, UnicodeDecodeError, OverflowError) as error:
        raise DeliveryProblemError("unreadable_file", f"Parquet: {error}", "Parquet", name) from error
    rows: dict[int, dict[int, str]] = {1: {at: head for at, head in enumerate(heads, start=1) if head}}
    for number, texts in enumerate(zip(*columns, strict=True), start=2):
        cells = {column: text for column, text in enumerate(texts, start=1) if text}
        if cells:
            rows[number] = cells
    return Sheet(name=name, rows=rows)


def _check_size(metadata: Any, name: str) -> None:
    unpacked = sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups))
    cells = metadata.num_rows * metadata.num_columns
    if unpacked > MOST_BYTES or cells > MOST_CELLS:
        raise DeliveryProblemError(
            "unreadable_file",
            f"Parquet, {unpacked} bytes unpacked, {cells} cells",
            f"≤ {MOST_BYTES} bytes, ≤ {MOST_CELLS} cells",
            name,
        )


def _texts(column: Any) -> list[str | None]:
    """The texts of an Arrow column; a single-precision number has fewer shortest digits than a double."""
    import pyarrow as pa

    if pa.types.is_float32(column.type) or pa.types.is_float16(column.type):
        pairs = zip(column.to_numpy(zero_copy_only=False), column.is_null().to_pylist(), strict=True)
        return [None if is_null else _single(value) for value, is_null in pairs]
    return [None if value is None else _text(value) for value in column.to_pylist()]


def _single(value: Any) -> str:
    return exact_text(float(str(value)))


def _text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            # Not `normalize`: it rounds to the digits of a context.
            digits = f"{value:f}"
            return digits.rstrip("0").removesuffix(".") if "." in digits else digits
        case bytes():
            return value.decode("utf-8")
        case str() | float() | datetime() | date() | time():
            return exact_text(value)
        case _:
            return str(value)
