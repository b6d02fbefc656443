"""What a contract is: one version of one form, its tables and their columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, Final, Literal, get_args

from pydantic import ConfigDict

ColumnType = Literal["text", "code", "period", "decimal", "integer", "date", "boolean"]
NotationKey = Literal["NO", "NE", "NA", "IE", "C"]
Orientation = Literal["table", "vertical"]
PeriodType = Literal["year", "quarter", "month", "date"]

#: The table that says which form this is, whose, and for which period.
COVER: Final = "cover"

# A misspelt key in a contract must not pass for an absent one.
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Label:
    """A text for people, in Chinese and in English."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    zh: str
    en: str


#: The notation keys; the code list of this name says what each means (L7).
NOTATION_KEYS: Final[tuple[NotationKey, ...]] = get_args(NotationKey)

#: What a cell of a boolean column may say, and what it means. A form offers the first two.
BOOLEAN_TEXTS: Final[Mapping[str, bool]] = {
    "是": True,
    "否": False,
    "true": True,
    "false": False,
    "yes": True,
    "no": False,
}


@dataclass(frozen=True)
class Column:
    """A column of a form table.

    `unit` is text for people; where the unit is chosen by the submitter the table has a unit column. `min`
    and `max` are inclusive. `fixed` is the only text the cell may hold. `notation_keys` are the keys the cell
    accepts instead of a number (L7). `period_types` are the periods the cell takes; empty: those of the form.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    name: str
    type: ColumnType
    label: Label
    required: bool = False
    help: Label | None = None
    unit: str | None = None
    code_list: str | None = None
    notation_keys: tuple[NotationKey, ...] = ()
    min: Decimal | None = None
    max: Decimal | None = None
    fixed: str | None = None
    period_types: tuple[PeriodType, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of a form: one sheet of the workbook, one file of the CSV bundle, one table of the lake.

    `orientation` is `table` (a head and rows) or `vertical` (one row, written as a list of label and value).
    A table that is not `required` may be left out of a delivery; completeness says what that means (L7).
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    name: str
    title: Label
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    orientation: Orientation = "table"
    min_rows: int = 0
    required: bool = True

    def column(self, name: str) -> Column:
        """The column of this name; `KeyError` where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name}")


@dataclass(frozen=True)
class Contract:
    """One version of one form.

    `reporting_unit` names the cover column that says whose return it is. `valid_from` and `valid_to` bound
    the periods it is used for (`valid_to` None: still in use). `path` is the file it was read from: its bytes
    are the contract's identity.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    form: str
    version: str
    form_number: str
    valid_from: date
    valid_to: date | None
    period_types: tuple[PeriodType, ...]
    reporting_unit: str
    title: Label
    note: Label
    tables: tuple[Table, ...]
    path: Path

    def table(self, name: str) -> Table:
        """The table of this name; `KeyError` where there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(f"form {self.form} version {self.version} has no table {name}")
