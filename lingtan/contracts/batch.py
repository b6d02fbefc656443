"""What rules see: a batch of submissions as typed tables, and the facts noted while they were read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from lingtan.contracts.model import Column, ColumnType, Contract, Table

#: A reported value in its own unit, DECIMAL(25,12) (DESIGN section 6, L3).
REPORTED_VALUE: Final = pl.Decimal(precision=25, scale=12)

#: What a column's typed value is stored as.
POLARS_TYPES: Final[Mapping[ColumnType, pl.DataType]] = {
    "text": pl.String(),
    "code": pl.String(),
    "period": pl.String(),
    "decimal": REPORTED_VALUE,
    "integer": pl.Int64(),
    "date": pl.Date(),
    "boolean": pl.Boolean(),
}

#: The columns every lake table begins with.
SYSTEM_COLUMNS: Final[Mapping[str, pl.DataType]] = {
    "batch_id": pl.String(),
    "submission_id": pl.String(),
    "row_number": pl.Int64(),
    "sheet": pl.String(),
    "source_row": pl.Int64(),
    "row_disposition": pl.String(),
}

#: What became of a row that was read (L2); held, superseded and withdrawn are states of a whole submission.
ROW_DISPOSITIONS: Final = ("used", "refused", "context")

DELIVERY_PROBLEMS: Final = (
    "encrypted_file",
    "xls_not_accepted",
    "encoding_not_accepted",
    "unreadable_file",
    "unknown_file_kind",
    "no_contract_fits",
    "ambiguous_layout",
    "empty_delivery",
)
SUBMISSION_PROBLEMS: Final = (
    "missing_table",
    "duplicate_table",
    "unknown_sheet",
    "unknown_column",
    "missing_column",
    "layout_label_unknown",
    "fixed_value_differs",
    "period_not_valid",
)
CELL_PROBLEMS: Final = (
    "error_cell",
    "formula_cell",
    "not_a_number",
    "not_an_integer",
    "not_a_date",
    "not_a_boolean",
    "unknown_code",
    "notation_not_allowed",
    "missing_value",
    "out_of_range",
    "too_many_digits",
    "merged_cell",
    "hidden_row",
)
#: Every neutral fact the reader may note; a rule gives it a severity.
PROBLEM_CODES: Final = (*DELIVERY_PROBLEMS, *SUBMISSION_PROBLEMS, *CELL_PROBLEMS)

#: A fact noted while reading and typing. Delivery problems have no submission_id; any column may be null.
PROBLEM_SCHEMA: Final = pl.Schema(
    {
        "submission_id": pl.String(),
        "form": pl.String(),
        "table_name": pl.String(),
        "sheet": pl.String(),
        "cell": pl.String(),
        "row_number": pl.Int64(),
        "column_name": pl.String(),
        "problem_code": pl.String(),
        "found": pl.String(),
        "expected": pl.String(),
    }
)

#: What a rule's check returns: one row a finding, at its cell.
FINDING_SCHEMA: Final = pl.Schema(
    {
        "rule_id": pl.String(),
        "submission_id": pl.String(),
        "form": pl.String(),
        "table_name": pl.String(),
        "row_number": pl.Int64(),
        "column_name": pl.String(),
        "sheet": pl.String(),
        "cell": pl.String(),
        "found": pl.String(),
        "expected": pl.String(),
        "detail": pl.String(),
    }
)


@dataclass(frozen=True)
class Batch:
    """Typed tables of many submissions, keyed by submission_id.

    Attributes:
        contracts: form -> the contract these submissions were read with.
        tables: (form, table) -> a frame of `lake_schema(table)`; a table nobody sent is there with no rows.
        problems: a frame of `PROBLEM_SCHEMA`.
        reference: the reference seeds by file stem, every column String.
    """

    contracts: Mapping[str, Contract]
    tables: Mapping[tuple[str, str], pl.DataFrame]
    problems: pl.DataFrame
    reference: Mapping[str, pl.DataFrame]


def column_schema(column: Column) -> dict[str, pl.DataType]:
    """The lake columns one contract column becomes, in order.

    The typed value, the submitted text (L1), the address of the cell such as `D7` and, where the contract
    allows notation keys, the key that stands there instead of a number (L7).
    """
    schema: dict[str, pl.DataType] = {
        column.name: POLARS_TYPES[column.type],
        f"{column.name}__text": pl.String(),
        f"{column.name}__cell": pl.String(),
    }
    if column.notation_keys:
        schema[f"{column.name}__notation"] = pl.String()
    return schema


def lake_schema(table: Table) -> pl.Schema:
    """The exact columns of a form table in the lake, in order: system columns, then each column's own."""
    schema = dict(SYSTEM_COLUMNS)
    for column in table.columns:
        schema |= column_schema(column)
    return pl.Schema(schema)
