"""The sample submissions as files of the checkout, made from their rows (L10)."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final

import yaml

from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.form_rows import FormRows
from lingtan.contracts.load import contract_for
from lingtan.contracts.model import BOOLEAN_TEXTS, Column, Contract
from lingtan.contracts.parquet_bundle import write_parquet_bundle
from lingtan.contracts.workbook import write_workbook
from lingtan.places import checkout

#: The folder of the samples; `rows/<file name>.yaml` below it holds what each is made from.
SAMPLES: Final = "raw/samples"

#: What a sample may state as its format -> what writes it.
_WRITERS: Final[Mapping[str, Callable[[Contract, Path, FormRows], object]]] = {
    "xlsx": write_workbook,
    "csv": write_csv_bundle,
    "csv_utf8_bom": partial(write_csv_bundle, encoding="utf-8-sig"),
    "csv_gb18030": partial(write_csv_bundle, encoding="gb18030"),
    "parquet": write_parquet_bundle,
}


def sample_files() -> dict[str, bytes]:
    """Path within the checkout -> content of each sample, in the format its rows say.

    Raises:
        ContractError: a sample is of a form that does not exist.
        ValueError: a table or column the contract does not know, or a value that is not of its type.
    """
    sources = sorted((checkout() / SAMPLES / "rows").glob("*.yaml"))
    return {f"{SAMPLES}/{source.stem}": _content(source) for source in sources}


def _content(source: Path) -> bytes:
    # The base loader leaves every scalar the text it is: no number passes through a float (L3).
    given = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    contract = contract_for(given["form"], given["version"])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / source.stem
        _WRITERS[given["format"]](contract, target, _typed(contract, given["rows"]))
        return target.read_bytes()


def _typed(contract: Contract, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> FormRows:
    """The rows with every text as the value its column stands for; a notation key stays a text (L7)."""
    columns = {table.name: {column.name: column for column in table.columns} for table in contract.tables}
    return {
        table: [{name: _value(columns[table].get(name), text) for name, text in row.items()} for row in rows]
        for table, rows in tables.items()
    }


def _value(column: Column | None, text: str) -> object:
    if column is None or text in column.notation_keys:
        return text
    match column.type:
        case "decimal":
            return Decimal(text)
        case "integer":
            return int(text)
        case "date":
            return date.fromisoformat(text)
        case "boolean":
            return BOOLEAN_TEXTS[text]
        case _:
            return text
