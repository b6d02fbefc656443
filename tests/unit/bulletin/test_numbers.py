"""Figures are written from Decimals, rounded half-up at written places (L3)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingtan.bulletin import numbers


@pytest.mark.parametrize(
    ("tonnes", "written"),
    [
        ("12345678.5", "1,234.5679"),
        ("12345678.499999999999", "1,234.5678"),
        ("-0.5", "−0.0001"),
        ("-0.49", "0.0000"),
        ("0", "0.0000"),
        ("99999999999999999999999999.999999999999", "10,000,000,000,000,000,000,000.0000"),
    ],
)
def test_emissions_are_written_in_ten_thousand_tonnes(tonnes: str, written: str) -> None:
    assert numbers.ten_thousand(Decimal(tonnes)) == written


@pytest.mark.parametrize(
    ("value", "written"), [("0.3", "0.3"), ("100", "100"), ("1.090000000000", "1.09"), ("-0.10", "−0.1")]
)
def test_factors_keep_the_digits_of_their_document(value: str, written: str) -> None:
    assert numbers.plain(Decimal(value)) == written


def test_power_is_written_in_ten_thousand_kilowatt_hours() -> None:
    assert numbers.ten_thousand_kwh(Decimal("123456.785000")) == "12,345.6785"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**20), max_value=10**20))
def test_what_is_written_is_within_half_of_the_last_place(value: Decimal) -> None:
    shown = Decimal(numbers.ten_thousand(value).replace(",", "").replace(numbers.MINUS, "-")).scaleb(4)
    assert abs(shown - value) <= Decimal("0.5")
