"""The lines of a park return: what energy, power_heat and process have in common."""

from typing import Final

import polars as pl

from lingtan.contracts.batch import Batch

PARK_RETURN: Final = "park_return"

#: The tables whose lines name a unit and share one numbering.
LINE_TABLES: Final = ("energy", "power_heat", "process")

#: Which process a line belongs to; a blank balance code stands for the unit as a whole.
BALANCE: Final = ("submission_id", "unit_code", "balance")

_SYSTEM: Final = ("submission_id", "row_number", "sheet", "source_row")


def all_lines(batch: Batch) -> pl.DataFrame:
    """One row a line of the three tables.

    Columns: table_name, the system columns, `line_id` and `unit_code` (with address and text),
    `activity_code` as in the seed method_terms, and `is_positive`: a quantity above zero was given.
    """
    activity = {
        "energy": pl.format("energy/{}", "flow_code"),
        "power_heat": pl.format("{}/{}", "kind_code", "direction_code"),
        "process": pl.format("process/{}", "role_code"),
    }
    positive = {
        "energy": pl.col("quantity") > 0,
        "power_heat": pl.col("quantity") > 0,
        "process": pl.any_horizontal(
            (pl.col(name) > 0).fill_null(value=False) for name in ("qualified_output", "own_use", "activity")
        ),
    }
    return pl.concat(
        batch.tables[PARK_RETURN, table].select(
            pl.lit(table).alias("table_name"),
            *_SYSTEM,
            *(
                f"{column}{suffix}"
                for column in ("line_id", "unit_code")
                for suffix in ("", "__text", "__cell")
            ),
            activity[table].alias("activity_code"),
            positive[table].fill_null(value=False).alias("is_positive"),
        )
        for table in LINE_TABLES
    )


def with_balance(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `balance`, so that `BALANCE` is a key; a line without a unit belongs to none and is left out."""
    return rows.filter(pl.col("unit_code").is_not_null()).with_columns(
        pl.col("balance_code").fill_null("").str.strip_chars().alias("balance")
    )


def source_categories(batch: Batch) -> pl.DataFrame:
    """activity_code, source_category_code: the categories of completeness, one row a pair."""
    return (
        batch.reference["method_terms"]
        .select("activity_code", "source_category_code")
        .drop_nulls()
        .unique(maintain_order=True)
    )
