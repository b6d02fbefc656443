"""A cell is a released figure as exact as a sheet holds it, or a word; never blank or zero (L3, L7)."""

from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingtan.release.workbook.values import (
    NO_VALUE,
    NOT_REPORTED,
    SIGNIFICANT_DIGITS,
    TEXT_LIMIT,
    MissingWords,
    number_of,
    text_of_cell,
)


@pytest.mark.parametrize(
    ("released", "value", "decimals", "is_exact"),
    [
        ("12204.902410000000", 12204.90241, 5, True),
        ("100.000000000000", 100.0, 0, True),
        ("0E-12", 0.0, 0, True),
        ("-0.000000000001", -1e-12, 12, True),
        # 16 digits: half up at the fifteenth.
        ("1234567890.123455", 1234567890.12346, 5, False),
        ("99999999999999.95", 100000000000000.0, 0, False),
        ("12345678901234567890123456", 12345678901234600000000000.0, 0, False),
    ],
)
def test_a_number_holds_fifteen_digits(released: str, value: float, decimals: int, is_exact: bool) -> None:
    number = number_of(Decimal(released))
    assert (number.value, number.decimals, number.is_exact) == (value, decimals, is_exact)


@given(st.decimals(min_value=-(10**25), max_value=10**25, places=12, allow_nan=False, allow_infinity=False))
def test_the_text_a_file_stores_is_the_figure_to_fifteen_digits(released: Decimal) -> None:
    number = number_of(released)
    held = Context(prec=SIGNIFICANT_DIGITS, rounding=ROUND_HALF_UP).plus(released)
    # xlsxwriter stores 16 significant digits; whoever reads them gets the same double.
    assert float(f"{number.value:.16G}") == number.value
    assert float(f"{number.value:.15G}") == float(held)
    assert number.is_exact == (held == released)
    # The format shows every digit that is held, and no more.
    assert held == held.quantize(Decimal(1).scaleb(-number.decimals), context=Context(prec=60))


@pytest.mark.parametrize(
    ("columns", "row", "word"),
    [
        (("value", "notation_key_code"), (None, "C"), "C"),
        (("value", "notation_key_code"), (None, "NE"), "NE"),
        (("value", "notation_key_code", "not_estimated_reason_code"), (None, None, "no_factor"), "NE"),
        (("value", "not_estimated_count"), (None, 2), "NE"),
        (("value", "not_estimated_count"), (None, 0), NO_VALUE),
        (("value", "has_return", "year_source_code"), (None, False, "none"), NOT_REPORTED),
        # Months were sent, though they make no year.
        (("value", "has_return", "year_source_code"), (None, False, "incomplete"), NO_VALUE),
        (("value",), (None,), NO_VALUE),
    ],
)
def test_what_is_missing_has_a_name(columns: tuple[str, ...], row: tuple[object, ...], word: str) -> None:
    assert MissingWords(columns).word(row) == word


def test_a_text_too_long_for_a_cell_says_where_the_rest_is() -> None:
    assert text_of_cell("x" * TEXT_LIMIT) == "x" * TEXT_LIMIT
    cut = text_of_cell("x" * (TEXT_LIMIT + 1))
    assert len(cut) == TEXT_LIMIT
    assert cut.endswith("[CSV]")
