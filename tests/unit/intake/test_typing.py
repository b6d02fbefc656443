"""Typing by contract, never by guess; the submitted text stays (L1, L3, L7)."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingtan.contracts.model import Column, ColumnType, Label, PeriodType, Table
from lingtan.intake.decimals import to_decimal
from lingtan.intake.drafts import raw_schema
from lingtan.intake.typing_by_contract import type_table

LISTS = {
    "carriers": pl.DataFrame(
        {
            "code": ["coke", "lpg", "gas_a", "gas_b"],
            "name_zh": ["焦炭", "液化石油气", "煤气", "煤气"],
            "name_en": ["coke", "liquefied petroleum gas", "gas A", "gas B"],
        }
    )
}


_column = partial(Column, name="x", label=Label("甲", "x"))


def _type(
    column: Column, texts: Sequence[str | None], periods: tuple[PeriodType, ...] = ("year",)
) -> tuple[pl.DataFrame, list[str | None]]:
    table = Table("t", Label("表", "table"), "one row", ("x",), (column,))
    raw = pl.DataFrame(
        {
            "row_number": range(1, len(texts) + 1),
            "sheet": ["表"] * len(texts),
            "source_row": range(6, len(texts) + 6),
            "x__text": texts,
            "x__cell": [f"A{row}" for row in range(6, len(texts) + 6)],
            "x__value": texts,
        },
        schema=raw_schema(table),
    ).with_columns(batch_id=pl.lit("B"), submission_id=pl.lit("S"))
    typed, problems = type_table("f", table, raw, LISTS, periods)
    codes = dict(problems.select("row_number", "problem_code").iter_rows())
    assert typed["x__text"].to_list() == list(texts)
    return typed, [codes.get(number) for number in range(1, len(texts) + 1)]


def test_decimals_are_exact_and_rounded_half_up_once() -> None:
    cases = {
        "12.5": "12.5",
        "-0.0000000000005": "-0.000000000001",
        "0.1234567890125": "0.123456789013",
        "0.12345678901249999999": "0.123456789012",
        "1e3": "1000",
        "1.7763568394002505e-15": "0",
        "9999999999999.999999999999": "9999999999999.999999999999",
        ".5": "0.5",
        "5.": "5",
        "+3": "3",
        " 7 ": "7",
    }
    typed, problems = _type(_column(type="decimal"), list(cases))
    assert typed["x"].to_list() == [Decimal(value) for value in cases.values()]
    assert typed.schema["x"] == pl.Decimal(25, 12)
    assert problems == [None] * len(cases)


@given(st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=15))
def test_any_number_is_rounded_as_decimal_does(number: Decimal) -> None:
    expected = number.quantize(Decimal(1).scaleb(-12), ROUND_HALF_UP)
    assert to_decimal(pl.Series([f"{number:f}", f"{number:e}"])).to_list() == [expected, expected]


def test_what_is_no_number_is_null_and_a_problem() -> None:
    texts = ["1,234", "约12", "１２", "12345678901234", "1e999", "NE", None, "  ", "0x10", "nan"]
    typed, problems = _type(_column(type="decimal", required=True), texts)
    assert typed["x"].null_count() == len(texts)
    number = "not_a_number"
    assert problems == [
        number,
        number,
        number,
        "too_many_digits",
        "too_many_digits",
        "notation_not_allowed",
        "missing_value",
        "missing_value",
        number,
        number,
    ]


def test_notation_keys_are_neither_zero_nor_missing() -> None:
    column = _column(type="decimal", required=True, notation_keys=("NO", "NE"))
    typed, problems = _type(column, ["0", "NO", " NE ", "IE", "no"])
    assert typed["x"].to_list() == [Decimal(0), None, None, None, None]
    assert typed["x__notation"].to_list() == [None, "NO", "NE", None, None]
    assert problems == [None, None, None, "notation_not_allowed", "not_a_number"]


def test_out_of_range_keeps_the_value() -> None:
    typed, problems = _type(
        _column(type="decimal", min=Decimal(0), max=Decimal(1)), ["0", "1", "-0.1", "1.1"]
    )
    assert typed["x"].to_list() == [Decimal(0), Decimal(1), Decimal("-0.1"), Decimal("1.1")]
    assert problems == [None, None, "out_of_range", "out_of_range"]


def test_codes_by_code_or_name_never_by_a_shared_name() -> None:
    typed, problems = _type(
        _column(type="code", code_list="carriers"), ["coke", " 焦炭", "gas A", "煤气", "煤"]
    )
    assert typed["x"].to_list() == ["coke", "coke", "gas_a", None, None]
    assert problems == [None, None, None, "unknown_code", "unknown_code"]


@pytest.mark.parametrize(
    ("kind", "texts", "values", "problem"),
    [
        ("integer", ["5", "-3", "5.5", "x"], [5, -3, None, None], "not_an_integer"),
        (
            "date",
            ["2025-01-31", "2025/1/3", "2025年2月3日", "2025-02-30", "45000"],
            [date(2025, 1, 31), date(2025, 1, 3), date(2025, 2, 3), None, None],
            "not_a_date",
        ),
        ("boolean", ["是", "FALSE", "yes", "1"], [True, False, True, None], "not_a_boolean"),
        ("period", ["2025", "25", "2025-01"], ["2025", None, None], "period_not_valid"),
    ],
)
def test_other_types(kind: ColumnType, texts: list[str], values: list[object], problem: str) -> None:
    typed, problems = _type(_column(type=kind), texts)
    assert typed["x"].to_list() == values
    assert problems == [None if value is not None else problem for value in values]


def test_periods_of_every_type() -> None:
    texts = ["2025", "2025-Q4", "2025-12", "2025-12-31", "2025-02-30", "2025-Q5"]
    _, problems = _type(_column(type="period"), texts, ("year", "quarter", "month", "date"))
    assert problems == [None, None, None, None, "period_not_valid", "period_not_valid"]


@pytest.mark.parametrize(
    ("table_name", "typed_periods"),
    [
        ("cover", [None, "2020", "2025", None, "2025-Q2", "2025-06", None]),
        ("instruments", ["2019", "2020", "2025", "2025-Q3", "2025-Q2", "2025-06", "2025-07"]),
    ],
)
def test_the_period_of_the_cover_begins_while_the_form_is_in_force(
    table_name: str, typed_periods: list[str | None]
) -> None:
    """A month in which power was generated may lie before the form was in force; the period reported not."""
    column = _column(type="period")
    table = Table(table_name, Label("表", "table"), "one row", ("x",), (column,))
    texts = ["2019", "2020", "2025", "2025-Q3", "2025-Q2", "2025-06", "2025-07"]
    raw = pl.DataFrame(
        {"row_number": range(1, 8), "x__text": texts, "x__value": texts, "x__cell": ["A1"] * 7}
    ).with_columns(
        sheet=pl.lit("表"), source_row=pl.lit(1, pl.Int64), batch_id=pl.lit("B"), submission_id=pl.lit("S")
    )
    valid = (date(2020, 1, 1), date(2025, 6, 30))
    typed, problems = type_table("f", table, raw, LISTS, ("year", "quarter", "month"), valid)
    assert typed["x"].to_list() == typed_periods
    assert problems["row_number"].to_list() == [
        number for number, period in enumerate(typed_periods, start=1) if period is None
    ]
    assert set(problems["problem_code"]) <= {"period_not_valid"}


def test_a_column_may_take_other_periods_than_the_form() -> None:
    typed, problems = _type(_column(type="period", period_types=("month",)), ["2025", "2025-01"], ("year",))
    assert typed["x"].to_list() == [None, "2025-01"]
    assert problems == ["period_not_valid", None]


def test_a_fixed_text_must_stand() -> None:
    assert _type(_column(type="text", fixed="1"), ["1", "2", None])[1] == [None, "fixed_value_differs", None]
