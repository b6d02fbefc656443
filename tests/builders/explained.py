"""Explanations of released figures, as tests look at them."""

import json
import shutil
from pathlib import Path
from typing import Any, Final

from lingtan.release.explain.document import as_json
from lingtan.release.explain.explain import explain_cell
from tests.builders.release import Released

#: A park's figure by the national method.
NATIONAL: Final = {"boundary_code": "physical", "method_code": "CN-NZCP-2025"}


def tree(released: Released, table: str, column: str, **key: str) -> dict[str, Any]:
    """The figure as the JSON says it."""
    explanation = explain_cell(released.folder, table, column, key, limit=None)
    figure: dict[str, Any] = json.loads(as_json(explanation))["figure"]
    return figure


def outline(node: dict[str, Any]) -> Any:
    """A tree as nested pairs of `column value` and its operands, down to submitted cells and documents."""
    name = f"{node['table'].removeprefix('lake/')}.{node['column']} {node['value']}"
    if node["kind"] == "submitted":
        name = f"{name} <{node['submitted']['sheet']}!{node['submitted']['cell']}>"
    if node["kind"] in ("value", "factor"):
        name = f"{name} {next(iter(node['key'].values()))}"
    operands = [
        outline(child) for part in node.get("parts", []) if part["is_operand"] for child in part["nodes"]
    ]
    return {name: operands} if operands else name


def copied(released: Released, folder: Path) -> Path:
    """The release alone, away from register, archive and lake."""
    return Path(shutil.copytree(released.folder / "restricted", folder / "restricted")).parent
