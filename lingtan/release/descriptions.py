"""What tables and columns mean, read from the YAML of the dbt models (L10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from lingtan.contracts.yaml_text import ContractLoader
from lingtan.release.table_texts import TableText, read_table_texts


@dataclass(frozen=True)
class TableDescription:
    """A table's text, its columns' texts, and over what its figures may be added; columns by name.

    `names` are the parts of these texts, where a YAML describes the table.
    """

    text: str
    columns: Mapping[str, str]
    additivity: Mapping[str, str] = field(default_factory=dict)
    names: TableText | None = None


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())


def _models(path: Path) -> list[dict[str, Any]]:
    content = yaml.load(path.read_text(encoding="utf-8"), ContractLoader) or {}
    models = content.get("models") or []
    return list(models)


def read_descriptions(models: Path) -> dict[str, TableDescription]:
    """Descriptions by table name.

    Args:
        models: the `models` folder of the dbt project.

    Returns:
        One entry for each model that any YAML file below names; line breaks become spaces.
    """
    found = {}
    texts = read_table_texts(models)
    for path in sorted(models.rglob("*.yml")):
        for model in _models(path):
            columns = {
                str(column["name"]): _one_line(column.get("description"))
                for column in model.get("columns") or []
            }
            name = str(model["name"])
            additivity = {one.name: one.additivity for one in texts[name].columns.values()}
            text = _one_line(model.get("description"))
            found[name] = TableDescription(text, columns, additivity, texts[name])
    return found
