"""The released tables of a nation of two parks, small enough to read: one reports, one is silent."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from lingtan.release.build_folder import BuildFolder
from lingtan.release.canonical import write_canonical
from lingtan.release.hashing import canonical_json, plan_id_of
from lingtan.release.tables import RELEASED_TABLES
from tests.builders.canonical_accounts import account_facts, account_marts
from tests.builders.canonical_facts import BY_INVENTORY, BY_NATIONAL, YEAR, facts
from tests.builders.canonical_marts import marts

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
        )
    },
}


def _steps() -> dict[str, list[dict[str, Any]]]:
    """What stands between lines and facts, a row each: gate rules look at keys and types alone."""
    park = {
        **YEAR,
        "park_code": "P1",
        "boundary_code": "physical",
        "submission_id": "S1",
        "period_code": "2025",
    }
    line = {**park, "table_name": "energy", "line_id": "E1", "activity_code": "energy/FIN", "unit_code": "U1"}
    return {
        "dim_periods": [{**park, "is_counted": True}],
        "dim_energy_terms": [
            {"energy_method_code": "EN-CAL-F", "side_code": "use", "activity_code": "energy/FIN", "sign": 1}
        ],
        "dim_clean_energies": [
            {
                "system_code": "CN-NDRC-910",
                "energy_code": "E-DL",
                "is_natural_gas": False,
                "is_verified": True,
            }
        ],
        "dim_values": [
            {"value_id": "constant/carbon", "value": Decimal(12), "document_code": "D1"},
            {"value_id": "constant/check_tolerance_ratio", "value": Decimal("0.01"), "document_code": "D1"},
        ],
        "fct_activity": [{**line, "gas_code": "NA", "is_counted": True}],
        "fct_inventory_cells": [
            {
                **YEAR,
                "submission_id": "S2",
                "period_code": "2025",
                "row_code": "S01",
                "carrier_code": "raw_coal",
            }
        ],
        "fct_clearing": [{**line}],
        "fct_instruments": [{**line}],
        "fct_generation": [{**line}],
        "fct_units": [{**line, "nesting_view_code": None}],
        "fct_gaps": [{**line, **BY_NATIONAL, "term_code": "NA", "reason_code": "not_reported"}],
        "fct_uncounted_emissions": [
            {
                **line,
                **BY_NATIONAL,
                "submission_id": "S3",
                "period_code": "2025-01",
                "term_code": "FUEL",
                "gas_code": "CO2",
                "scope2_basis_code": "NA",
            }
        ],
    }


def tables() -> dict[str, list[dict[str, Any]]]:
    """Rows of every released table, in order with one another: change one and a gate rule has to find it."""
    factors = (("F1", "2.5"), ("F2", "0.5"), ("F3", "0.001"), ("F4", "1"), ("F5", "0.6"))
    submission = {
        "form": "park_return",
        "reporting_unit_code": "P1",
        "reference_year": 2025,
        "period_basis_code": "discrete",
        "rows_read": 5,
        "rows_used": 3,
        "rows_refused": 1,
        "rows_context": 1,
    }
    rows: dict[str, list[dict[str, Any]]] = {
        "dim_parks": [
            {
                **YEAR,
                "park_code": park,
                "is_synthetic": True,
                "has_return": source == "annual",
                "year_source_code": source,
                "submission_count": 1 if source == "annual" else 0,
            }
            for park, source in (("P1", "annual"), ("P2", "none"))
        ],
        "dim_units": [{**YEAR, "park_code": "P1", "unit_code": "U1"}],
        # The month is compared with the annual return and counts nothing.
        "dim_submissions": [
            submission | {"submission_id": "S1", "period_code": "2025", "is_counted": True},
            submission | {"submission_id": "S3", "period_code": "2025-01", "is_counted": False},
        ],
        "dim_factors": [
            {"factor_id": factor, "value": Decimal(value), "unit": "t/t", "document_code": "D1"}
            for factor, value in factors
        ],
        "dim_coefficients": [
            {
                "reference_year": 2025,
                "energy_basis_code": "calorific",
                "carrier_code": "raw_coal",
                "coefficient_tce": Decimal("0.7143"),
                "document_code": "D1",
                "is_verified": True,
            }
        ],
        "dim_terms": [
            {
                **method,
                "term_code": term,
                "activity_code": activity,
                "gas_code": "CO2",
                "scope_code": scope,
                "scope2_basis_code": basis,
                "is_memo": False,
            }
            for method, term, activity, scope, basis in (
                (BY_NATIONAL, "FUEL", "energy/FIN", "NA", "NA"),
                (BY_INVENTORY, "GRID", "E-GRID/received", "2", "location"),
                (BY_INVENTORY, "GRID", "E-GRID/received", "2", "market"),
            )
        ],
        "dim_documents": [{"document_code": "D1", "title_zh": "示例文件", "title_en": "Example document"}],
        **facts(),
        "fct_province_emissions": [
            {
                **YEAR,
                "submission_id": "S2",
                "period_code": "2025",
                "row_code": "S01",
                "carrier_code": "raw_coal",
                "method_code": "CEADS-PROV",
                "share_ratio": Decimal(1),
                "factor_id": "F1",
                "factor_value": Decimal("2.5"),
                "emission_tco2e": Decimal("7.5"),
                "notation_key_code": None,
                "not_estimated_reason_code": None,
            }
        ],
        **marts(),
        **account_marts(),
        **_steps(),
    }
    rows["fct_emissions"] = [*rows["fct_emissions"], *account_facts()]
    check = {"rule_id": "W-EXAMPLE", "scope": "fct_emissions", "checked_count": 4, "failing_count": 0}
    for table in RELEASED_TABLES:
        if table.name.startswith("qa_"):
            rows[table.name] = [check | {"failing_keys": None}]
    return rows


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
    return canonical_json({"plan_version": 1, "name": name})


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
