"""Cuts the public tables out of the protected cells: what readers get, and not a digit more."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.disclosure.cells import TOTAL, table_levels
from lingtan.disclosure.contributions import BETWEEN_PARKS, BETWEEN_PROVINCES, OTHER_PARKS
from lingtan.disclosure.protect import SHOWN
from lingtan.disclosure.public_tables import Dimension, Measure, PublicTable, PublicTables
from lingtan.public.chart_marks import CHART_MARKS, CHART_MARKS_KEY, chart_marks
from lingtan.public.columns import CONFIDENTIAL, FREE
from lingtan.release.code_names import CodeNames
from lingtan.release.parquet import write_sorted

#: Names of codes that are in no list: what is summed over, and what has no place of its own.
_OWN_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    TOTAL: ("合计", "Total"),
    BETWEEN_PROVINCES: ("省际抵消", "Eliminated between provinces"),
    "unknown": ("不详", "Not known"),
    "unknown_division": ("行业大类不详", "Division not known"),
    BETWEEN_PARKS: ("园区间抵消", "Eliminated between parks"),
    OTHER_PARKS: ("其他园区", "Other parks"),
    "NA": ("不适用", "Not applicable"),
}


def cut_table(
    public: PublicTables, table: PublicTable, measure: Measure, cells: pl.DataFrame, names: CodeNames
) -> pl.DataFrame:
    """A public table out of the protected cells.

    Args:
        public: everything published.
        table: the table.
        measure: its measure.
        cells: rows of `cmp_public_cells`.
        names: names of codes.

    Returns:
        The columns of `edition.EditionTable.frame`, sorted by year and codes.
    """
    own = cells.filter(
        pl.col("measure_code") == measure.code, pl.col("level_code").is_in(table_levels(public, table))
    )
    value = pl.col("published_value").cast(pl.Decimal(38, measure.decimals))
    frame = own.select(
        "reference_year",
        *(_code(dimension) for dimension in table.by),
        value.alias(measure.quantity),
        pl.when(pl.col("protection_status_code") == SHOWN)
        .then(pl.lit(FREE))
        .otherwise(pl.lit(CONFIDENTIAL))
        .alias("confidentiality_code"),
    )
    for dimension in table.by:
        frame = _named(frame, dimension, public.dimensions[dimension], names)
    columns = [f"{one}_{part}" for one in table.by for part in ("code", "name_zh", "name_en")]
    return frame.select("reference_year", *columns, measure.quantity, "confidentiality_code").sort(
        "reference_year", *(f"{dimension}_code" for dimension in table.by)
    )


def _code(dimension: str) -> pl.Expr:
    """The code that a cell has in a dimension: cells name those they are counted by, `area=110000|…`."""
    found = pl.col("cell_code").str.extract(rf"(?:^|\|){dimension}=([^|]*)")
    return found.fill_null(TOTAL).alias(f"{dimension}_code")


def _named(frame: pl.DataFrame, dimension: str, spec: Dimension, names: CodeNames) -> pl.DataFrame:
    known = dict(_OWN_NAMES) | dict(names.lists.get(spec.names, {}))
    code = pl.col(f"{dimension}_code")
    return frame.with_columns(
        code.replace_strict(
            {key: pair[at] for key, pair in known.items()}, default=code, return_dtype=pl.String
        ).alias(f"{dimension}_name_{language}")
        for at, language in enumerate(("zh", "en"))
    )


def _tables(
    public: PublicTables, cells: pl.DataFrame, names: CodeNames
) -> Iterator[tuple[PublicTable, pl.DataFrame]]:
    """Every table of which the release has a cell."""
    measures = {one.code: one for one in public.measures}
    for table in public.tables:
        frame = cut_table(public, table, measures[table.measure], cells, names)
        if not frame.is_empty():
            yield table, frame


def write_public_tables(public: PublicTables, cells: pl.DataFrame, names: CodeNames, folder: Path) -> None:
    """Write `<table>.parquet` for every table of which the release has a cell, and the marks of charts.

    Args:
        public: everything published.
        cells: `cmp_public_cells` of the release.
        names: names of codes.
        folder: where the files go.
    """
    for table, frame in _tables(public, cells, names):
        key = ("reference_year", *(f"{one}_code" for one in table.by))
        write_sorted(frame, folder / f"{table.code}.parquet", key)
    write_sorted(chart_marks(public, cells), folder / f"{CHART_MARKS}.parquet", CHART_MARKS_KEY)


def differing_public_tables(
    public: PublicTables, cells: pl.DataFrame, names: CodeNames, folder: Path
) -> list[str]:
    """Public tables in a folder that are not what the protected cells say; empty if all are."""
    expected = {table.code: frame for table, frame in _tables(public, cells, names)}
    expected[CHART_MARKS] = chart_marks(public, cells)
    present = {path.stem: path for path in folder.glob("*.parquet")}
    wrong = sorted(expected.keys() ^ present.keys())
    return wrong + [
        code
        for code in sorted(expected.keys() & present.keys())
        if not pl.read_parquet(present[code]).equals(expected[code])
    ]
