"""What must not be added in a released table: it follows from the table's own columns (L6).

A method, a boundary, a basis or a measure in a table means that the same tonne stands in it more than once.
DuckDB comments, the workbook and the dictionary all say what is said here, so that a new table is covered
by having such a column.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from lingtan.release.table_texts import TableText


@dataclass(frozen=True)
class NotAdditive:
    """One thing that must not be added, and what to do instead."""

    code: str
    zh: str
    en: str


def _read() -> dict[str, tuple[str | None, NotAdditive]]:
    path = Path(__file__).with_name("additivity.yaml")
    rules = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {one["code"]: (one.get("column"), NotAdditive(one["code"], one["zh"], one["en"])) for one in rules}


#: Code -> the column that a table must have for the rule to hold, where one column decides, and the rule.
_RULES: Final[Mapping[str, tuple[str | None, NotAdditive]]] = _read()


def _has_scope2(columns: Collection[str]) -> bool:
    return "scope2_basis_code" in columns or any(name.startswith("scope2_") for name in columns)


def not_additive(columns: Collection[str], text: TableText | None = None) -> tuple[NotAdditive, ...]:
    """What must not be added in a table with these columns.

    Args:
        columns: the table's columns.
        text: the table's text, which knows units and areas; None: ratios and the nation are not seen.
    """
    found = [rule for column, rule in _RULES.values() if column is not None and column in columns]
    below_an_area = "park_code" in columns or "unit_code" in columns
    if _has_scope2(columns) and below_an_area:
        found.append(_RULES["scope2_over_parks"][1])
    if any(name.startswith("scope3") for name in columns) or ("scope_code" in columns and below_an_area):
        found.append(_RULES["scope3"][1])
    units = {} if text is None else {name: text.column(name).measure for name in columns}
    if any("/" in unit or unit == "ratio" for unit in units.values()):
        found.append(_RULES["ratio"][1])
    if text is not None and text.nation_column:
        found.append(_RULES["nation"][1])
    if "is_partial" in columns:
        found.append(_RULES["partial"][1])
    return tuple(found)
