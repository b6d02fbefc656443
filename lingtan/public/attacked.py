"""Interim."""

from pathlib import Path

import polars as pl

from lingtan.disclosure.attack import Attack, Statements
from lingtan.disclosure.cells import build_cells
from lingtan.disclosure.chart_statements import stated_by_charts
from lingtan.disclosure.contributions import read_contributions
from lingtan.disclosure.protect import sensitive_of, stated_by_values, to_protect
from lingtan.disclosure.protected_cells import protected_cells  # noqa: F401
from lingtan.disclosure.public_tables import PublicTables

SCHEMA = {
    "reference_year": pl.Int32,
    "measure_code": pl.String,
    "cell_code": pl.String,
    "knower_code": pl.String,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "protected_below": pl.Float64,
    "protected_above": pl.Float64,
    "is_breached": pl.Boolean,
    "equations": pl.String,
}


def attack_release(
    public: PublicTables, tables: Path, industries: Path, boundary_code: str, published: Path
) -> pl.DataFrame:
    """Interim."""
    rows = []
    for measure in public.measures:
        contributions = read_contributions(tables, industries, measure, boundary_code)
        for (year,), of_year in sorted(contributions.partition_by("reference_year", as_dict=True).items()):
            cells = build_cells(public, public.of_measure(measure), [of_year])
            sensitive = sensitive_of(public, measure, cells)
            said = []
            for table in public.of_measure(measure):
                if not (published / f"{table.code}.parquet").is_file():
                    continue
                frame = pl.read_parquet(published / f"{table.code}.parquet").filter(reference_year=year)
                frame = frame.rename({measure.quantity: "value"} | {f"{one}_code": one for one in table.by})
                said.append(stated_by_values(public, table, measure, frame, cells))
            marks = pl.read_parquet(published / "chart_marks.parquet").filter(reference_year=year)
            said.append(stated_by_charts(public, measure, marks, cells))
            if not said:
                continue
            attack = Attack(cells.system, Statements.together(said))
            for protected in to_protect(sensitive):
                found = attack.interval(protected)
                key = cells.keys.row(protected.cell, named=True)
                code = "|".join(
                    f"{name}={key[name]}"
                    for name in key
                    if name not in ("release_at", "is_new", "levels") and key[name] != "TOTAL"
                )
                rows.append(
                    (
                        year,
                        measure.code,
                        code,
                        "",
                        found.lower,
                        found.upper,
                        protected.below,
                        protected.above,
                        found.is_breached,
                        "; ".join(found.equations),
                    )
                )
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")
