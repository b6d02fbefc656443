"""A small plan and lake written by hand, and the dbt project run over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from lingtan.contracts.batch import FINDING_SCHEMA, lake_schema
from lingtan.contracts.code_lists import SEEDS
from lingtan.contracts.load import load_contracts
from lingtan.release.park_relations import park_ancestors, park_lineage
from lingtan.release.plan_tables import methods_table
from lingtan.release.settings import DEFAULT_SETTINGS
from orchestration.operations.dbt_run import run_dbt

CHECKOUT = Path(__file__).parents[2]
PROJECT = CHECKOUT / "dbt_project"
BATCH = "B-1"
YEAR = 2025

Row = Mapping[str, Any]

FACTOR_SCHEMA = pl.Schema(
    {
        **dict.fromkeys(
            (
                "factor_id",
                "factor_set_code",
                "purpose_code",
                "activity_code",
                "carrier_code",
                "gas_code",
                "region_code",
            ),
            pl.String(),
        ),
        "data_year": pl.Int32(),
        **dict.fromkeys(("publication_date", "valid_from", "valid_to"), pl.Date()),
        "value": pl.Decimal(17, 12),
        "unit": pl.String(),
        "uncertainty_ratio": pl.Decimal(10, 6),
        "document_code": pl.String(),
        **dict.fromkeys(
            ("is_verified", "is_attribution_verified", "is_fallback", "is_office_set"), pl.Boolean()
        ),
    }
)
DOCUMENT_SCHEMA = pl.Schema(
    {
        **dict.fromkeys(
            ("document_code", "document_kind_code", "title_zh", "title_en", "issuer", "document_number"),
            pl.String(),
        ),
        "publication_date": pl.Date(),
    }
)
SUBMISSION_SCHEMA = pl.Schema(
    {
        **dict.fromkeys(
            (
                "submission_id",
                "batch_id",
                "delivery_id",
                "form",
                "form_version",
                "reporting_unit_code",
                "period_code",
            ),
            pl.String(),
        ),
        "reference_year": pl.Int32(),
        "version": pl.Int32(),
        "submission_kind_code": pl.String(),
        "sender": pl.String(),
        **dict.fromkeys(("rows_read", "rows_used", "rows_refused", "rows_context"), pl.Int64()),
    }
)


def _typed(value: Any, dtype: pl.DataType) -> Any:
    if value is None or dtype == pl.String():
        return value
    if dtype == pl.Boolean():
        return bool(value)
    if dtype == pl.Date():
        return date.fromisoformat(str(value))
    return Decimal(str(value)) if dtype.is_decimal() else int(value)


def _lake_row(schema: pl.Schema, row: Row, number: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "batch_id": BATCH,
        "row_number": number,
        "sheet": "示例",
        "source_row": number + 5,
        "row_disposition": "used",
    }
    for name, value in row.items():
        is_key = f"{name}__notation" in schema and value in ("NO", "NE", "NA", "IE", "C")
        found[f"{name}__notation" if is_key else name] = value if is_key else _typed(value, schema[name])
    return found


@dataclass
class Inputs:
    """What a test puts into a build; rows by (form, table) carry their submission_id.

    A submission is of the first year unless it says otherwise; a register serves every year.
    """

    folder: Path
    rows: Mapping[tuple[str, str], Sequence[Row]]
    submissions: Sequence[Row]
    office_factors: Sequence[Row] = ()
    findings: Sequence[Row] = ()
    years: Sequence[int] = (YEAR,)
    settings: Mapping[str, str] = field(default_factory=dict)
    seeds: Path = SEEDS

    def write(self) -> None:
        """Write lake and plan as Parquet."""
        for part in ("lake", "plan", "stat"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        self._write_lake()
        self._write_plan()

    def _write_lake(self) -> None:
        folder = self.folder / "lake" / BATCH
        folder.mkdir(exist_ok=True)
        for contract in load_contracts():
            for table in contract.tables:
                schema = lake_schema(table)
                rows = self._rows_of(contract.form, table.name)
                typed = [_lake_row(schema, row, number) for number, row in enumerate(rows, start=1)]
                pl.DataFrame(typed, schema=schema).write_parquet(
                    folder / f"{contract.form}__{table.name}.parquet"
                )

    def _rows_of(self, form: str, table: str) -> list[Row]:
        """The rows given; a park return without a cover gets one of the physical boundary."""
        rows = list(self.rows.get((form, table), []))
        if (form, table) != ("park_return", "cover"):
            return rows
        covered = {row["submission_id"] for row in rows}
        return rows + [
            {
                "submission_id": row["submission_id"],
                "period_basis_code": "discrete",
                "submission_status_code": "final",
                "boundaries_reported_code": "physical",
            }
            for row in self.submissions
            if row["form"] == "park_return" and row["submission_id"] not in covered
        ]

    def _write_plan(self) -> None:
        submissions = pl.DataFrame(
            [
                {
                    "batch_id": BATCH,
                    "delivery_id": "D",
                    "form_version": "1",
                    "period_code": str(self.years[0]),
                    "reference_year": self.years[0],
                    "version": 1,
                    "submission_kind_code": "original",
                    "sender": "示例",
                    "rows_read": 0,
                    "rows_used": 0,
                    "rows_refused": 0,
                    "rows_context": 0,
                    **row,
                }
                for row in self.submissions
            ],
            schema=SUBMISSION_SCHEMA,
        )
        registers = submissions.filter(pl.col("form") == "park_register")
        parks = self._registered_parks()
        sets = {code: value for code, value in DEFAULT_SETTINGS.items() if code.endswith("_set_code")}
        settings = {**sets, **self.settings}
        years = pl.DataFrame({"reference_year": list(self.years)}, {"reference_year": pl.Int32()})
        documents = [
            {
                "document_code": code,
                "document_kind_code": "guideline",
                "title_zh": "示例因子集",
                "title_en": "Sample set",
            }
            for code in sorted({str(row["document_code"]) for row in self.office_factors})
        ]
        counts = {f"rows_{name}": pl.lit(0, pl.Int64()) for name in ("held", "superseded", "withdrawn")}
        finding_schema = {**FINDING_SCHEMA, "severity": pl.String(), "batch_id": pl.String()}
        frames = {
            "submissions": submissions,
            "settings": pl.DataFrame(
                list(settings.items()),
                {"setting_code": pl.String(), "setting_value": pl.String()},
                orient="row",
            ),
            "reference_years": years,
            "register_choice": years.join(
                registers.select(pl.col("reporting_unit_code").alias("province_code"), "submission_id"),
                how="cross",
            ),
            "park_ancestors": park_ancestors(parks),
            "park_lineage": park_lineage(parks),
            "methods": methods_table(self.seeds, self.years),
            "office_factors": pl.DataFrame(list(self.office_factors), FACTOR_SCHEMA),
            "office_documents": pl.DataFrame(documents, DOCUMENT_SCHEMA),
            "findings": pl.DataFrame(list(self.findings), finding_schema),
            "rules": pl.DataFrame(
                [{"rule_id": "R-A", "rule_version": "1", "title_zh": "示例规则", "title_en": "Sample rule"}]
            ),
            "dispositions": submissions.select(
                "delivery_id",
                "submission_id",
                pl.lit("current").alias("status"),
                "rows_read",
                "rows_used",
                "rows_refused",
                "rows_context",
            ).with_columns(**counts),
        }
        for name, frame in frames.items():
            frame.write_parquet(self.folder / "plan" / f"{name}.parquet")

    def _registered_parks(self) -> pl.DataFrame:
        """The parks given, in every year; the first of several registrations."""
        columns = ("park_code", "park_name_zh", "parent_park_code", "predecessor_park_codes")
        rows = [
            (year, *(row.get(name) for name in columns))
            for year in self.years
            for row in self.rows.get(("park_register", "parks"), [])
            if row.get("park_code") is not None
        ]
        schema = {"reference_year": pl.Int32(), **dict.fromkeys(columns, pl.String())}
        parks = pl.DataFrame(rows, schema=schema, orient="row")
        return parks.unique(["reference_year", "park_code"], keep="first", maintain_order=True)

    @property
    def database(self) -> Path:
        """The DuckDB file of the build."""
        return self.folder / "build.duckdb"


def run(inputs: Inputs, *arguments: str) -> dict[str, str]:
    """Run one dbt command over the inputs; the status of every node by its name."""
    locations = {name: inputs.folder / name for name in ("lake", "plan", "stat")}
    nodes = run_dbt(list(arguments), inputs.database, locations, inputs.folder / "target")
    return {node.name: node.status for node in nodes}


def read(inputs: Inputs, query: str) -> list[tuple[Any, ...]]:
    """Rows of a query over the finished build."""
    with duckdb.connect(str(inputs.database), read_only=True) as connection:
        return connection.sql(query).fetchall()
