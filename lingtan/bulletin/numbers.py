"""Write a Decimal as the page shows it: rounded half-up at written places, never through a float (L3)."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

#: Wider than any released decimal (38 digits), so that rounding to places never fails.
_CONTEXT: Final = Context(prec=60, rounding=ROUND_HALF_UP)
#: Power of ten from a base unit to the unit that is shown; a shift is exact, a division need not be.
_TO_TEN_THOUSAND: Final = -4

#: Emissions and energy are shown in units of 10 000 (万吨, 万吨标准煤) with four decimals: to the tonne.
TEN_THOUSAND_PLACES: Final = 4
#: Carbon per energy, tCO2/tce: the places of the mart.
INTENSITY_PLACES: Final = 6
MINUS: Final = "\N{MINUS SIGN}"


def rounded(value: Decimal, places: int) -> str:
    """The value rounded half-up to `places` decimals, with thousands separators and a true minus sign.

    A value that rounds to zero loses its sign: there is no negative zero on a page.
    """
    number = value.quantize(Decimal(1).scaleb(-places), context=_CONTEXT)
    text = f"{abs(number):,f}"
    return f"{MINUS}{text}" if number < 0 else text


def ten_thousand(value: Decimal) -> str:
    """A quantity in t or tce written in units of 10 000 with four decimals."""
    return rounded(value.scaleb(_TO_TEN_THOUSAND, context=_CONTEXT), TEN_THOUSAND_PLACES)


def intensity(value: Decimal) -> str:
    """Carbon per energy in tCO2/tce."""
    return rounded(value, INTENSITY_PLACES)


def plain(value: Decimal) -> str:
    """All digits that matter: a factor or threshold as its document gives it, without trailing zeros."""
    text = f"{value:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def count(value: int) -> str:
    """A number of parks, lines or factors."""
    return f"{value:,d}"


def share(part: Decimal, whole: Decimal) -> str:
    """A part of a whole in per cent with one decimal; what is neither nothing nor all is never written so.

    Args:
        part: not negative, at most the whole.
        whole: zero where the figure itself is zero; the share is then 0 %.
    """
    if part == 0:
        return "0 %"
    if part == whole:
        return "100 %"
    per_cent = rounded(_CONTEXT.divide(part.scaleb(2, context=_CONTEXT), whole), 1)
    return {"0.0": "<0.1 %", "100.0": ">99.9 %"}.get(per_cent, f"{per_cent} %")


def ten_thousand_kwh(quantity_mwh: Decimal) -> str:
    """Power given in MWh, written in units of 10 000 kWh with four decimals."""
    return rounded(quantity_mwh.scaleb(-1, context=_CONTEXT), TEN_THOUSAND_PLACES)
