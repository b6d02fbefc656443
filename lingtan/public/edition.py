"""What was published, read back from the public files themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from lingtan.disclosure.chart_statements import CHART_MARKS_SCHEMA
from lingtan.disclosure.public_tables import Measure, PublicTable, PublicTables
from lingtan.release.marks import Marks


@dataclass(frozen=True)
class EditionTable:
    """A public table with its rows.

    Attributes:
        table: what it counts by, and its titles.
        measure: what it counts, and the unit.
        frame: reference_year, `<dimension>_code`, `<dimension>_name_zh`, `<dimension>_name_en` for each
            dimension of the table (code TOTAL where it is summed over), the measure's quantity (DECIMAL, null
            where it is withheld) and confidentiality_code (F or C); a row a cell, in reading order.
    """

    table: PublicTable
    measure: Measure
    frame: pl.DataFrame


@dataclass(frozen=True)
class Edition:
    """Everything published of a release.

    Attributes:
        plan_id: the plan of the release.
        is_synthetic: whether a synthetic park is in it.
        public: the tables as declared, with the rules of protection.
        tables: the tables with their rows, in the order of the declaration; one without a row is left out.
        chart_marks: what charts show beside values, rows of `CHART_MARKS_SCHEMA`.
    """

    plan_id: str
    is_synthetic: bool
    public: PublicTables
    tables: Sequence[EditionTable]
    chart_marks: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CHART_MARKS_SCHEMA))

    @property
    def marks(self) -> Marks:
        """What every file has to say about itself."""
        return Marks(is_synthetic=self.is_synthetic, is_internal=False)

    @property
    def years(self) -> list[int]:
        """The reference years, oldest first."""
        return sorted({year for one in self.tables for year in one.frame["reference_year"]})

    def of(self, code: str) -> EditionTable | None:
        """A table by its code; None where the release has no cell of it."""
        return next((one for one in self.tables if one.table.code == code), None)


def read_edition(data: Path, public: PublicTables, *, plan_id: str, is_synthetic: bool) -> Edition:
    """Read the public tables of a release.

    Args:
        data: the folder of the public `<table>.parquet` files.
        public: the tables as declared.
        plan_id: the plan of the release.
        is_synthetic: whether a synthetic park is in it.
    """
    measures = {one.code: one for one in public.measures}
    marks = data / "chart_marks.parquet"
    return Edition(
        plan_id,
        is_synthetic,
        public,
        [
            EditionTable(table, measures[table.measure], frame)
            for table in public.tables
            if (path := data / f"{table.code}.parquet").is_file()
            and not (frame := pl.read_parquet(path)).is_empty()
        ],
        pl.read_parquet(marks) if marks.is_file() else pl.DataFrame(schema=CHART_MARKS_SCHEMA),
    )
