"""The protected cells of a release as rows: what the office knows of each, and what readers get."""

from typing import Final

import polars as pl

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.protect import SHOWN, ProtectedMeasure
from lingtan.disclosure.public_tables import Measure

#: Amounts of cells, as exact as facts are.
AMOUNT: Final = pl.Decimal(38, 12)

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


def protected_cells(measure: Measure, reference_year: int, protected: ProtectedMeasure) -> pl.DataFrame:
    """The cells of a measure and year as rows of `PROTECTED_CELLS_SCHEMA`.

    A cell is named by the codes it is counted by (`area=110000|component=fuel`), the nation by nothing.
    published_value is rounded half up to the decimals of the measure, null where the cell is withheld;
    protected_below and protected_above are the distances that outsiders must be left uncertain by (unit of
    the measure), null where the cell is not sensitive.
    """
    cells = protected.cells
    keys = cells.keys
    dimensions = [one for one in keys.columns if one not in ("release_at", "is_new", "levels")]
    part = [
        pl.when(pl.col(name) != TOTAL).then(pl.concat_str(pl.lit(f"{name}="), pl.col(name)))
        for name in dimensions
    ]
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
    is_shown = pl.col("protection_status_code") == SHOWN
    newest = keys["release_at"].max()
    return (
        keys.with_row_index("cell_at")
        .with_columns(
            cells.values.cast(AMOUNT).alias("exact_value"),
            protected.status.alias("protection_status_code"),
            pl.Series("contributor_count", (cells.system.contributions > 0).sum(axis=0)).cast(pl.Int64),
            pl.concat_str(part, separator="|", ignore_nulls=True).alias("cell_code"),
        )
        .filter(pl.col("release_at") == newest, ~pl.col("is_new"))
        .join(sensitive, on="cell_at", how="left", maintain_order="left")
        .with_columns(
            pl.lit(reference_year).alias("reference_year"),
            pl.lit(measure.code).alias("measure_code"),
            pl.col("levels").alias("level_code"),
            pl.lit(measure.unit).alias("unit"),
            pl.when(is_shown)
            .then(pl.col("exact_value").round(measure.decimals, mode="half_away_from_zero"))
            .alias("published_value"),
        )
        .select(list(PROTECTED_CELLS_SCHEMA))
        .cast(PROTECTED_CELLS_SCHEMA)
    )
