"""The written rounding (L3, DESIGN section 6)."""

from decimal import Decimal

import pytest

from lingtan.synthetic.rounding import half_up, minus, product, quotient, total


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0.5", "1"), ("1.5", "2"), ("2.5", "3"), ("-0.5", "-1"), ("-2.5", "-3"), ("2.4999", "2")],
)
def test_a_tie_goes_away_from_zero(value: str, rounded: str) -> None:
    assert half_up(Decimal(value), 0) == Decimal(rounded)


def test_a_product_of_the_widest_quantity_and_factor_keeps_every_digit() -> None:
    quantity, factor = Decimal("12345678901234.123457"), Decimal("98765.123456789013")
    whole = 12345678901234123457 * 98765123456789013
    assert product(quantity, factor) == Decimal(f"{whole}e-18")
    assert len(str(whole)) == 37


def test_sums_and_signs_keep_every_digit() -> None:
    wide = Decimal("12345678901234567890123456.123456789012")
    assert total(wide, minus(wide), Decimal("0.000000000001")) == Decimal("0.000000000001")
    assert str(minus(wide)) == f"-{wide}"


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        ("1", "3", "0.333333"),
        ("2", "3", "0.666667"),
        ("1", "8000000", "0.000000"),
        ("1", "2000000", "0.000001"),
    ],
)
def test_a_quotient_is_rounded_once(numerator: str, denominator: str, expected: str) -> None:
    assert quotient(Decimal(numerator), Decimal(denominator), 6) == Decimal(expected)
