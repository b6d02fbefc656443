"""The written rounding of DESIGN section 6, in Python's Decimal: not the warehouse's macros."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

#: Wide enough that no product or sum of the truth is rounded before its written place.
EXACT: Final = Context(prec=100, rounding=ROUND_HALF_UP)

QUANTITY_PLACES: Final = 6
FACTOR_PLACES: Final = 12
FACT_PLACES: Final = 12
RATIO_PLACES: Final = 12
#: Ratios that only describe: carbon per energy, shares of power.
SHOWN_RATIO_PLACES: Final = 6

_STEPS: Final = tuple(Decimal(1).scaleb(-places) for places in range(13))


def half_up(value: Decimal, places: int) -> Decimal:
    """The value rounded half up (away from zero at a tie) to that many decimal places."""
    return value.quantize(_STEPS[places], context=EXACT)


def product(*factors: Decimal) -> Decimal:
    """The exact product."""
    result = factors[0]
    for factor in factors[1:]:
        result = EXACT.multiply(result, factor)
    return result


def total(*terms: Decimal) -> Decimal:
    """The exact sum."""
    result = Decimal(0)
    for term in terms:
        result = EXACT.add(result, term)
    return result


def minus(value: Decimal) -> Decimal:
    """The value with the other sign, all digits kept (a unary minus would round to the thread's context)."""
    return value.copy_negate()


def quotient(numerator: Decimal, denominator: Decimal, places: int) -> Decimal:
    """Numerator / denominator, half up at that many places; the division comes last.

    A hundred digits cannot hide a tie: a quotient of our quantities differs from one by far more than that.
    """
    return half_up(EXACT.divide(numerator, denominator), places)
