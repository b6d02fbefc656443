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

_FACT = pl.Decimal(26, 12)
_SUM = pl.Decimal(38, 12)
_TYPES: Mapping[str, pl.DataType] = {
    "reference_year": pl.Int32(),
    "sign": pl.Int32(),
    "is_memo": pl.Boolean(),
    "is_internal": pl.Boolean(),
    "is_synthetic": pl.Boolean(),
    "has_return": pl.Boolean(),
    "emission_tco2e": _FACT,
    "energy_tce": _FACT,
    "coefficient_tce": pl.Decimal(17, 12),
    "factor_value": pl.Decimal(17, 12),
    "value": pl.Decimal(17, 12),
    "share_ratio": pl.Decimal(17, 12),
    **{
        name: pl.Int64()
        for name in (
            "rows_read", "rows_used", "rows_refused", "rows_context", "line_count", "checked_count",
            "failing_count", "park_count_registered", "park_count_reported", "park_count_partial",
        )
    },
}  # fmt: skip

_YEAR = {"reference_year": 2025, "province_code": "110000"}
_PARK = {**_YEAR, "park_code": "P1", "boundary_code": "physical"}
_METHOD = {"method_code": "CN-NZCP-2025"}
_LINE = {
    **_PARK,
    "submission_id": "S1",
    "period_code": "2025",
    "table_name": "energy",
    "view_code": "unit",
    "entry_kind_code": "own",
    "sign": 1,
    "notation_key_code": None,
    "not_estimated_reason_code": None,
}
_TERM = {
    **_METHOD,
    "method_version": "1",
    "gas_code": "CO2",
    "scope2_basis_code": "NA",
    "component_code": "fuel",
    "is_memo": False,
}
_COUNTS = {"park_count_registered": 2, "park_count_reported": 1, "park_count_partial": 1}
_ELIMINATION = {"view_code": "park", "entry_kind_code": "elimination", "sign": -1}
_POWER = {"line_id": "2", "table_name": "power_heat"}


def _entry(
    line: str, term: str, factor: str | None, value: str | None, emission: str | None
) -> dict[str, Any]:
    return {
        **_LINE,
        **_TERM,
        "line_id": line,
        "term_code": term,
        "factor_id": factor,
        "factor_value": None if value is None else Decimal(value),
        "emission_tco2e": None if emission is None else Decimal(emission),
    }


def tables() -> dict[str, list[dict[str, Any]]]:
    """Rows of every released table, in order with one another: change one and a gate rule has to find it."""
    unestimated = {"notation_key_code": "NE", "not_estimated_reason_code": "no_factor"}
    power = _entry("2", "POWER", "F2", "0.5", "5") | _POWER
    energy = {**_LINE, "line_id": "1", "energy_method_code": "EN-CAL-F"}
    coefficient = {"coefficient_tce": Decimal("0.7"), "energy_tce": Decimal(70)}
    inner = {**energy, **_POWER, "coefficient_tce": Decimal("0.1229"), "energy_tce": Decimal("1.229")}
    rows: dict[str, list[dict[str, Any]]] = {
        "dim_parks": [
            {**_YEAR, "park_code": "P1", "is_synthetic": True, "has_return": True, "submission_id": "S1"},
            {**_YEAR, "park_code": "P2", "is_synthetic": True, "has_return": False, "submission_id": None},
        ],
        "dim_units": [{**_YEAR, "park_code": "P1", "unit_code": "U1"}],
        "dim_submissions": [
            {"submission_id": "S1", "rows_read": 5, "rows_used": 3, "rows_refused": 1, "rows_context": 1}
        ],
        "dim_factors": [
            {"factor_id": "F1", "value": Decimal("2.5"), "unit": "tCO2/t", "document_code": "D1"},
            {"factor_id": "F2", "value": Decimal("0.5"), "unit": "tCO2/MWh", "document_code": "D1"},
        ],
        "dim_terms": [
            {**_METHOD, "method_version": "1", "term_code": "FUEL", "activity_code": "energy/FIN"},
        ],
        "dim_documents": [{"document_code": "D1", "title_zh": "示例文件", "title_en": "Example document"}],
        "fct_energy": [energy | coefficient, inner, inner | _ELIMINATION | {"energy_tce": Decimal("-1.229")}],
        "fct_power_heat": [
            {**_PARK, "submission_id": "S1", "period_code": "2025", "line_id": "2", "is_internal": True}
        ],
        "fct_emissions": [
            _entry("1", "FUEL", "F1", "2.5", "100.123456789012"),
            power,
            power | _ELIMINATION | {"emission_tco2e": Decimal(-5)},
            _entry("3", "PROCESS", None, None, None) | unestimated,
        ],
        "fct_province_emissions": [
            {
                **_YEAR,
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
        "mart_park_year": [{**_PARK, **_METHOD, "emission_tco2e": Decimal("100.123456789012")}],
        "mart_park_component_year": [
            {**_PARK, **_METHOD, "component_code": "fuel", "emission_tco2e": Decimal("100.123456789012")}
        ],
        "mart_park_energy_year": [{**_PARK, "energy_method_code": "EN-CAL-F", "energy_tce": Decimal(70)}],
        "mart_coverage": [
            {**_YEAR, **_METHOD, "park_code": "P2", "term_code": "NA", "reason_code": "not_reported"},
            {**_YEAR, **_METHOD, "park_code": "P1", "term_code": "PROCESS", "reason_code": "no_factor"},
        ],
        "mart_province_inventory_year": [
            {**_YEAR, "method_code": "CEADS-PROV", "emission_tco2e": Decimal("7.5")}
        ],
        "mart_national_inventory_year": [
            {"reference_year": 2025, "method_code": "CEADS-PROV", "emission_tco2e": Decimal("7.5")}
        ],
        "mart_carbon_per_energy": [
            {**_PARK, **_METHOD, "energy_method_code": "EN-CAL-F", "energy_tce": Decimal(70)}
        ],
        "cmp_peer_position": [{**_PARK, **_METHOD, "energy_method_code": "EN-CAL-F"}],
    }
    fuel = {**_METHOD, **_COUNTS, "component_code": "fuel", "boundary_code": "physical"}
    total = {"emission_tco2e": Decimal("100.123456789012")}
    rows["mart_province_year"] = [{**_YEAR, **fuel, **total}]
    rows["mart_national_year"] = [{"reference_year": 2025, **fuel, **total}]
    for table in RELEASED_TABLES:
        if table.name.startswith("qa_"):
            check = {"rule_id": "W-EXAMPLE", "scope": "fct_emissions", "checked_count": 4, "failing_count": 0}
            rows[table.name] = [check | {"failing_keys": None}]
    return rows


def _frame(name: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    # A table that a test emptied keeps its columns.
    columns = {column: _TYPES.get(column, pl.String()) for row in rows or tables()[name] for column in row}
    if name.startswith("mart_") and "emission_tco2e" in columns:
        columns["emission_tco2e"] = _SUM
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
