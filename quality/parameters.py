"""The documented numbers that rules compare with: rows of the seed parameters (L8)."""

from decimal import Decimal

import polars as pl

from lingtan.contracts.batch import Batch


def parameter(batch: Batch, code: str) -> Decimal:
    """The value of one parameter.

    Raises:
        ValueError: the seed does not hold the parameter exactly once.
    """
    return Decimal(batch.reference["parameters"].filter(pl.col("parameter_code") == code)["value"].item())


def tolerance(batch: Batch) -> Decimal:
    """By how much of the larger one two sums may differ before it is asked about."""
    return parameter(batch, "check_tolerance_ratio")
