"""Withholds cells of the public tables, and says what the published values reveal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import numpy as np
import polars as pl

from lingtan.disclosure.attack import Protected, Statements
from lingtan.disclosure.cells import TOTAL, Cells, build_cells, table_levels
from lingtan.disclosure.primary import SensitiveCell, sensitive_cells
from lingtan.disclosure.public_tables import Measure, PublicTable, PublicTables
from lingtan.disclosure.secondary import NotProtectableError, Pattern, suppress

#: What the office knows of a cell; readers see one mark for both that are withheld.
SHOWN: Final = "shown"
PRIMARY: Final = "primary"
SECONDARY: Final = "secondary"
#: Marks of a published value: free, or confidential (SDMX code list CL_CONF_STATUS).
FREE: Final = "F"
CONFIDENTIAL: Final = "C"


@dataclass(frozen=True)
class ProtectedMeasure:
    """The cells of a measure and year with what is withheld.

    Attributes:
        cells: the cells of the newest release and, below them, of those before it.
        status: SHOWN, PRIMARY or SECONDARY of each cell of the newest release; null of others.
        sensitive: the cells that readers must be left uncertain about, those that only a difference shows
            among them.
        loss, loss_bound: what readers lose, and what they would lose at least.
    """

    cells: Cells
    status: pl.Series
    sensitive: tuple[SensitiveCell, ...]
    loss: float
    loss_bound: float


def protect(public: PublicTables, measure: Measure, contributions: pl.DataFrame) -> ProtectedMeasure:
    """Choose what to withhold of the tables of a measure, in one year of one release.

    Where the total of everything would tell of a respondent, as in a nation of a few parks, no cell is shown.

    Args:
        public: Everything published, with the rules.
        measure: The measure.
        contributions: `contributions.read_contributions`, of one reference year.
    """
    cells = build_cells(public, public.of_measure(measure), [contributions])
    sensitive = sensitive_of(public, measure, cells)
    withheld = [one.cell for one in sensitive]
    is_public = cells.system.is_public.copy()
    is_public[withheld] = False
    system = replace(cells.system, is_public=is_public)
    try:
        pattern = suppress(system, sensitive, float(public.rules.p_ratio))
    except NotProtectableError:
        everything = float(system.losses.sum())
        pattern = Pattern(np.ones(len(cells.keys), dtype=np.bool_), everything, everything)
    status = np.where(pattern.hidden, SECONDARY, SHOWN).astype(object)
    status[withheld] = PRIMARY
    return ProtectedMeasure(
        cells, pl.Series("status", status.tolist()), tuple(sensitive), pattern.loss, pattern.loss_bound
    )


def sensitive_of(public: PublicTables, measure: Measure, cells: Cells) -> list[SensitiveCell]:
    """The cells of a measure that a primary rule hides; none where what it counts is public already."""
    if measure.public_because is not None:
        return []
    rules = public.rules.primary(is_count=measure.is_count)
    return sensitive_cells(cells.system, rules, range(len(cells.keys)), cells.is_declared)


def public_table(
    public: PublicTables, table: PublicTable, decimals: int, protected: ProtectedMeasure
) -> pl.DataFrame:
    """A table as readers get it: codes of its dimensions, the rounded value or none, and its mark.

    Returns:
        A column for each dimension of the table (TOTAL where it is summed over), value (DECIMAL, half up at
        the decimals of the measure; null where withheld), confidentiality_code; sorted by the codes.
    """
    cells = protected.cells.keys.with_columns(protected.cells.values.alias("exact"), protected.status)
    is_shown = pl.col("status") == SHOWN
    return (
        cells.filter(pl.col("levels").is_in(table_levels(public, table)))
        .with_columns(
            pl.when(is_shown)
            .then(pl.col("exact").round(decimals, mode="half_away_from_zero").cast(pl.Decimal(38, decimals)))
            .alias("value"),
            pl.when(is_shown)
            .then(pl.lit(FREE))
            .otherwise(pl.lit(CONFIDENTIAL))
            .alias("confidentiality_code"),
        )
        .select(*sorted(table.by), "value", "confidentiality_code")
        .sort(*sorted(table.by))
    )


def stated_by_values(
    public: PublicTables,
    table: PublicTable,
    measure: Measure,
    published: pl.DataFrame,
    cells: Cells,
    *,
    release_at: int = 0,
    release_name: str = "",
) -> Statements:
    """What the values of a published table say: each lies within half of its last digit, a count is exact.

    Args:
        public: Everything published.
        table: The table.
        measure: What it counts; parks are counted without rounding.
        published: The table as readers have it (`public_table`), read back from what was published.
        cells: The cells of the attack.
        release_at: Which of the releases in `cells` published it.
        release_name: What the release is called in messages.
    """
    by = sorted(table.by)
    others = [name for name in cells.keys.columns if name not in (*by, "release_at", "is_new", "levels")]
    own = cells.keys.with_row_index("cell_at").filter(
        pl.col("release_at") == release_at,
        ~pl.col("is_new"),
        pl.col("levels").is_in(table_levels(public, table)),
        *(pl.col(name) == TOTAL for name in others),
    )
    said = published.filter(pl.col("value").is_not_null()).join(
        own, on=by, how="inner", maintain_order="left"
    )
    values = said["value"].cast(pl.Float64).to_numpy()
    half = 0.0 if measure.is_count else float(Decimal(1).scaleb(-measure.decimals) / 2)
    names = [
        " ".join([release_name, table.code, *(f"{name}={row[name]}" for name in by)]).strip()
        for row in said.select(by).iter_rows(named=True)
    ]
    return Statements.of_cells(
        names, said["cell_at"].to_numpy(), len(cells.keys), values - half, values + half
    )


def to_protect(sensitive: Sequence[SensitiveCell]) -> list[Protected]:
    """What an attack must not get at."""
    return [Protected(one.cell, one.below, one.above) for one in sensitive]
