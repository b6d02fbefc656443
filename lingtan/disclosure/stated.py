"""What published tables say of cells, for the attack."""

import numpy as np
import polars as pl

from lingtan.disclosure.attack import Statements
from lingtan.disclosure.cells import TOTAL, Cells, table_levels
from lingtan.disclosure.public_tables import Measure, PublicTable, PublicTables


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
