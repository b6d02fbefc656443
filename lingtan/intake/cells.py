"""A sheet as it was sent: the text of every cell that holds something, and what is special about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openpyxl.utils.cell import get_column_letter

#: Files that are one table; what such a file holds is told by its content.
TABLE_SUFFIXES: Final = (".csv", ".parquet")

#: (row, column), both from 1.
Position = tuple[int, int]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or one file of a bundle.

    Attributes:
        name: the sheet's name; for CSV and Parquet the name of the file.
        rows: row -> column -> text, rows and columns ascending. A formula without a stored result is "".
        errors: cells that hold an error such as `#DIV/0!`.
        formulas: cells whose text is the stored result of a formula.
        merged: the first cell of every merged range.
        hidden_rows: rows that the sender does not see.
        hidden_columns: columns with anything in them that the sender does not see.
        is_hidden: the sender does not see the whole sheet.
        encoding: of a CSV the encoding it was sent in.
    """

    name: str
    rows: Mapping[int, Mapping[int, str]]
    errors: frozenset[Position] = frozenset()
    formulas: frozenset[Position] = frozenset()
    merged: frozenset[Position] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    encoding: str | None = None

    def text(self, row: int, column: int) -> str:
        """The text of a cell without surrounding space; "" where it holds nothing."""
        return self.rows.get(row, {}).get(column, "").strip()

    def filled_rows(self) -> list[int]:
        """The rows with anything in them: a cell of nothing but space is not something, a formula is."""
        formula_rows = {row for row, _ in self.formulas}
        return [
            row
            for row, cells in self.rows.items()
            if row in formula_rows or any(not text.isspace() and text for text in cells.values())
        ]

    def record(self, row: int) -> dict[str, str]:
        """A row as address -> text: how a row that no form takes is kept (L2)."""
        return {address(row, column): text for column, text in self.rows.get(row, {}).items()}


def address(row: int, column: int) -> str:
    """The address a spreadsheet shows, such as `D7`."""
    return f"{get_column_letter(column)}{row}"
