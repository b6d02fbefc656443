"""What a reading found, before anything is typed: submissions as text, and rows that no form takes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from lingtan.contracts.model import Contract, Table
from lingtan.intake.cells import Sheet
from lingtan.intake.layout import Layout
from lingtan.intake.problems import Problem

#: Rows kept although no form takes them (L2).
UNMAPPED_SCHEMA = pl.Schema(
    {
        "submission_id": pl.String(),
        "sheet": pl.String(),
        "source_row": pl.Int64(),
        "texts": pl.String(),
    }
)


#: The rows of a form table as text, column by column (`raw_schema`). No frame yet: a call reads thousands of
#: small tables, and one frame is made of all of them.
RawTable = Mapping[str, Sequence[str | int | None]]


def raw_schema(table: Table) -> pl.Schema:
    """The columns of a form table as text: place of the row, then text, cell and value of each column.

    `<column>__value` is what is typed. It differs from the submitted text only where a layout says what a
    label stands for or what a sheet's name means.
    """
    schema: dict[str, pl.DataType] = {
        "row_number": pl.Int64(),
        "sheet": pl.String(),
        "source_row": pl.Int64(),
    }
    for column in table.columns:
        schema |= {f"{column.name}{part}": pl.String() for part in ("__text", "__cell", "__value")}
    return pl.Schema(schema)


def no_rows(table: Table) -> RawTable:
    """A table that was sent without rows."""
    return {name: [] for name in raw_schema(table)}


@dataclass(frozen=True)
class UnmappedRow:
    """A row, or in a wide layout a cell with its labels, that no form takes: refused, kept as text."""

    sheet: str
    source_row: int
    texts: str

    @classmethod
    def of(cls, sheet: Sheet, row: int) -> "UnmappedRow":
        """The whole row of a sheet."""
        return cls(sheet.name, row, json.dumps(sheet.record(row), ensure_ascii=False))


@dataclass
class SubmissionDraft:
    """One submission as text.

    Attributes:
        tables: table name -> its rows; a table that was not sent is absent.
        context_rows: heads, notes, guide and cover lines, subtotals.
    """

    contract: Contract
    layout: Layout | None
    tables: dict[str, RawTable] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unmapped: list[UnmappedRow] = field(default_factory=list)
    context_rows: int = 0


@dataclass(frozen=True)
class Drafts:
    """All submissions of one delivery, read with one contract and at most one layout.

    `context_rows` counts rows that belong to no submission, such as those of a sheet of notes. `file_format`
    and `text_encoding` say how it was sent.
    """

    contract: Contract
    layout: Layout | None
    submissions: Sequence[SubmissionDraft]
    context_rows: int = 0
    file_format: str | None = None
    text_encoding: str | None = None
