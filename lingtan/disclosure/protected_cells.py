"""The protected cells of a release as rows: what the office knows of each, and what readers get."""

from typing import Final

import polars as pl

from lingtan.disclosure.cells import cell_codes
from lingtan.disclosure.contributions import AMOUNT
from lingtan.disclosure.protect import SHOWN, ProtectedSystem

PROTECTED_CELLS_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "measure_code": pl.String(),
        "level_code": pl.String(),
        "cell_code": pl.String(),
        "contributor_count": pl.Int64(),
        "exact_value": AMOUNT,
        "unit": pl.String(),
        "protection_status_code": pl.String(),
        "protection_reason_codes": pl.String(),
        "protected_below": AMOUNT,
        "protected_above": AMOUNT,
        "published_value": AMOUNT,
    }
)


def protected_cells(reference_year: int, protected: ProtectedSystem) -> pl.DataFrame:
    """The cells of a system and year as rows of `PROTECTED_CELLS_SCHEMA`.

    A cell is named by the codes it is counted by (`cells.cell_codes`). published_value is rounded half up to
    the decimals of the measure, null where the cell is withheld; protected_below and protected_above are the
    distances that outsiders must be left uncertain by (unit of the measure), null where the cell is not
    sensitive.
    """
    cells = protected.cells
    sensitive = pl.DataFrame(
        [
            (one.cell, ",".join(one.reasons), round(one.below, 6), round(one.above, 6))
            for one in protected.sensitive
        ],
        schema={
            "cell_at": pl.UInt32,
            "protection_reason_codes": pl.String,
            "protected_below": pl.Float64,
            "protected_above": pl.Float64,
        },
        orient="row",
    )
    units = {one.code: one.unit for one in protected.measures}
    rounded = pl.lit(None, dtype=AMOUNT)
    for one in protected.measures:
        own = pl.col("exact_value").round(one.decimals, mode="half_away_from_zero")
        rounded = pl.when(pl.col("measure_code") == one.code).then(own).otherwise(rounded)
    return (
        cells.keys.with_row_index("cell_at")
        .with_columns(
            cells.values.cast(AMOUNT).alias("exact_value"),
            protected.status.alias("protection_status_code"),
            pl.Series("contributor_count", (cells.system.contributions > 0).sum(axis=0)).cast(pl.Int64),
            cell_codes(cells.keys),
        )
        .join(sensitive, on="cell_at", how="left", maintain_order="left")
        .with_columns(
            pl.lit(reference_year).alias("reference_year"),
            pl.col("levels").alias("level_code"),
            pl.col("measure_code").replace_strict(units).alias("unit"),
            pl.when(pl.col("protection_status_code") == SHOWN).then(rounded).alias("published_value"),
        )
        .select(list(PROTECTED_CELLS_SCHEMA))
        .cast(PROTECTED_CELLS_SCHEMA)
    )
