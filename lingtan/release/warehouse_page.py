"""The reference page of the released tables, for people who query them (L10)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from lingtan.release.tables import (
    CHECKS,
    DIMENSIONS,
    FACTS,
    MARTS,
    PROTECTION,
    RELEASED_TABLES,
    ReleasedTable,
)

#: Where the page stands in the checkout.
WAREHOUSE_PAGE: Final = "docs/reference/warehouse.md"

_HEAD: Final = """\
<!-- Derived from the YAML of the dbt models by `make generate`; not to be edited by hand. -->
# 数据表 · Released tables

一次发布的 `restricted/data/` 与 `restricted/lingtan.duckdb` 含下列各表，行与列相同。
空值的含义见各列说明，从不等于零（L7）。

A release holds these tables in `restricted/data/` and in `restricted/lingtan.duckdb`, with the same rows and
columns. A null means what its column says, never zero (L7).
"""
_KINDS: Final = (
    ("维度 · Dimensions", DIMENSIONS),
    ("事实 · Facts", FACTS),
    ("汇总与比较 · Marts and comparison", MARTS),
    ("公开与保密 · Publication and protection", PROTECTION),
    ("仓库自检 · Checks made in the warehouse", CHECKS),
)


def warehouse_page(models: Path) -> str:
    """The page: an index, then grain, key and columns of every released table; ends with a line end.

    Args:
        models: the `models` folder of the dbt project.

    Raises:
        KeyError: a released table or one of its columns is not described.
    """
    described = _described(models)
    return "\n".join(
        [
            _HEAD,
            *_index(described),
            *(line for title, tables in _KINDS for line in _kind(title, tables, described)),
        ]
    )


def _described(models: Path) -> dict[str, dict[str, Any]]:
    """The YAML of every released table by name."""
    found = {
        model["name"]: model
        for path in sorted(models.rglob("*.yml"))
        for model in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("models") or []
    }
    return {table.name: found[table.name] for table in RELEASED_TABLES}


def _index(described: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    yield "| 表 Table | 每行 · Grain |"
    yield "| --- | --- |"
    for name, model in described.items():
        yield f"| [`{name}`](#{name}) | {_grain(model)} |"
    yield ""


def _kind(
    title: str, tables: tuple[ReleasedTable, ...], described: Mapping[str, dict[str, Any]]
) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    for table in tables:
        yield f"### {table.name}"
        yield ""
        yield _grain(described[table.name])
        yield ""
        yield f"主键 Key: {', '.join(f'`{column}`' for column in table.key)}"
        yield ""
        yield "| 列 Column | 类型 Type | 单位 Unit | 说明 · Description |"
        yield "| --- | --- | --- | --- |"
        for column in described[table.name]["columns"]:
            yield _column(column)
        yield ""


def _column(column: dict[str, Any]) -> str:
    unit = str(column["config"]["meta"]["unit"])
    # A description ends with its unit in brackets; here the unit has a column of its own.
    text = _cell(column["description"]).removesuffix(f" [{unit}]")
    shown = "" if unit in ("code", "text", "true/false", "date") else unit
    return f"| `{column['name']}` | {column['data_type']} | {shown} | {text} |"


def _grain(model: dict[str, Any]) -> str:
    """What a row is; the Chinese name, which closes the description, goes first."""
    text = _cell(model["description"])
    english, _, chinese = text.rpartition(" ")
    return f"{chinese.removesuffix('。')} · {english}" if chinese.endswith("。") else text


def _cell(text: object) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")
