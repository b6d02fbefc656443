"""Small Parquet files with the same bytes for the same rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl

#: Fixed, because they decide the bytes.
_ROW_GROUP_SIZE: Final = 262_144
_COMPRESSION_LEVEL: Final = 3


def write_sorted(frame: pl.DataFrame, path: Path, key: Sequence[str]) -> None:
    """Write a frame sorted by key, then by all other columns.

    Args:
        frame: the rows in any order.
        path: the file.
        key: columns to sort by first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    rest = [name for name in frame.columns if name not in key]
    # One chunk: how rows came together must not show in the file.
    frame.sort([*key, *rest], nulls_last=True).rechunk().write_parquet(
        path,
        compression="zstd",
        compression_level=_COMPRESSION_LEVEL,
        statistics=True,
        row_group_size=_ROW_GROUP_SIZE,
    )
