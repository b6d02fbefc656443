"""What released tables and columns are called, in which unit and from which list: the dbt YAML says (L10)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from lingtan.contracts.yaml_text import ContractLoader
from lingtan.release.tables import ReleasedTable

#: Units of the YAML that are kinds of content rather than measures.
NO_MEASURE: Final = frozenset({"", "code", "text", "true/false", "date"})
_CHINESE_NAME: Final = re.compile(r"\s*([^\s。]*[\u4e00-\u9fff][^。]*。)\s*$")


@dataclass(frozen=True)
class ColumnText:
    """A column's labels, unit and meaning.

    Attributes:
        name: the column.
        zh: its Chinese label.
        en: its English label.
        unit: the unit, or `code`, `text`, `true/false`, `date`.
        data_type: the type of its contract.
        description: what it means, without its unit.
        code_list: the list its codes come from, where the YAML names one.
        additive_over: the dimensions over which a figure may be added; None: the YAML says nothing.
        nation_column: the dimension among whose areas the nation stands as one row, where there is one.
    """

    name: str
    zh: str
    en: str
    unit: str = ""
    data_type: str = ""
    description: str = ""
    code_list: str | None = None
    additive_over: tuple[str, ...] | None = None
    nation_column: str | None = None

    @property
    def additivity(self) -> str:
        """Over what a figure may be added, in both languages; empty where the YAML says nothing."""
        if self.additive_over is None:
            return ""
        if not self.additive_over:
            return "不可相加 not additive"
        without = {self.nation_column: f"{self.nation_column}（不含 CN，without CN）"}
        over = ", ".join(without.get(name, name) for name in self.additive_over)
        return f"只可按此相加 additive only over: {over}"

    @property
    def measure(self) -> str:
        """The unit where the column is a measured or counted amount, else nothing."""
        return "" if self.unit in NO_MEASURE else self.unit


@dataclass(frozen=True)
class TableText:
    """A table's names, grain and columns in the order of the contract.

    `nation_column` is the column of areas among which CN stands for the nation, where the table has one.
    """

    name: str
    zh: str
    grain: str
    columns: Mapping[str, ColumnText]
    nation_column: str | None = None

    def column(self, name: str) -> ColumnText:
        """A column's text; a column that no YAML describes is called by its name."""
        return self.columns.get(name) or ColumnText(name, name, name)


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())


def _column(content: Mapping[str, Any], nation_column: str | None) -> ColumnText:
    name = str(content["name"])
    meta = {**(content.get("meta") or {}), **((content.get("config") or {}).get("meta") or {})}
    unit = str(meta.get("unit") or "")
    text = _one_line(content.get("description")).removesuffix(f" [{unit}]")
    over = meta.get("is_additive_over")
    listed = re.search(r"\(list (\w+)\)", text)
    return ColumnText(
        name=name,
        zh=str(meta.get("label_zh") or name),
        en=str(meta.get("label_en") or name),
        unit=unit,
        data_type=str(content.get("data_type") or ""),
        description=text,
        code_list=meta.get("code_list") or (listed.group(1) if listed else None),
        additive_over=None if over is None else tuple(str(name) for name in over),
        nation_column=nation_column,
    )


def _table(content: Mapping[str, Any]) -> TableText:
    text = _one_line(content.get("description"))
    chinese = _CHINESE_NAME.search(text)
    nation = ((content.get("config") or {}).get("meta") or {}).get("nation_column")
    return TableText(
        name=str(content["name"]),
        zh=chinese.group(1).removesuffix("。") if chinese else str(content["name"]),
        grain=text[: chinese.start()] if chinese else text,
        columns={str(one["name"]): _column(one, nation) for one in content.get("columns") or []},
        nation_column=nation,
    )


def read_table_texts(models: Path) -> dict[str, TableText]:
    """Texts by table name, of every model that a YAML file below the folder describes.

    Args:
        models: the `models` folder of the dbt project.
    """
    found = {}
    for path in sorted(models.rglob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), ContractLoader) or {}
        for model in content.get("models") or []:
            found[str(model["name"])] = _table(model)
    return found


def text_of(texts: Mapping[str, TableText], table: ReleasedTable) -> TableText:
    """The text of a released table; one that no YAML describes is called by its name."""
    return texts.get(table.name) or TableText(table.name, table.name, table.name, {})
