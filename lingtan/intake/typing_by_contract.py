"""Typing by contract, never by guess: each text becomes what its column says, or null and a noted problem."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from lingtan.contracts.batch import PROBLEM_SCHEMA, column_schema, lake_schema
from lingtan.contracts.model import BOOLEAN_TEXTS, COVER, NOTATION_KEYS, Column, PeriodType, Table
from lingtan.contracts.periods import PERIOD_PATTERNS, period_examples
from lingtan.intake.decimals import NUMBER, to_decimal

#: One way of writing a day is a guess where two readings are possible; these have one.
_DATE: Final = r"^([0-9]{4})[-/年]([0-9]{1,2})[-/月]([0-9]{1,2})日?$"
_INTEGER: Final = r"^[+-]?[0-9]+$"


@dataclass(frozen=True)
class _Typed:
    """The typed column and, in row order, the problem of each cell (null: none) and what was expected."""

    value: pl.Series
    problem: pl.Series
    expected: str
    notation: pl.Series


def type_table(
    form: str,
    table: Table,
    raw: pl.DataFrame,
    code_lists: Mapping[str, pl.DataFrame],
    period_types: tuple[PeriodType, ...],
    valid: tuple[date, date | None] = (date.min, None),
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Type the rows of one form table, of any number of submissions.

    Args:
        form: the form, for the problems.
        table: its contract.
        raw: frame of `raw_schema(table)` and `batch_id`, `submission_id`.
        code_lists: list name -> frame of code, name_zh, name_en.
        period_types: what the form takes as a period.
        valid: first and last day on which the cover's period may begin for this version of the form.

    Returns:
        A frame of `lake_schema(table)` in the same row order, every row `used`, and a frame of
        `PROBLEM_SCHEMA`.
    """
    lake: dict[str, pl.Series] = {}
    problems: list[pl.DataFrame] = []
    for column in table.columns:
        text = raw[f"{column.name}__value"].str.strip_chars()
        text = text.set(text == "", None)
        typed = _type_column(column, text, code_lists, period_types)
        if column.type == "period" and table.name == COVER:
            typed = _in_force(typed, valid)
        parts = [
            typed.value,
            raw[f"{column.name}__text"],
            raw[f"{column.name}__cell"],
            typed.notation,
        ]
        for (name, dtype), part in zip(column_schema(column).items(), parts, strict=False):
            lake[name] = part.cast(dtype).alias(name)
        problem = typed.problem
        if problem.null_count() < len(problem):
            problems.append(_problems(form, table, column, raw, typed))
    frame = raw.select(
        "batch_id",
        "submission_id",
        "row_number",
        "sheet",
        "source_row",
        pl.lit("used").alias("row_disposition"),
    ).with_columns(lake.values())
    return (
        frame.match_to_schema(lake_schema(table)),
        pl.concat([PROBLEM_SCHEMA.to_frame(), *problems]),
    )


def _problems(form: str, table: Table, column: Column, raw: pl.DataFrame, typed: _Typed) -> pl.DataFrame:
    return (
        raw.select("submission_id", "row_number", "sheet")
        .with_columns(
            pl.lit(form).alias("form"),
            pl.lit(table.name).alias("table_name"),
            raw[f"{column.name}__cell"].alias("cell"),
            pl.lit(column.name).alias("column_name"),
            typed.problem.alias("problem_code"),
            raw[f"{column.name}__text"].alias("found"),
            pl.lit(typed.expected).alias("expected"),
        )
        .filter(pl.col("problem_code").is_not_null())
        .match_to_schema(PROBLEM_SCHEMA)
    )


def _type_column(
    column: Column,
    text: pl.Series,
    code_lists: Mapping[str, pl.DataFrame],
    period_types: tuple[PeriodType, ...],
) -> _Typed:
    value, failure, expected = _value(column, text, code_lists, period_types)
    is_number = column.type in ("decimal", "integer")
    judged = (
        pl.DataFrame({"text": text, "value": value})
        .select(
            pl.when(pl.col("text").is_null())
            .then(pl.lit("missing_value" if column.required else None, dtype=pl.String))
            .when(pl.col("text").is_in(column.notation_keys))
            .then(None)
            .when(pl.col("text").is_in(NOTATION_KEYS) & is_number)
            .then(pl.lit("notation_not_allowed"))
            .when(pl.col("value").is_null())
            .then(failure)
            .when(pl.lit(column.fixed is not None) & (pl.col("text") != pl.lit(column.fixed)))
            .then(pl.lit("fixed_value_differs"))
            .when(_outside(column))
            .then(pl.lit("out_of_range"))
            .alias("problem")
        )
        .to_series()
    )
    notation = text.set(~text.is_in(column.notation_keys).fill_null(value=False), None)
    if column.notation_keys:
        expected = f"{expected}, {' / '.join(column.notation_keys)}"
    return _Typed(value, judged, column.fixed or expected, notation)


def _in_force(typed: _Typed, valid: tuple[date, date | None]) -> _Typed:
    """A period that begins when this version of the form is not in force is not valid."""
    first, last = valid
    # Its first day: 2025 is 2025-01-01, 2025-Q4 is 2025-10-01; what a day has beyond that is cut off.
    begins = typed.value.str.replace("Q1", "01").str.replace("Q2", "04").str.replace("Q3", "07")
    begins = begins.str.replace("Q4", "10") + pl.Series(["-01-01"])
    begins = begins.str.slice(0, 10)
    outside = (begins < first.isoformat()).fill_null(value=False)
    if last is not None:
        outside |= (begins > last.isoformat()).fill_null(value=False)
    expected = f"{typed.expected} ({first} – {last or ''})" if outside.any() else typed.expected
    return _Typed(
        typed.value.set(outside, None),
        typed.problem.set(outside, "period_not_valid"),
        expected,
        typed.notation,
    )


def _value(
    column: Column,
    text: pl.Series,
    code_lists: Mapping[str, pl.DataFrame],
    period_types: tuple[PeriodType, ...],
) -> tuple[pl.Series, pl.Expr, str]:
    """The typed values (null where the text is not one), which problem a null is, and what was expected."""
    match column.type:
        case "decimal":
            failure = _failure(NUMBER, "too_many_digits", "not_a_number")
            return to_decimal(text), failure, f"数字 number{_range(column)}"
        case "integer":
            failure = _failure(_INTEGER, "too_many_digits", "not_an_integer")
            return _integer(text), failure, f"整数 integer{_range(column)}"
        case "date":
            return _date(text), pl.lit("not_a_date"), "2025-01-31"
        case "boolean":
            meanings = {key.lower(): meaning for key, meaning in BOOLEAN_TEXTS.items()}
            value = text.str.to_lowercase().replace_strict(meanings, default=None, return_dtype=pl.Boolean())
            return value, pl.lit("not_a_boolean"), " / ".join(BOOLEAN_TEXTS)
        case "code":
            entries = code_lists[column.code_list or ""]
            return _code(text, entries), pl.lit("unknown_code"), _examples(column, entries)
        case "period":
            kinds = column.period_types or period_types
            return _period(text, kinds), pl.lit("period_not_valid"), period_examples(kinds)
        case "text":
            return text, pl.lit(None, dtype=pl.String), ""


def _failure(pattern: str, matching: str, other: str) -> pl.Expr:
    return pl.when(pl.col("text").str.contains(pattern)).then(pl.lit(matching)).otherwise(pl.lit(other))


def _examples(column: Column, entries: pl.DataFrame) -> str:
    """A short list in full, of a long one its name and first entries."""
    names = entries.select(pl.format("{} {}", "code", "name_zh")).to_series()
    if len(names) <= 8:
        return "; ".join(names)
    return f"{column.code_list}: {'; '.join(names.head(3))} … ({len(names)})"


def _outside(column: Column) -> pl.Expr:
    outside = pl.lit(value=False)
    if column.type in ("decimal", "integer"):
        if column.min is not None:
            outside |= pl.col("value") < pl.lit(column.min)
        if column.max is not None:
            outside |= pl.col("value") > pl.lit(column.max)
    return outside.fill_null(value=False)


def _range(column: Column) -> str:
    low = "" if column.min is None else f" ≥ {column.min}"
    high = "" if column.max is None else f" ≤ {column.max}"
    return low + high


def _integer(text: pl.Series) -> pl.Series:
    whole = text.str.contains(_INTEGER).fill_null(value=False)
    return text.set(~whole, None).str.strip_prefix("+").cast(pl.Int64, strict=False)


def _date(text: pl.Series) -> pl.Series:
    """Dates written year first; a day that does not exist is null."""
    parts = text.to_frame("text").select(
        pl.col("text").str.extract(_DATE, 1).alias("year"),
        pl.col("text").str.extract(_DATE, 2).str.zfill(2).alias("month"),
        pl.col("text").str.extract(_DATE, 3).str.zfill(2).alias("day"),
    )
    joined = parts.select(pl.concat_str("year", "month", "day", separator="-")).to_series()
    return joined.str.to_date("%Y-%m-%d", strict=False)


def _period(text: pl.Series, period_types: tuple[PeriodType, ...]) -> pl.Series:
    valid = pl.Series([False]).new_from_index(0, len(text))
    for kind in period_types:
        matches = text.str.contains(PERIOD_PATTERNS[kind]).fill_null(value=False)
        if kind == "date":
            matches &= _date(text).is_not_null()
        valid |= matches
    return text.set(~valid, None)


def _code(text: pl.Series, entries: pl.DataFrame) -> pl.Series:
    """The code for a code or a name; a name that two codes share stands for neither."""
    known = entries["code"].to_list()
    names = pl.concat(
        [entries.select("code", pl.col(name).alias("name")) for name in ("name_zh", "name_en")]
    ).unique()
    names = names.filter(~pl.col("name").is_duplicated() & ~pl.col("name").is_in(known))
    mapping = dict(zip(names["name"].to_list(), names["code"].to_list(), strict=True))
    mapping |= {code: code for code in known}
    return text.replace_strict(mapping, default=None, return_dtype=pl.String())
