"""A figure of a public table and the protected cell that it was cut from."""

from typing import Final

from lingtan.disclosure.cells import TOTAL, table_levels
from lingtan.disclosure.public_tables import Measure, PublicTable, read_public_tables
from lingtan.errors import LingtanError
from lingtan.release.canonical import literal

#: Where the figures of all public tables come from.
PUBLISHED: Final = ("cmp_public_cells", "published_value")


def public_table_named(code: str) -> PublicTable | None:
    """A public table by its code; None where none is declared."""
    return next((one for one in read_public_tables().tables if one.code == code), None)


def key_columns(table: PublicTable) -> tuple[str, ...]:
    """The columns that tell a row of a public table from all others."""
    return ("reference_year", *(f"{dimension}_code" for dimension in table.by))


def measure_in(table: PublicTable, column: str) -> Measure:
    """The measure of a public table, whose quantity is the column.

    Raises:
        LingtanError: the table has another quantity.
    """
    measure = read_public_tables().measure(table.measure)
    if column != measure.quantity:
        raise LingtanError(
            f"公开表 {table.code} 没有可解释的列 {column}；可选：{measure.quantity}。",
            f"Public table {table.code} has no column {column} to explain; choose {measure.quantity}.",
        )
    return measure


def of_protected_cells(table: PublicTable, column: str) -> str:
    """SQL of the protected cells of a public table, with the key that the table has and the row `rn` of each.

    Raises:
        LingtanError: the table has no such quantity.
    """
    measure = measure_in(table, column)
    levels = ", ".join(map(literal, table_levels(read_public_tables(), table)))
    codes = "".join(
        f", coalesce(nullif(regexp_extract(cell_code, '(^|\\|){dimension}=([^|]*)', 2), ''),"
        f" {literal(TOTAL)}) as {dimension}_code"
        for dimension in table.by
    )
    return (
        f"(select rn, reference_year{codes} from {PUBLISHED[0]}"
        f" where measure_code = {literal(measure.code)} and level_code in ({levels}))"
    )
