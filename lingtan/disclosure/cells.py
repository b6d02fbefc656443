"""The cells of the public tables of one measure and year, as one system over the amounts they are sums of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from lingtan.disclosure.public_tables import PublicTable, PublicTables
from lingtan.disclosure.table_system import TableSystem

#: The code of a dimension that a cell sums over.
TOTAL: Final = "TOTAL"


@dataclass(frozen=True)
class Cells:
    """Cells and the system they form; row i of `keys` is cell i.

    Attributes:
        keys: a column for each dimension, with the code of the cell or TOTAL.
        system: the cells over the amounts.
        values: exact values of the cells, DECIMAL.
        owners: codes of the respondents, row by row of the system's owners.
    """

    keys: pl.DataFrame
    system: TableSystem
    values: pl.Series
    owners: pl.Series


def _combinations(public: PublicTables, tables: Sequence[PublicTable]) -> list[dict[str, str]]:
    """The levels by which cells are counted, dimension -> level; a dimension that is summed over is left out."""
    found: dict[frozenset[tuple[str, str]], dict[str, str]] = {}
    for table in tables:
        choices = [
            [None, *((dimension, level) for level in public.levels_above(dimension, finest))]
            for dimension, finest in table.by.items()
        ]
        for chosen in product(*choices):
            levels = dict(one for one in chosen if one is not None)
            found.setdefault(frozenset(levels.items()), levels)
    return list(found.values())


def _with_keys(frame: pl.DataFrame, dimensions: Sequence[str], levels: Mapping[str, str]) -> pl.DataFrame:
    return frame.with_columns(
        (pl.col(levels[dimension]) if dimension in levels else pl.lit(TOTAL)).alias(dimension)
        for dimension in dimensions
    )


def table_cells(public: PublicTables, table: PublicTable, keys: pl.DataFrame) -> pl.DataFrame:
    """Whether each cell is in a table: its codes are of the table's dimensions, no finer than its levels.

    Args:
        public: Everything published.
        table: The table.
        keys: Cells as in `Cells.keys`, with the column `levels`.

    Returns:
        The cells of the table, with the dimensions of the table.
    """
    inside = {
        "|".join(f"{d}={levels[d]}" for d in sorted(levels)) for levels in _combinations(public, [table])
    }
    return keys.filter(pl.col("levels").is_in(sorted(inside)))


def build_cells(public: PublicTables, tables: Sequence[PublicTable], contributions: pl.DataFrame) -> Cells:
    """The cells of tables that count one measure of one year.

    What a cell loses readers is what it holds, times the weight of the table of the highest weight that has it.
    The total of everything is never withheld.

    Args:
        public: Everything published.
        tables: The tables of the measure.
        contributions: owner_code, the finest levels, amount (`contributions.read_contributions`), of one year.
    """
    combinations = _combinations(public, tables)
    dimensions = sorted({dimension for table in tables for dimension in table.by})
    finest = sorted({level for levels in combinations for level in levels.values()})
    amounts = contributions.select(finest).unique().sort(finest).with_row_index("amount_at")
    parts = contributions.join(amounts, on=finest, maintain_order="left").with_columns(
        pl.col("owner_code").rank("dense").cast(pl.Int64).sub(1).alias("owner_at")
    )
    owners = parts.select("owner_at", "owner_code").unique().sort("owner_at")["owner_code"]

    rows = pl.concat(
        _with_keys(amounts, dimensions, levels)
        .select(*dimensions, "amount_at")
        .with_columns(pl.lit("|".join(f"{name}={levels[name]}" for name in sorted(levels))).alias("levels"))
        for levels in combinations
    )
    keys = rows.select("levels", *dimensions).unique().sort("levels", *dimensions).with_row_index("cell_at")
    members = rows.join(keys, on=["levels", *dimensions]).select("cell_at", "amount_at")

    values = (
        members.join(parts.select("amount_at", "amount"), on="amount_at")
        .group_by("cell_at")
        .agg(pl.col("amount").sum())
        .sort("cell_at")["amount"]
    )
    shape = (len(keys), len(amounts))
    found = parts["amount"].cast(pl.Float64).to_numpy()
    by_owner = csr_array(
        (found, (parts["owner_at"].to_numpy(), parts["amount_at"].to_numpy())), shape=(len(owners), shape[1])
    )
    by_owner.sum_duplicates()
    weights = np.zeros(shape[0])
    for table in tables:
        at = table_cells(public, table, keys)["cell_at"].to_numpy()
        weights[at] = np.maximum(weights[at], float(table.weight))
    size = np.abs(values.cast(pl.Float64).to_numpy())
    negative = np.asarray((by_owner < 0).sum(axis=0)).ravel() > 0
    system = TableSystem(
        cells=csr_array(
            (np.ones(len(members)), (members["cell_at"].to_numpy(), members["amount_at"].to_numpy())),
            shape=shape,
        ),
        owners=by_owner,
        losses=weights * (size + 1),
        is_public=(keys["levels"] == "").to_numpy(),
        is_signed=negative,
    )
    return Cells(keys.drop("cell_at"), system, values, owners)
