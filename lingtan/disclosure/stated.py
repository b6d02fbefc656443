"""What published tables say of cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from lingtan.disclosure.attack import Statements
from lingtan.disclosure.cells import TOTAL, Cells, table_levels
from lingtan.disclosure.public_tables import Measure, PublicTable, PublicTables
from lingtan.disclosure.table_system import Flags


@dataclass(frozen=True)
class Published:
    """What a release published of a year, and what it rests on.

    Attributes:
        name: what the release is called in messages.
        contributions: measure -> `contributions.read_contributions`, of the year.
        tables: code of a public table -> the table as readers have it, of the year.
    """

    name: str
    contributions: Mapping[str, pl.DataFrame]
    tables: Mapping[str, pl.DataFrame]

    def rests_on(self, contributions: Mapping[str, pl.DataFrame]) -> bool:
        """Whether nothing has changed in what the release rests on."""
        return all(frame.equals(self.contributions[code]) for code, frame in contributions.items())

    def says_as(self, other: "Published") -> bool:
        """Whether it published the same of the same."""
        return (
            self.tables.keys() == other.tables.keys()
            and all(frame.equals(other.tables[code]) for code, frame in self.tables.items())
            and self.rests_on(other.contributions)
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
        published: The table as readers have it, of one year, read back from what was published:
            `<dimension>_code` for each dimension and the quantity of the measure.
        cells: The cells of the attack.
        release_at: Which of the releases in `cells` published it.
        release_name: What the release is called in messages.
    """
    by = sorted(table.by)
    others = [name for name in cells.keys.columns if name in public.dimensions and name not in by]
    own = cells.keys.with_row_index("cell_at").filter(
        pl.col("measure_code") == measure.code,
        pl.col("release_at") == release_at,
        ~pl.col("is_new"),
        pl.col("levels").is_in(table_levels(public, table)),
        *(pl.col(name) == TOTAL for name in others),
    )
    said = published.select(
        *(pl.col(f"{name}_code").alias(name) for name in by), pl.col(measure.quantity).alias("value")
    )
    said = said.drop_nulls("value").join(own, on=by, how="inner", maintain_order="left")
    values = said["value"].cast(pl.Float64).to_numpy()
    half = measure.half_of_last_digit
    names = [
        " ".join([release_name, table.code, *(f"{name}={row[name]}" for name in by)]).strip()
        for row in said.select(by).iter_rows(named=True)
    ]
    return Statements.of_cells(
        names, said["cell_at"].to_numpy().astype(np.int64), len(cells.keys), values - half, values + half
    )


def shown_cells(
    public: PublicTables, measures: Sequence[Measure], releases: Sequence[Published], cells: Cells
) -> Flags:
    """The cells of a system whose values were published, release by release from the first of `cells`."""
    shown = np.zeros(len(cells.keys), dtype=np.bool_)
    for at, release in enumerate(releases):
        for measure in measures:
            for table in public.of_measure(measure):
                if table.code in release.tables:
                    frame = release.tables[table.code]
                    said = stated_by_values(public, table, measure, frame, cells, release_at=at)
                    shown[said.terms.indices] = True
    return shown
