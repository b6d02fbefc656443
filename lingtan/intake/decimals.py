"""Text to DECIMAL(25,12), exactly and half-up once (L3)."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

import polars as pl

from lingtan.contracts.batch import REPORTED_VALUE

#: A number as a machine or a person writes it, without group separators: 1,234 could mean two things. Digits
#: are ASCII: polars and Decimal take those of every script, an eye does not.
NUMBER: Final = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$"
#: What polars parses exactly: no exponent, at most 13 digits before the point and 12 after it.
_PLAIN: Final = r"^-?[0-9]{1,13}(\.[0-9]{1,12})?$"

_SCALE: Final = Decimal(1).scaleb(-12)
_TOO_LARGE: Final = Decimal(10) ** 13
_CONTEXT: Final = Context(prec=1000, rounding=ROUND_HALF_UP)


def to_decimal(texts: pl.Series) -> pl.Series:
    """Each text that matches `NUMBER` as a decimal; null for the others and for more than 13 integer digits.

    More than 12 decimals are rounded half-up, away from zero, once, from the exact text.
    """
    plain = texts.str.contains(_PLAIN)
    values = texts.set(~plain.fill_null(value=False), None).cast(REPORTED_VALUE, strict=False)
    others = texts.filter(~plain.fill_null(value=True) & texts.str.contains(NUMBER).fill_null(value=False))
    if others.is_empty():
        return values
    unique = others.unique()
    exact = pl.Series([_round(text) for text in unique.to_list()], dtype=REPORTED_VALUE)
    rounded = pl.DataFrame({"text": unique, "rounded": exact})
    return (
        pl.DataFrame({"text": texts, "value": values})
        .join(rounded, on="text", how="left", maintain_order="left")
        .select(pl.coalesce("value", "rounded"))
        .to_series()
        .alias(texts.name)
    )


def _round(text: str) -> Decimal | None:
    number = Decimal(text)
    # Before rounding: an exponent such as e+999 must not be written out.
    if number and number.adjusted() > 13:
        return None
    rounded = number.quantize(_SCALE, context=_CONTEXT)
    return None if abs(rounded) >= _TOO_LARGE else rounded
