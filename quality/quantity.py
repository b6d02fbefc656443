"""Reported values in canonical units, exactly (L3)."""

import polars as pl

from lingtan.contracts.batch import Batch

#: Wide enough for value (25,12) x multiplier (12,6); polars keeps the scale of its operands in a product.
_PRODUCT = pl.Decimal(precision=38, scale=18)

#: A quantity in canonical units (DESIGN section 6); the precision is polars' own for sums.
QUANTITY = pl.Decimal(precision=38, scale=6)


def with_quantity(rows: pl.DataFrame, batch: Batch, value: str = "quantity") -> pl.DataFrame:
    """Add `canonical_quantity` and `dimension_code`, from `value` in the unit of `quantity_unit`.

    Reported value x unit multiplier, rounded half-up once to 6 decimals; null where value or unit is unknown.
    """
    units = batch.reference["units"].select(
        pl.col("unit_code").alias("quantity_unit"), "dimension_code", "multiplier"
    )
    product = pl.col(value).cast(_PRODUCT) * pl.col("multiplier").cast(_PRODUCT)
    return rows.join(units, on="quantity_unit", how="left", maintain_order="left").with_columns(
        product.round(6, mode="half_away_from_zero").cast(QUANTITY).alias("canonical_quantity")
    )


def carrier_dimensions(batch: Batch) -> pl.DataFrame:
    """carrier_code, carrier_dimension_code, canonical_unit_code: what each carrier is measured in."""
    units = batch.reference["units"].select(
        pl.col("unit_code").alias("canonical_unit_code"),
        pl.col("dimension_code").alias("carrier_dimension_code"),
    )
    return (
        batch.reference["carriers"]
        .select("carrier_code", "canonical_unit_code")
        .join(units, on="canonical_unit_code", how="inner")
    )
