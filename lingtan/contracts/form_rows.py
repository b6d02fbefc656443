"""The rows a form is filled with, checked against its contract before a file is written."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from lingtan.contracts.model import COVER, Contract, Table

#: One row: column name -> value (str, Decimal, int, date, bool or None).
Row: TypeAlias = Mapping[str, object]
#: The rows of a form by table name.
FormRows: TypeAlias = Mapping[str, Sequence[Row]]


def rows_of(contract: Contract, table: Table, rows: FormRows) -> list[dict[str, object]]:
    """The rows of one table with every column of it, in the contract's order; an absent value is None.

    The cover's fixed columns (form, form_version) are filled in where the caller leaves them out.

    Raises:
        ValueError: a table or column the contract does not know, or several rows for a vertical table.
    """
    unknown = set(rows) - {known.name for known in contract.tables}
    if unknown:
        raise ValueError(f"form {contract.form} has no table {', '.join(sorted(unknown))}")
    given = list(rows.get(table.name, ()))
    if table.orientation == "vertical" and len(given) > 1:
        raise ValueError(f"table {table.name} has one row, not {len(given)}")
    if table.name == COVER and not given:
        given = [{}]
    names = {column.name for column in table.columns}
    for row in given:
        if not names.issuperset(row):
            raise ValueError(f"table {table.name} has no column {', '.join(sorted(set(row) - names))}")
    return [{column.name: row.get(column.name, column.fixed) for column in table.columns} for row in given]
