"""A form as a JSON Schema: what an outside system checks a return with before it sends one."""

import json
from collections.abc import Mapping, Sequence

import polars as pl

from lingtan.contracts.batch import REPORTED_VALUE
from lingtan.contracts.model import Column, Contract, PeriodType, Table
from lingtan.contracts.periods import PERIOD_PATTERNS

_DECIMALS = REPORTED_VALUE.scale
_WHOLE_DIGITS = REPORTED_VALUE.precision - REPORTED_VALUE.scale
_DECIMAL_TEXT = rf"^-?[0-9]{{1,{_WHOLE_DIGITS}}}(\.[0-9]{{1,{_DECIMALS}}})?$"


def form_schema(contract: Contract, code_lists: Mapping[str, pl.DataFrame]) -> str:
    """The schema of one form as JSON text: an object of tables, each a list of rows.

    A number may be a JSON number or, so that no digit is lost on the way, its digits as a string. Codes are
    the codes; that a form also takes their names is the workbook's service to people.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{contract.form_number} {contract.title.zh} · {contract.title.en}",
        "description": f"{contract.note.zh}\n{contract.note.en}",
        "x-form": contract.form,
        "x-form-version": contract.version,
        "type": "object",
        "additionalProperties": False,
        "required": [table.name for table in contract.tables if table.required],
        "properties": {table.name: _table(contract, table, code_lists) for table in contract.tables},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _table(contract: Contract, table: Table, code_lists: Mapping[str, pl.DataFrame]) -> dict[str, object]:
    one_row = table.orientation == "vertical"
    return {
        "title": f"{table.title.zh} · {table.title.en}",
        "description": table.grain,
        "x-key": list(table.key),
        "type": "array",
        "minItems": 1 if one_row else table.min_rows,
        **({"maxItems": 1} if one_row else {}),
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": [column.name for column in table.columns if column.required],
            "properties": {
                column.name: _column(column, column.period_types or contract.period_types, code_lists)
                for column in table.columns
            },
        },
    }


def _column(
    column: Column, period_types: Sequence[PeriodType], code_lists: Mapping[str, pl.DataFrame]
) -> dict[str, object]:
    schema: dict[str, object] = {"title": f"{column.label.zh} · {column.label.en}"}
    if column.help:
        schema["description"] = f"{column.help.zh}\n{column.help.en}"
    if column.unit:
        schema["x-unit"] = column.unit
    if column.code_list:
        schema["x-code-list"] = column.code_list
    allowed = _allowed(column, period_types, code_lists)
    if column.notation_keys:
        allowed.append({"enum": list(column.notation_keys)})
    if not column.required:
        allowed.append({"type": "null"})
    return schema | (allowed[0] if len(allowed) == 1 else {"anyOf": allowed})


def _allowed(
    column: Column, period_types: Sequence[PeriodType], code_lists: Mapping[str, pl.DataFrame]
) -> list[dict[str, object]]:
    if column.fixed is not None:
        return [{"const": column.fixed}]
    match column.type:
        case "code":
            return [{"enum": code_lists[str(column.code_list)]["code"].to_list()}]
        case "decimal":
            return [{"type": "number", **_bounds(column)}, {"type": "string", "pattern": _DECIMAL_TEXT}]
        case "integer":
            return [{"type": "integer", **_bounds(column)}]
        case "boolean":
            return [{"type": "boolean"}]
        case "date":
            return [{"type": "string", "format": "date"}]
        case "period":
            patterns = "|".join(PERIOD_PATTERNS[kind] for kind in period_types)
            return [{"type": "string", "pattern": patterns}]
        case "text":
            return [{"type": "string", "minLength": 1}]


def _bounds(column: Column) -> dict[str, object]:
    bounds = {"minimum": column.min, "maximum": column.max}
    # Bounds are whole numbers or short decimals that JSON keeps; a schema has no other number.
    return {
        name: int(bound) if bound == bound.to_integral_value() else float(bound)
        for name, bound in bounds.items()
        if bound is not None
    }
