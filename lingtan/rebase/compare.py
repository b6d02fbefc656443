"""Compare the canonical tables of neighbouring builds, one cause after the other, exactly (L3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.quiet_duckdb import connect
from lingtan.release.canonical import literal

_QUERIES: Final = Path(__file__).parent / "queries"
#: What is read of each build.
TABLES: Final = (
    "dim_coefficients",
    "dim_factors",
    "fct_emissions",
    "fct_energy",
    "fct_province_emissions",
    "mart_carbon_per_energy",
    "mart_national_inventory_year",
    "mart_national_year",
    "mart_park_component_year",
    "mart_park_energy_year",
    "mart_park_year",
    "mart_production_consumption",
    "mart_province_inventory_year",
    "mart_province_year",
)
LINE_KEY: Final = (
    "line_kind_code", "unit", "reference_year", "province_code", "park_code", "boundary_code", "method_code",
    "submission_id", "period_code", "table_name", "line_id", "activity_code", "carrier_code", "view_code",
    "entry_kind_code", "term_code", "gas_code", "scope2_basis_code",
)  # fmt: skip
FIGURE_KEY: Final = (
    "reference_year", "figure_level_code", "area_code", "park_code", "boundary_code", "method_code",
    "figure_code", "scope_code", "scope2_basis_code", "component_code", "gas_group_code", "unit",
)  # fmt: skip
STATE_KEY: Final = ("reference_year", "park_code", "boundary_code", "method_code", "energy_method_code")


@dataclass(frozen=True)
class Side:
    """One build.

    Attributes:
        canonical: folder of its canonical tables.
        boundary_code: the boundary that its plan makes the headline.
    """

    canonical: Path
    boundary_code: str


@dataclass(frozen=True)
class Changes:
    """What differs between the first and the last of several builds.

    Attributes:
        lines: one row a line and cause, with what of the line changed and its part of the difference.
        figure_parts: one row a figure and cause.
        figures: one row a figure: old, new, difference, its main cause, how many causes.
        thresholds: parks that cross a threshold or become (un)comparable.
    """

    lines: pl.DataFrame
    figure_parts: pl.DataFrame
    figures: pl.DataFrame
    thresholds: pl.DataFrame


def _query(name: str, **texts: str) -> str:
    text = (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    for key, value in texts.items():
        text = text.replace(f"{{{key}}}", value)
    return text


def _open(old: Side, new: Side) -> duckdb.DuckDBPyConnection:
    """Views `old_<table>` and `new_<table>`, and names of codes."""
    connection = connect()
    for prefix, side in (("old", old), ("new", new)):
        for table in TABLES:
            source = literal(str(side.canonical / f"{table}.parquet"))
            connection.execute(f"create view {prefix}_{table} as select * from read_parquet({source})")
    seed = literal(str(SEEDS / "energy_methods.csv"))
    connection.execute(f"create view seed_energy_methods as select * from read_csv({seed}, all_varchar=true)")
    return connection


def _compared(connection: duckdb.DuckDBPyConnection, name: str, key: Sequence[str]) -> pl.DataFrame:
    return connection.execute(_query(name, key=", ".join(key))).pl()


def _figures(connection: duckdb.DuckDBPyConnection, old: Side, new: Side) -> pl.DataFrame:
    for prefix, side in (("old", old), ("new", new)):
        query = _query("figures", side=prefix).replace("$boundary", literal(side.boundary_code))
        connection.execute(f"create or replace temp table {prefix}_figures as {query}")
    return _compared(connection, "figure_changes", FIGURE_KEY)


def _step(old: Side, new: Side) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Lines and figures that differ between two neighbours."""
    with _open(old, new) as connection:
        for prefix in ("old", "new"):
            connection.execute(f"create view {prefix}_lines as {_query('lines', side=prefix)}")
            connection.execute(f"create view {prefix}_documents as {_query('documents', side=prefix)}")
        return _compared(connection, "line_changes", LINE_KEY), _figures(connection, old, new)


def _with_main(parts: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """Mark the cause with the largest part of each line or figure; the first of equals."""
    largest = pl.col("difference").abs()
    return (
        parts.sort(*key, largest, "step_number", descending=[*(False for _ in key), True, False])
        .with_columns(is_main=pl.int_range(pl.len()).over(key) == 0)
        .sort(*key, "step_number")
    )


def compare_builds(sides: Sequence[Side], causes: Sequence[str]) -> Changes:
    """Compare the builds of a chain in which each differs from the one before by one cause.

    Differences of neighbours add up exactly to those between first and last, for lines as for figures: what
    is between cancels out.

    Args:
        sides: the builds, first the old one, last the new one.
        causes: the code of what differs between each build and the one before: one fewer than the builds.

    Returns:
        Everything that changed on the way.
    """
    lines, parts = [], []
    for number, (cause, old, new) in enumerate(zip(causes, sides[:-1], sides[1:], strict=True), start=1):
        label = (pl.lit(number).alias("step_number"), pl.lit(cause).alias("cause_code"))
        changed_lines, changed_figures = _step(old, new)
        lines.append(changed_lines.with_columns(*label))
        parts.append(changed_figures.with_columns(*label))
    figure_parts = _with_main(pl.concat(parts), FIGURE_KEY)
    with _open(sides[0], sides[-1]) as connection:
        figures = _figures(connection, sides[0], sides[-1])
        for prefix in ("old", "new"):
            connection.execute(f"create view {prefix}_states as {_query('states', side=prefix)}")
        thresholds = _compared(connection, "thresholds", STATE_KEY)
    main = figure_parts.filter("is_main").select(*FIGURE_KEY, "cause_code")
    counts = figure_parts.group_by(FIGURE_KEY).agg(cause_count=pl.len())
    figures = (
        figures.join(main, on=FIGURE_KEY, how="left", validate="1:1")
        .join(counts, on=FIGURE_KEY, how="left", validate="1:1")
        .sort(FIGURE_KEY)
    )
    return Changes(_with_main(pl.concat(lines), LINE_KEY), figure_parts, figures, thresholds)
