"""The lake's tables as dbt sources, with a description, unit and type for every column."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl
import yaml

from lingtan.contracts.batch import SYSTEM_COLUMNS, column_schema
from lingtan.contracts.model import Column, Contract, Table

_HEAD: Final = "# Derived from raw/contracts by `make generate`; not to be edited by hand.\n"

# The adapter puts a table's name into {name}, a build its own lake into {folder}. Every batch is a folder;
# `_empty` there holds every column.
_LOCATION: Final = {
    "folder": "of the build",
    "external_location": "read_parquet('{folder}/*/{name}.parquet', union_by_name=true)",
}

_DESCRIPTION: Final = (
    "接收的报表逐行存放，报送文本与类型化数值并列 · "
    "Every row of a known form, submitted text beside typed value (L1, L2)"
)

_SYSTEM_DESCRIPTIONS: Final[Mapping[str, str]] = {
    "batch_id": "批次 · the batch this row was read in",
    "submission_id": "报送标识 · the submission this row belongs to",
    "row_number": "行序号，自 1 起 · number of the row within its submission and table, from 1",
    "sheet": "工作表或文件名 · sheet or file the row stands in",
    "source_row": "所在行 · row of that sheet or line of that file",
    "row_disposition": "处置：used、refused、context · what became of the row (L2)",
}


def sources_yaml(contracts: Sequence[Contract]) -> str:
    """`_sources.yml`: the source group `lake`, one table per form table named `<form>__<table>`.

    Versions of one form share a lake table: it has the columns of all of them, each as its newest version
    says.
    """
    tables: dict[str, dict[str, Column]] = {}
    described: dict[str, tuple[Contract, Table]] = {}
    for contract in contracts:
        for table in contract.tables:
            name = f"{contract.form}__{table.name}"
            tables.setdefault(name, {}).update({column.name: column for column in table.columns})
            described[name] = (contract, table)
    content = {
        "version": 2,
        "sources": [
            {
                "name": "lake",
                "description": _DESCRIPTION,
                "config": {"meta": _LOCATION},
                "tables": [
                    {
                        "name": name,
                        "description": _table_description(*described[name]),
                        "columns": [
                            *_system_columns(),
                            *(entry for column in columns.values() for entry in _lake_columns(column)),
                        ],
                    }
                    for name, columns in tables.items()
                ],
            }
        ],
    }
    return _HEAD + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)


def _table_description(contract: Contract, table: Table) -> str:
    return (
        f"{table.grain} ({contract.form_number} {table.title.zh} · {contract.title.en}: {table.title.en}). "
        f"Key within a submission: {', '.join(table.key)}."
    )


def _system_columns() -> list[dict[str, object]]:
    return [
        {"name": name, "description": _SYSTEM_DESCRIPTIONS[name], "data_type": _dbt_type(polars_type)}
        for name, polars_type in SYSTEM_COLUMNS.items()
    ]


def _lake_columns(column: Column) -> list[dict[str, object]]:
    label = f"{column.label.zh} · {column.label.en}"
    parts = {
        "": label,
        "__text": f"{label}：报送文本 · text as submitted",
        "__cell": f"{label}：单元格 · address of the cell",
        "__notation": f"{label}：符号 · notation key ({', '.join(column.notation_keys)}) instead of a number",
    }
    entries: list[dict[str, object]] = []
    for name, polars_type in column_schema(column).items():
        entry: dict[str, object] = {
            "name": name,
            "description": parts[name.removeprefix(column.name)],
            "data_type": _dbt_type(polars_type),
        }
        if name == column.name:
            meta = {"unit": column.unit, "code_list": column.code_list}
            known = {key: value for key, value in meta.items() if value}
            if known:
                entry["config"] = {"meta": known}
        entries.append(entry)
    return entries


def _dbt_type(polars_type: pl.DataType) -> str:
    if isinstance(polars_type, pl.Decimal):
        return f"decimal({polars_type.precision},{polars_type.scale})"
    return {pl.String: "string", pl.Int64: "bigint", pl.Date: "date", pl.Boolean: "boolean"}[
        polars_type.base_type()
    ]
