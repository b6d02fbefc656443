"""From rows of a lake table to findings, each at its cell."""

from typing import Final

import polars as pl

from lingtan.contracts.batch import FINDING_SCHEMA

#: A column, or a text that is the same in every finding.
Part = pl.Expr | str | None

#: A quantity as it was written, with its unit.
QUANTITY_AS_WRITTEN: Final = pl.format("{} {}", "quantity__text", pl.col("quantity_unit__text").fill_null(""))


def findings(
    rows: pl.DataFrame,
    *,
    rule_id: str,
    form: str,
    table: str,
    column: str,
    found: Part = None,
    expected: Part = None,
    detail: Part = None,
) -> pl.DataFrame:
    """One finding for each of `rows`, at the cell of `column`.

    Args:
        rows: Rows of the lake table with its system columns; more columns are allowed.
        rule_id: Who found it.
        form: The form of the table.
        table: The table.
        column: The contract column the submitter has to look at.
        found: What stands there; the submitted text where nothing is given.
        expected: What should stand there.
        detail: What else the message needs.

    Returns:
        A frame of `FINDING_SCHEMA`. A column that was not sent has no address: column A of the row stands in.
    """
    return rows.select(
        pl.lit(rule_id).alias("rule_id"),
        pl.col("submission_id"),
        pl.lit(form).alias("form"),
        pl.lit(table).alias("table_name"),
        pl.col("row_number"),
        pl.lit(column).alias("column_name"),
        pl.col("sheet"),
        pl.coalesce(f"{column}__cell", pl.format("A{}", "source_row")).alias("cell"),
        _text(pl.col(f"{column}__text") if found is None else found).alias("found"),
        _text(expected).alias("expected"),
        _text(detail).alias("detail"),
    ).match_to_schema(FINDING_SCHEMA)


def blank(column: str) -> pl.Expr:
    """True where nothing was written, and no layout gave a value.

    A cell with unreadable text is not blank: another rule tells of it.
    """
    no_text = pl.col(f"{column}__text").fill_null("").str.strip_chars() == ""
    return no_text & pl.col(column).is_null()


def plain(value: pl.Expr) -> pl.Expr:
    """A decimal as people write it, without the zeros that fill up its scale."""
    return value.cast(pl.String).str.strip_chars_end("0").str.strip_suffix(".")


def _text(part: Part) -> pl.Expr:
    # A message never shows the word None.
    expression = part if isinstance(part, pl.Expr) else pl.lit(part or "")
    return expression.cast(pl.String).fill_null("")
