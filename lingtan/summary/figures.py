"""The cells of an edition's newest year, found by what they are counted by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.public_tables import Measure
from lingtan.public.columns import CONFIDENTIAL
from lingtan.public.edition import Edition, EditionTable


@dataclass(frozen=True)
class Cell:
    """A published cell along one dimension.

    Attributes:
        code: its code in that dimension.
        name_zh: the name of the code, Chinese.
        name_en: the name of the code, English.
        value: None where it is withheld.
    """

    code: str
    name_zh: str
    name_en: str
    value: Decimal | None


#: What a table has no row of: nothing was counted there. Withheld is something else.
Found = Cell | None
_Codes = tuple[str, ...]


class Figures:
    """An edition's cells of one year.

    Args:
        edition: everything published.
        year: the reference year that the pages show.
    """

    def __init__(self, edition: Edition, year: int) -> None:
        self.edition = edition
        self.year = year
        self._rows = {one.table.code: _rows(one, year) for one in edition.tables}

    def table(self, code: str) -> EditionTable | None:
        """A table by its code, None where the edition has no cell of it in the year."""
        return self.edition.of(code) if self._rows.get(code) else None

    def measure(self, code: str) -> Measure:
        """A measure by its code."""
        return next(one for one in self.edition.public.measures if one.code == code)

    def along(self, code: str, dimension: str, at: Mapping[str, str] | None = None) -> Sequence[Cell]:
        """The cells of a table along a dimension, without its total, in the order of their codes.

        Args:
            code: the table.
            dimension: the dimension that changes.
            at: codes in the other dimensions; a dimension that is not there is summed over.
        """
        table = self.table(code)
        if table is None:
            return ()
        dimensions = list(table.table.by)
        place = dimensions.index(dimension)
        wanted = [(at or {}).get(one, TOTAL) for one in dimensions]
        found = []
        for codes, row in self._rows[code].items():
            if codes[place] != TOTAL and codes == (*wanted[:place], codes[place], *wanted[place + 1 :]):
                found.append(_cell(row, dimension, table.measure.quantity))
        return found

    def at(self, code: str, at: Mapping[str, str] | None = None) -> Found:
        """One cell of a table; without codes, the total."""
        table = self.table(code)
        if table is None:
            return None
        codes = tuple((at or {}).get(one, TOTAL) for one in table.table.by)
        row = self._rows[code].get(codes)
        return None if row is None else _cell(row, next(iter(table.table.by)), table.measure.quantity)

    def total(self, measure: str) -> Found:
        """The total of a measure, which all its tables share."""
        return next(
            (
                found
                for one in self.edition.tables
                if one.table.measure == measure and (found := self.at(one.table.code)) is not None
            ),
            None,
        )

    def area_table(self, measure: str) -> str | None:
        """The first table that has a measure by area."""
        return next(
            (
                one.table.code
                for one in self.edition.tables
                if one.table.measure == measure and "area" in one.table.by and self.table(one.table.code)
            ),
            None,
        )


def _rows(table: EditionTable, year: int) -> dict[_Codes, dict[str, Any]]:
    codes = [f"{dimension}_code" for dimension in table.table.by]
    rows = table.frame.filter(table.frame["reference_year"] == year).to_dicts()
    return {tuple(row[one] for one in codes): row for row in rows}


def _cell(row: Mapping[str, Any], dimension: str, quantity: str) -> Cell:
    is_withheld = row["confidentiality_code"] == CONFIDENTIAL
    return Cell(
        row[f"{dimension}_code"],
        row[f"{dimension}_name_zh"],
        row[f"{dimension}_name_en"],
        None if is_withheld else row[quantity],
    )
