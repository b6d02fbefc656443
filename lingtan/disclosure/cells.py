"""The cells of the public tables of a system and year: rows over the amounts they are sums of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.sparse import csr_array

from lingtan.disclosure.polytope import Vector
from lingtan.disclosure.public_tables import PublicTable, PublicTables
from lingtan.disclosure.table_system import Flags, TableSystem
from lingtan.disclosure.unknowns import Unknowns, find_unknowns

#: The code of a dimension that a cell sums over.
TOTAL: Final = "TOTAL"
#: What tells cells of one measure and place apart; what else keys have beside dimensions.
_ORDER: Final = ("release_at", "is_new")
_KEY: Final = ("measure_code", "levels", *_ORDER)


@dataclass(frozen=True)
class Cells:
    """Cells and the system they form; row i of `keys` is cell i.

    Attributes:
        keys: measure_code, release_at (which release the cell is in), levels (by which it is counted), a
            column for each dimension with the code of the cell or TOTAL, and is_new: the part of a cell that
            the release has and the one before it had not, or not so; it is in no table, but readers can take
            the difference.
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

    def in_newest(self) -> Flags:
        """The cells of the newest release, without what is new in it."""
        is_newest = (pl.col("release_at") == pl.col("release_at").max()) & ~pl.col("is_new")
        return self.keys.select(is_newest).to_series().to_numpy()

    def some(self, places: npt.NDArray[np.int_]) -> "Cells":
        """Some of the cells, over the same amounts."""
        system = replace(
            self.system,
            cells=csr_array(self.system.cells[places]),
            losses=self.system.losses[places],
            is_public=self.system.is_public[places],
        )
        return Cells(self.keys[places], system, self.values[places], self.owners, self.is_declared[places])

    def held_rows(self, shown: Flags) -> csr_array:
        """What shown cells hold, over the amounts: of a cell shown in two releases running, its change.

        That is the same knowledge; but rows that hardly differ cannot be told apart by floating numbers.
        """
        place = ["measure_code", "levels", *(one for one in self.keys.columns if one not in _KEY)]
        at = self.keys.with_row_index("cell_at").filter(pl.Series(shown) & ~pl.col("is_new"))
        before = at.select(*place, pl.col("release_at") + 1, pl.col("cell_at").alias("before_at"))
        runs = at.join(before, on=[*place, "release_at"])
        taken = csr_array(
            (np.ones(len(runs)), (runs["cell_at"].to_numpy(), runs["before_at"].to_numpy())),
            shape=(len(self.keys),) * 2,
        )
        rows = csr_array(self.system.cells - taken @ self.system.cells)[np.flatnonzero(shown)]
        rows.eliminate_zeros()
        return csr_array(rows[np.flatnonzero(np.diff(rows.indptr))])


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


def build_cells(public: PublicTables, releases: Mapping[str, Sequence[pl.DataFrame]]) -> Cells:
    """The cells of all tables of some measures of one year, in one release or several.

    What a unit states in two releases alike is one amount, so that the system knows what their difference
    says; what one line is in several measures is one amount too. What a cell loses readers is what it holds,
    times the weight of the table of the highest weight that has it. The total of everything is not withheld
    for the sake of others, nor is anything of an earlier release.

    Args:
        public: Everything published.
        releases: Measure -> its contributions of one year (`contributions.read_contributions`), the oldest
            release first; as many of every measure.
    """
    combinations = {
        code: _combinations(public, [one for one in public.tables if one.measure == code])
        for code in releases
    }
    finest = {
        code: sorted({level for levels in found for level in levels.values()})
        for code, found in combinations.items()
    }
    unknowns = find_unknowns(finest, releases)
    counted = _counted(unknowns.slots, combinations)
    identity = [name for name in counted.columns if name not in ("slot_at", "release_at")]
    key = [*identity, "release_at", "is_new"]
    stated = _with_differences(unknowns.stated, counted)
    declared = unknowns.declared.with_columns(pl.lit(value=False).alias("is_new")).join(
        counted, on=["slot_at", "release_at"]
    )
    values = stated.group_by(key).agg(pl.col("amount").sum())
    keys = (
        pl.concat([values.select(key), declared.select(key)])
        .unique()
        .sort(
            pl.col("measure_code").replace_strict({code: at for at, code in enumerate(releases)}),
            *_ORDER,
            *identity,
        )
        .with_row_index("cell_at")
        .join(values, on=key, how="left", maintain_order="left")
    )
    return Cells(
        keys.drop("cell_at", "amount"),
        _system(public, unknowns, counted, keys, max(map(len, releases.values())) - 1),
        keys["amount"].fill_null(0),
        _respondents(unknowns),
        _is_declared(public, keys, keys.join(declared, on=key, how="semi")["cell_at"]),
    )


def cell_codes(keys: pl.DataFrame) -> pl.Series:
    """What cells are called: the codes they are counted by (`area=110000|component=fuel`); nation: none."""
    dimensions = [one for one in keys.columns if one not in _KEY]
    parts = [
        pl.when(pl.col(name) != TOTAL).then(pl.concat_str(pl.lit(f"{name}="), pl.col(name)))
        for name in dimensions
    ]
    return keys.select(pl.concat_str(parts, separator="|", ignore_nulls=True).alias("cell_code")).to_series()


def _counted(slots: pl.DataFrame, combinations: Mapping[str, list[dict[str, str]]]) -> pl.DataFrame:
    """Each slot of a release with the cells that count it: measure_code, levels, codes of all dimensions."""
    dimensions = sorted({name for found in combinations.values() for levels in found for name in levels})
    return pl.concat(
        slots.filter(measure_code=code).select(
            "slot_at",
            "release_at",
            "measure_code",
            pl.lit(_levels_text(levels)).alias("levels"),
            *((pl.col(levels[name]) if name in levels else pl.lit(TOTAL)).alias(name) for name in dimensions),
        )
        for code, found in combinations.items()
        for levels in found
    )


def _with_differences(frame: pl.DataFrame, counted: pl.DataFrame) -> pl.DataFrame:
    """Rows in the cells that count them; once more, as new, where the release before had them not there."""
    placed = frame.join(counted, on=["slot_at", "release_at"])
    had = pl.col("releases").str.split(",").list.contains((pl.col("release_at") - 1).cast(pl.String))
    before = counted.with_columns(pl.col("release_at") + 1, pl.lit(value=True).alias("was_here"))
    new = (
        placed.join(before, on=counted.columns, how="left")
        .filter((pl.col("release_at") > 0) & ~(had & pl.col("was_here").fill_null(value=False)))
        .drop("was_here")
    )
    return pl.concat(
        [
            placed.with_columns(pl.lit(value=False).alias("is_new")),
            new.with_columns(pl.lit(value=True).alias("is_new")),
        ]
    )


def _respondents(unknowns: Unknowns) -> pl.Series:
    return unknowns.parts["owner_code"].unique().sort()


def _is_declared(public: PublicTables, keys: pl.DataFrame, has_declared: pl.Series) -> Flags:
    """Finest cells of tables in which somebody takes part who declared its amount confidential.

    And every cell that has nothing else: its sum would be a zero that is none.
    """
    finest = pl.any_horizontal(
        pl.lit(value=False),
        *(
            (pl.col("measure_code") == one.measure) & (pl.col("levels") == _levels_text(one.by))
            for one in public.tables
            if one.withholds_declared
        ),
    )
    is_declared = pl.col("cell_at").is_in(has_declared.implode()) & (finest | pl.col("amount").is_null())
    return keys.select(is_declared).to_series().to_numpy()


def _system(
    public: PublicTables, unknowns: Unknowns, counted: pl.DataFrame, keys: pl.DataFrame, newest_at: int
) -> TableSystem:
    """The cells over the amounts; `counted` are the cells of each slot of a release."""
    respondents = _respondents(unknowns)
    amount_count = unknowns.parts["amount_at"].n_unique()
    owner_at = unknowns.parts["owner_code"].replace_strict(
        respondents, pl.Series(range(len(respondents))), return_dtype=pl.Int64
    )
    owners = csr_array(
        (
            unknowns.parts["size"].cast(pl.Float64).to_numpy(),
            (owner_at.to_numpy(), unknowns.parts["amount_at"].to_numpy()),
        ),
        shape=(len(respondents), amount_count),
    )
    owners.sum_duplicates()
    owners.eliminate_zeros()
    of_release = unknowns.proportions.with_columns(
        pl.col("releases").str.split(",").cast(pl.List(pl.Int32)).alias("release_at")
    ).explode("release_at")
    identity = [name for name in counted.columns if name not in ("slot_at", "release_at")]
    members = _with_differences(of_release, counted).join(keys, on=[*identity, "release_at", "is_new"])
    cells = csr_array(
        (
            members["coefficient"].to_numpy(),
            (members["cell_at"].to_numpy(), members["amount_at"].to_numpy()),
        ),
        shape=(len(keys), amount_count),
    )
    cells.sum_duplicates()
    is_settled = (pl.col("release_at") < newest_at) | (pl.col("levels") == "") | pl.col("is_new")
    return TableSystem(
        cells=cells,
        owners=owners,
        losses=_losses(public, keys),
        is_public=keys.select(is_settled).to_series().to_numpy(),
        # What is received less what is sent may be below zero: that is known, and roughly how much.
        floors=np.where(
            np.asarray((owners < 0).sum(axis=0)).ravel() > 0,
            -float(public.rules.floor_ratio) * np.abs(np.asarray(owners.sum(axis=0)).ravel()),
            0.0,
        ),
    )


def _losses(public: PublicTables, keys: pl.DataFrame) -> Vector:
    weights: dict[str, float] = {}
    for table in public.tables:
        for level in table_levels(public, table):
            place = f"{table.measure} {level}"
            weights[place] = max(weights.get(place, 0.0), float(table.weight))
    held = pl.col("amount").cast(pl.Float64).fill_null(0).abs() + 1
    place_of = pl.concat_str("measure_code", "levels", separator=" ")
    return (
        keys.select(held * place_of.replace_strict(weights, return_dtype=pl.Float64)).to_series().to_numpy()
    )
