"""What tables and columns mean, read from the YAML of the dbt models (L10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class TableDescription:
    """A table's text and its columns' texts, by column name, in the order of the contract."""

    text: str
    columns: Mapping[str, str]


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())


def _models(path: Path) -> list[dict[str, Any]]:
    content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
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
    for path in sorted([*models.rglob("*.yml"), *models.rglob("*.yaml")]):
        for model in _models(path):
            columns = {
                str(column["name"]): _one_line(column.get("description"))
                for column in model.get("columns") or []
            }
            found[str(model["name"])] = TableDescription(_one_line(model.get("description")), columns)
    return found
