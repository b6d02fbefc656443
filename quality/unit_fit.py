"""Does the unit of measure fit what is measured: one check for every table that names a carrier."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.quantity import carrier_dimensions, with_quantity


def unit_does_not_fit_carrier(batch: Batch, rule_id: str, form: str, table: str) -> pl.DataFrame:
    """Rows whose known unit is of another dimension than their known carrier's canonical unit.

    An unknown unit or carrier has a finding of its own and is not judged here.
    """
    rows = with_quantity(batch.tables[form, table], batch).join(
        carrier_dimensions(batch), on="carrier_code", how="inner", maintain_order="left"
    )
    return findings(
        rows.filter(pl.col("dimension_code") != pl.col("carrier_dimension_code")),
        rule_id=rule_id,
        form=form,
        table=table,
        column="quantity_unit",
        expected=pl.col("canonical_unit_code"),
        detail=pl.col("carrier_code__text"),
    )


def unit_of_other_dimension(
    rows: pl.DataFrame, batch: Batch, rule_id: str, table: str, dimension: str, detail: pl.Expr
) -> pl.DataFrame:
    """Of rows of a table of the park return those whose known unit is not of this dimension."""
    units = batch.reference["units"]
    canonical = units.filter(pl.col("dimension_code") == dimension)["canonical_unit_code"]
    dimensions = units.select(pl.col("unit_code").alias("quantity_unit"), "dimension_code")
    return findings(
        rows.join(dimensions, on="quantity_unit", how="inner", maintain_order="left").filter(
            pl.col("dimension_code") != dimension
        ),
        rule_id=rule_id,
        form=PARK_RETURN,
        table=table,
        column="quantity_unit",
        expected=" / ".join(canonical.unique(maintain_order=True)),
        detail=detail,
    )
