"""Reported values in canonical units, exactly (L3)."""

from collections.abc import Sequence
from decimal import Decimal

import polars as pl

from lingtan.contracts.batch import Batch

#: Wide enough for value (25,12) x multiplier (12,6); polars keeps the scale of its operands in a product.
_PRODUCT = pl.Decimal(precision=38, scale=18)

#: Room for a sum of quantities of any size, times a tolerance.
_SHARE = pl.Decimal(precision=38, scale=10)

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


def with_known(rows: pl.DataFrame, batch: Batch, columns: Sequence[str]) -> pl.DataFrame:
    """Add `<column>_known` for each of `columns`, and `dimension_code`, of the unit of `quantity_unit`.

    Known is a canonical quantity, and zero where NO or NA says so; a blank, NE, IE and C are not (L7).
    """
    known = rows
    for column in columns:
        known = with_quantity(known, batch, value=column).rename({"canonical_quantity": f"{column}_known"})
        known = known.with_columns(or_none(column, pl.col(f"{column}_known")).alias(f"{column}_known"))
        dimension = known["dimension_code"]
        known = known.drop("dimension_code", "multiplier")
    return known.with_columns(dimension)


def or_none(column: str, value: pl.Expr | None = None) -> pl.Expr:
    """The value, by default the reported one, and zero where NO or NA says that there is none."""
    is_none = pl.col(f"{column}__notation").is_in(["NO", "NA"])
    return pl.when(is_none).then(pl.lit(Decimal(0))).otherwise(pl.col(column) if value is None else value)


def differs(left: pl.Expr, right: pl.Expr, tolerance: Decimal) -> pl.Expr:
    """True where two quantities differ by more than `tolerance` of the larger; null where one is null."""
    larger = pl.when(left > right).then(left).otherwise(right)
    return (left - right).abs() > larger.cast(_SHARE) * pl.lit(tolerance).cast(_SHARE)


def sums_that_differ(
    rows: pl.DataFrame, others: pl.DataFrame, key: Sequence[str], tolerance: Decimal
) -> pl.DataFrame:
    """The first of `rows` of each key whose sum of `amount` is not that of `others`.

    Adds `total` and `other_total`: zero where `others` has no row. Not judged where an amount of either side
    is unknown (L7).
    """
    amount = pl.col("amount")
    of_others = others.group_by(key).agg(
        amount.sum().alias("other_total"), amount.is_null().any().alias("is_other_unknown")
    )
    summed = (
        rows.drop_nulls(key)
        .with_columns(
            amount.sum().over(key).alias("total"), amount.is_null().any().over(key).alias("is_unknown")
        )
        .join(of_others, on=key, how="left", maintain_order="left")
        .with_columns(pl.col("other_total").fill_null(0), pl.col("is_other_unknown").fill_null(value=False))
    )
    return summed.filter(
        ~pl.col("is_unknown"),
        ~pl.col("is_other_unknown"),
        differs(pl.col("total"), pl.col("other_total"), tolerance),
    ).unique(key, keep="first", maintain_order=True)


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
