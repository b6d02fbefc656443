"""The lines of a park return: what its tables of lines have in common."""

from typing import Final

import polars as pl

from lingtan.contracts.batch import Batch

PARK_RETURN: Final = "park_return"

#: Which process a line belongs to; a blank balance code stands for the unit as a whole.
BALANCE: Final = ("submission_id", "unit_code", "balance")

_SYSTEM: Final = ("submission_id", "row_number", "sheet", "source_row")

#: Fates that keep the CO2 for good, and those that keep what a living thing took up.
_PERMANENT: Final = ("geological", "mineralised")
_IN_NATURE: Final = ("biomass", "soil")

#: The activity code of a line, as in the seed method_terms; a line that makes no activity has none.
_ACTIVITIES: Final = {
    "energy": pl.format("energy/{}", "flow_code"),
    "power_heat": pl.format("{}/{}", "kind_code", "direction_code"),
    "generation": pl.lit("generation/attribute_sold"),
    "process": pl.format("process/{}", "role_code"),
    "other_gases": pl.format("other_gases/{}", "source_code"),
    "scope3": pl.format("scope3/{}", "scope3_category_code"),
    "removals": (
        pl.when(pl.col("co2_origin_code") == "fossil", pl.col("fate_code").is_in(_PERMANENT))
        .then(pl.lit("removals/fossil_stored"))
        .when(pl.col("co2_origin_code") != "fossil", pl.col("fate_code").is_in([*_PERMANENT, *_IN_NATURE]))
        .then(pl.lit("removals/stored"))
        .otherwise(pl.lit("removals/not_stored"))
    ),
    "instruments": pl.when(pl.col("instrument_type_code") == "offset").then(pl.lit("instruments/offset")),
}

#: The quantities of a line, of which one above zero says that something occurs.
_QUANTITIES: Final = {
    "energy": ("quantity",),
    "power_heat": ("quantity",),
    "generation": ("attribute_sold",),
    "process": ("qualified_output", "own_use", "activity"),
    "other_gases": ("opening_stock", "bought", "charge_increase", "emitted", "activity"),
    "scope3": ("activity", "amount_10k_cny"),
    "removals": ("quantity",),
    "instruments": ("quantity",),
}


def tables_with(batch: Batch, column: str) -> tuple[str, ...]:
    """The tables of the park return that have this column and are not the list it refers to (L10)."""
    return tuple(
        table.name
        for table in batch.contracts[PARK_RETURN].tables
        if table.name != "units" and any(known.name == column for known in table.columns)
    )


def addressed(batch: Batch, column: str) -> pl.DataFrame:
    """One row a line of every table with this column.

    Columns: table_name, the system columns, the column with its text and its address.
    """
    return pl.concat(
        batch.tables[PARK_RETURN, table].select(
            pl.lit(table).alias("table_name"),
            *_SYSTEM,
            *(f"{column}{suffix}" for suffix in ("", "__text", "__cell")),
        )
        for table in tables_with(batch, column)
    )


def all_lines(batch: Batch) -> pl.DataFrame:
    """One row a line of every table that makes activities.

    Columns: submission_id, activity_code (null: the line makes none), is_positive (a quantity above zero was
    given).
    """
    return pl.concat(
        batch.tables[PARK_RETURN, table].select(
            "submission_id",
            activity.alias("activity_code"),
            pl.any_horizontal((pl.col(name) > 0).fill_null(value=False) for name in _QUANTITIES[table]).alias(
                "is_positive"
            ),
        )
        for table, activity in _ACTIVITIES.items()
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
