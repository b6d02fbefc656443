"""The cells of the public tables of one measure and year, as one system over the amounts they are sums of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
import polars as pl
from scipy.sparse import csr_array

from lingtan.disclosure.public_tables import PublicTable, PublicTables
from lingtan.disclosure.table_system import Flags, TableSystem

#: The code of a dimension that a cell sums over.
TOTAL: Final = "TOTAL"


@dataclass(frozen=True)
class Cells:
    """Cells and the system they form; row i of `keys` is cell i.

    Attributes:
        keys: release_at (which release the cell is in), levels (by which it is counted), a column for each
            dimension with the code of the cell or TOTAL, and is_new: the part of a cell that the release has
            and the one before it had not, or not so; it is in no table, but readers can take the difference.
        system: the cells over the amounts.
        values: exact values of the cells, DECIMAL.
        owners: codes of the respondents, row by row of the system's owners.
        is_declared: cells withheld because a respondent in them declared its amount confidential.
    """

    keys: pl.DataFrame
    system: TableSystem
    values: pl.Series
    owners: pl.Series
    is_declared: Flags


def _levels_text(levels: Mapping[str, str]) -> str:
    return "|".join(f"{dimension}={levels[dimension]}" for dimension in sorted(levels))


def _combinations(public: PublicTables, tables: Sequence[PublicTable]) -> list[dict[str, str]]:
    """The levels by which cells are counted, dimension -> level; what is summed over is left out."""
    found: dict[str, dict[str, str]] = {}
    for table in tables:
        choices = [
            [None, *((dimension, level) for level in public.levels_above(dimension, finest))]
            for dimension, finest in table.by.items()
        ]
        for chosen in product(*choices):
            levels = dict(one for one in chosen if one is not None)
            found.setdefault(_levels_text(levels), levels)
    return list(found.values())


def table_levels(public: PublicTables, table: PublicTable) -> list[str]:
    """The `levels` of the cells that a table has."""
    return [_levels_text(levels) for levels in _combinations(public, [table])]


def _parts(releases: Sequence[pl.DataFrame], finest: Sequence[str]) -> pl.DataFrame:
    """What each unit has in the finest cells, once for each value, with the releases that have it."""
    stated = pl.concat(
        frame.group_by("owner_code", "unit_key", *finest)
        .agg(pl.col("amount").sum(), pl.col("is_declared").any())
        .with_columns(pl.lit(at).alias("release_at"))
        for at, frame in enumerate(releases)
    )
    return (
        stated.group_by("owner_code", "unit_key", *finest, "amount", "is_declared")
        .agg(pl.col("release_at").unique().sort().cast(pl.String).str.join(",").alias("releases"))
        .sort("owner_code", "unit_key", *finest, "amount", "is_declared")
    )


def build_cells(
    public: PublicTables, tables: Sequence[PublicTable], releases: Sequence[pl.DataFrame]
) -> Cells:
    """The cells of tables that count one measure of one year, in one release or several.

    What a unit states in two releases alike is one amount, so that the system knows what their difference
    says. What a cell loses readers is what it holds, times the weight of the table of the highest weight that
    has it. The total of everything is not withheld for the sake of others, nor is anything of an earlier
    release.

    Args:
        public: Everything published.
        tables: The tables of the measure.
        releases: Contributions of one year (`contributions.read_contributions`), the oldest release first.
    """
    combinations = _combinations(public, tables)
    dimensions = sorted({dimension for table in tables for dimension in table.by})
    finest = sorted({level for levels in combinations for level in levels.values()})
    parts = _parts(releases, finest)
    identity = [*finest, "releases"]
    amounts = parts.select(identity).unique().sort(identity).with_row_index("amount_at")
    parts = parts.join(amounts, on=identity, maintain_order="left").with_columns(
        pl.col("owner_code").rank("dense").cast(pl.Int64).sub(1).alias("owner_at")
    )
    owners = parts.select("owner_at", "owner_code").unique().sort("owner_at")["owner_code"]

    keyed = pl.concat(
        amounts.select(
            "amount_at",
            "releases",
            pl.lit(_levels_text(levels)).alias("levels"),
            *((pl.col(levels[name]) if name in levels else pl.lit(TOTAL)).alias(name) for name in dimensions),
        )
        for levels in combinations
    )
    members = pl.concat(
        [_in_release(keyed, at) for at in range(len(releases))]
        + [_new_in_release(keyed, at) for at in range(1, len(releases))]
    )
    key = ["release_at", "is_new", "levels", *dimensions]
    keys = members.select(key).unique().sort(key).with_row_index("cell_at")
    members = members.join(keys, on=key).select("cell_at", "amount_at")
    values = (
        members.join(parts.select("amount_at", "amount"), on="amount_at")
        .group_by("cell_at")
        .agg(pl.col("amount").sum())
        .sort("cell_at")["amount"]
    )
    return Cells(
        keys.drop("cell_at"),
        _system(public, tables, keys, members, parts, values, newest=len(releases) - 1),
        values,
        owners,
        _is_declared(tables, keys, members, parts),
    )


def _is_declared(
    tables: Sequence[PublicTable], keys: pl.DataFrame, members: pl.DataFrame, parts: pl.DataFrame
) -> Flags:
    """Finest cells of tables in which somebody takes part who declared its amount confidential.

    And every cell that has nothing else: its sum would be a zero that is none.
    """
    finest = {_levels_text(table.by) for table in tables if table.withholds_declared}
    has = [
        pl.col("cell_at").is_in(members.join(chosen, on="amount_at", how="semi")["cell_at"].implode())
        for chosen in (parts.filter("is_declared"), parts.filter(pl.col("amount") != 0))
    ]
    is_declared = has[0] & ~pl.col("is_new") & (pl.col("levels").is_in(finest) | ~has[1])
    return keys.select(is_declared).to_series().to_numpy()


def _in_release(keyed: pl.DataFrame, release: int) -> pl.DataFrame:
    has = pl.col("releases").str.split(",").list.contains(str(release))
    return keyed.filter(has).with_columns(
        pl.lit(release).alias("release_at"), pl.lit(value=False).alias("is_new")
    )


def _new_in_release(keyed: pl.DataFrame, release: int) -> pl.DataFrame:
    had = pl.col("releases").str.split(",").list.contains(str(release - 1))
    return _in_release(keyed, release).filter(~had).with_columns(pl.lit(value=True).alias("is_new"))


def _system(
    public: PublicTables,
    tables: Sequence[PublicTable],
    keys: pl.DataFrame,
    members: pl.DataFrame,
    parts: pl.DataFrame,
    values: pl.Series,
    *,
    newest: int,
) -> TableSystem:
    weight: dict[str, float] = {}
    for table in tables:
        for level in table_levels(public, table):
            weight[level] = max(weight.get(level, 0.0), float(table.weight))
    amount_count = parts["amount_at"].n_unique()
    owners = csr_array(
        (
            parts["amount"].cast(pl.Float64).to_numpy(),
            (parts["owner_at"].to_numpy(), parts["amount_at"].to_numpy()),
        ),
        shape=(parts["owner_at"].n_unique(), amount_count),
    )
    owners.sum_duplicates()
    owners.eliminate_zeros()
    # What was declared confidential is in no sum: its cell moves by nothing.
    moving = members.filter(
        pl.col("amount_at").is_in(parts.filter(pl.col("amount") != 0)["amount_at"].implode())
    )
    cells = csr_array(
        (np.ones(len(moving)), (moving["cell_at"].to_numpy(), moving["amount_at"].to_numpy())),
        shape=(len(keys), amount_count),
    )
    is_settled = (pl.col("release_at") < newest) | (pl.col("levels") == "") | pl.col("is_new")
    return TableSystem(
        cells=cells,
        owners=owners,
        losses=keys["levels"].replace_strict(weight, return_dtype=pl.Float64).to_numpy()
        * (np.abs(values.cast(pl.Float64).to_numpy()) + 1),
        is_public=keys.select(is_settled).to_series().to_numpy(),
        # What is received less what is sent may be below zero: that is known, and roughly how much.
        floors=np.where(
            np.asarray((owners < 0).sum(axis=0)).ravel() > 0,
            -float(public.rules.floor_ratio) * np.abs(np.asarray(owners.sum(axis=0)).ravel()),
            0.0,
        ),
    )
