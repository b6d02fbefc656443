"""The build folder of the small nation: database, canonical files, plan."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl

from lingtan.release.build_folder import BuildFolder
from lingtan.release.canonical import write_canonical
from lingtan.release.hashing import canonical_json, plan_id_of
from lingtan.release.tables import ReleasedTable
from tests.builders.canonical_tables import tables

_FACT = pl.Decimal(26, 12)
_SUM = pl.Decimal(38, 12)
_TYPES: Mapping[str, pl.DataType] = {
    "reference_year": pl.Int32(),
    "sign": pl.Int32(),
    "account_entry_order": pl.Int32(),
    **{
        name: pl.Boolean()
        for name in (
            "is_memo",
            "is_internal",
            "is_synthetic",
            "has_return",
            "is_partial",
            "is_counted",
            "is_verified",
            "is_threshold_verified",
        )
    },
    "coefficient_tce": pl.Decimal(17, 12),
    "carbon_per_energy": pl.Decimal(26, 12),
    "factor_value": pl.Decimal(17, 12),
    "value": pl.Decimal(17, 12),
    "share_ratio": pl.Decimal(17, 12),
    "gwp_value": pl.Decimal(10, 3),
    "mass_t": _FACT,
    "emission_tco2e": _FACT,
    "energy_tce": _FACT,
    **dict.fromkeys(
        (
            "annual_tco2e",
            "periods_tco2e",
            "difference_tco2e",
            "gross_tco2e",
            "scope1_tco2e",
            "scope2_tco2e",
            "removals_tco2e",
            "net_after_removals_tco2e",
            "offsets_tco2e",
            "net_after_offsets_tco2e",
            "scope3_tco2e",
            "production_tco2e",
            "accounts_tco2e",
            "internal_power_tco2e",
            "internal_heat_tco2e",
            "without_account_tco2e",
            "park_tco2e",
            "received_tco2e",
            "resold_tco2e",
            "consumption_tco2e",
            "location_tco2e",
            "market_tco2e",
            "market_less_location_tco2e",
            "claimed_quantity",
            "counted_quantity",
            "blocked_quantity",
            "own_generation_sent_tco2e",
            "opening_tco2e",
            "eliminated_agreeing_tco2e",
            "eliminated_asymmetric_tco2e",
            "eliminated_unconfirmed_tco2e",
            "eliminated_nested_tco2e",
            "physical_tco2e",
            "boundary_not_reported_tco2e",
            "only_physical_tco2e",
            "only_administrative_tco2e",
            "in_both_tco2e",
            "internal_exchange_tco2e",
            "administrative_tco2e",
            "closing_tco2e",
            "remainder_tco2e",
            "difference_quantity",
            "sent_inside_quantity",
            "received_inside_quantity",
            "asymmetry_quantity",
            "remainder_quantity",
            "absolute_tco2e",
            "unverified_tco2e",
            "absolute_tce",
            "unverified_tce",
            "supply_tce",
            "difference_tce",
            "forms_tce",
            "forms_difference_tce",
            "value_a",
            "value_b",
            "difference",
        ),
        _SUM,
    ),
    **dict.fromkeys(("nesting_view_code", "counted_park_code"), pl.String()),
    **{
        name: pl.Int64()
        for name in (
            "rows_read",
            "rows_used",
            "rows_refused",
            "rows_context",
            "line_count",
            "checked_count",
            "failing_count",
            "park_count_registered",
            "park_count_reported",
            "park_count_partial",
            "submission_count",
            "unit_count",
            "unverified_row_count",
            "park_count",
            "contributor_count",
        )
    },
}


#: The one public table of the build.
PUBLIC_TABLES: Final = [ReleasedTable("by_area", ("reference_year", "area_code"))]


def _frame(name: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    # A table that a test emptied keeps its columns.
    columns = {column: _TYPES.get(column, pl.String()) for row in rows or tables()[name] for column in row}
    if name.startswith("mart_"):
        columns |= {column: _SUM for column in ("emission_tco2e", "energy_tce") if column in columns}
    return pl.DataFrame(list(rows), schema=columns)


def write_database(database: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Write a build database as dbt would leave it, with rows in an order that is not the key's."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(database)) as connection:
        for name, some in rows.items():
            frame = _frame(name, some).reverse()
            connection.register("incoming", frame.to_arrow())
            connection.execute(f'create table "{name}" as select * from incoming')
            connection.unregister("incoming")


def _lock(name: str) -> bytes:
    return canonical_json({"plan_version": 1, "name": name, "reference_years": [], "published": []})


def plan_id_for(name: str) -> str:
    """The id of the plan that `write_build` writes under a name."""
    return plan_id_of(_lock(name))


def write_build(
    builds: Path, name: str, rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None
) -> BuildFolder:
    """A build folder with database, canonical files and the plan files a draft copies; no evidence yet."""
    lock = _lock(name)
    build = BuildFolder(builds / plan_id_of(lock))
    write_database(build.database, tables() if rows is None else rows)
    write_canonical(build.database, build.canonical)
    build.public.mkdir()
    table = {"reference_year": [2025], "area_code": ["TOTAL"], "emission_tco2": [Decimal(7)]}
    pl.DataFrame(table).write_parquet(build.public / "by_area.parquet")
    pl.DataFrame({"is_breached": [False]}).write_parquet(build.attack)
    build.plan_tables.mkdir()
    submission = {"submission_id": "S1", "batch_id": "B1", "delivery_id": "0" * 64}
    pl.DataFrame([submission]).write_parquet(build.plan_tables / "submissions.parquet")
    pl.DataFrame({"rule_id": ["R1"], "submission_id": ["S1"]}).write_parquet(
        build.plan_tables / "findings.parquet"
    )
    build.lock.write_bytes(lock)
    return build


def write_lake(lake: Path) -> None:
    """One batch with a planned submission and one that is not planned."""
    folder = lake / "B1"
    folder.mkdir(parents=True)
    rows = pl.DataFrame(
        {
            "batch_id": ["B1", "B1", "B1"],
            "submission_id": ["S1", "S9", "S1"],
            "row_number": [2, 1, 1],
            "sheet": ["能源", "能源", "能源"],
            "source_row": [7, 6, 6],
            "quantity": [Decimal("40"), Decimal("9"), Decimal("1.5")],
            "quantity__text": ["40", "9", "1.50"],
            "quantity__cell": ["F7", "F6", "F6"],
        }
    )
    rows.write_parquet(folder / "park_return__energy.parquet")
    pl.DataFrame({"submission_id": ["S1"]}).write_parquet(folder / "findings.parquet")
