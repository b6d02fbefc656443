"""Batches for rule tests: typed frames from plain dicts of texts, by the real contracts and seeds."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

import polars as pl
from openpyxl.utils import get_column_letter

from lingtan.contracts.batch import FINDING_SCHEMA, PROBLEM_SCHEMA, Batch, lake_schema
from lingtan.contracts.code_lists import SEEDS, load_code_lists
from lingtan.contracts.load import load_contracts
from lingtan.contracts.model import Column, Table
from quality.rule import Rule

Row = Mapping[str, str]

#: The rows of a template begin here.
FIRST_ROW = 6


@cache
def reference() -> Mapping[str, pl.DataFrame]:
    """The seeds by file stem, every column String."""
    return {path.stem: pl.read_csv(path, infer_schema=False) for path in sorted(SEEDS.glob("*.csv"))}


def build_batch(
    form: str, tables: Mapping[str, Sequence[Row]], problems: Sequence[Mapping[str, object]] = ()
) -> Batch:
    """A batch of one form.

    A row gives texts by column code; what it leaves out is blank. `submission_id` may be given too, else it
    is `S-1`. A text that is not of its column's type leaves the typed value null, as the reader does.
    """
    contracts = {contract.form: contract for contract in load_contracts()}
    unknown = set(tables) - {table.name for table in contracts[form].tables}
    assert not unknown, f"{form} has no table {unknown}"
    return Batch(
        contracts=contracts,
        tables={
            (contract.form, table.name): _frame(
                table, tables.get(table.name, ()) if contract.form == form else ()
            )
            for contract in contracts.values()
            for table in contract.tables
        },
        problems=pl.DataFrame(list(problems), schema=PROBLEM_SCHEMA),
        reference=reference(),
    )


def problem(code: str, **fields: object) -> dict[str, object]:
    """A problem of submission S-1 with these fields; the others are null."""
    return {**dict.fromkeys(PROBLEM_SCHEMA), "submission_id": "S-1", "problem_code": code, **fields}


def judge(rule: Rule, batch: Batch) -> list[tuple[str | None, int | None, str | None, str, str, str]]:
    """(table, row, column, found, expected, detail) of each finding, in the order the rule gives them.

    Holds on the way what is true of every finding: its schema, its rule, its cell, and messages that render.
    """
    result = rule.check(batch)
    assert result.schema == FINDING_SCHEMA
    for finding in result.iter_rows(named=True):
        assert finding["rule_id"] == rule.id
        assert finding["form"] in (*rule.forms, *(() if rule.forms else batch.contracts), None)
        if not rule.problem_codes and finding["row_number"] is not None:
            frame = batch.tables[finding["form"], finding["table_name"]]
            row = frame.filter(
                submission_id=finding["submission_id"], row_number=finding["row_number"]
            ).to_dicts()[0]
            assert (finding["sheet"], finding["cell"]) == (
                row["sheet"],
                row[f"{finding['column_name']}__cell"],
            )
        for message in (rule.message_zh, rule.message_en):
            rendered = message.format_map(finding)
            assert "None" not in rendered
            assert "{" not in rendered
    columns = ("table_name", "row_number", "column_name", "found", "expected", "detail")
    return result.select(columns).rows()


def _frame(table: Table, rows: Sequence[Row]) -> pl.DataFrame:
    known = {column.name for column in table.columns} | {"submission_id"}
    assert all(set(row) <= known for row in rows), f"{table.name}: {[set(row) - known for row in rows]}"
    counts: dict[str, int] = {}
    records = []
    for index, row in enumerate(rows):
        submission = row.get("submission_id", "S-1")
        counts[submission] = counts.get(submission, 0) + 1
        source_row = FIRST_ROW + index
        record: dict[str, object] = {
            "batch_id": "B-1",
            "submission_id": submission,
            "row_number": counts[submission],
            "sheet": table.title.zh,
            "source_row": source_row,
            "row_disposition": "used",
        }
        for position, column in enumerate(table.columns, start=1):
            text = row.get(column.name) or None
            record[column.name] = _typed(column, text)
            record[f"{column.name}__text"] = text
            record[f"{column.name}__cell"] = f"{get_column_letter(position)}{source_row}"
            if column.notation_keys:
                record[f"{column.name}__notation"] = text if text in column.notation_keys else None
        records.append(record)
    return pl.DataFrame(records, schema=lake_schema(table))


def _typed(column: Column, text: str | None) -> object:
    if text is None:
        return None
    try:
        match column.type:
            case "decimal":
                return Decimal(text)
            case "integer":
                return int(text)
            case "date":
                return date.fromisoformat(text)
            case "boolean":
                return {"true": True, "false": False}.get(text)
            case "code":
                entries = load_code_lists()[str(column.code_list)]
                return text if text in entries["code"] else None
            case _:
                return text
    except (ValueError, InvalidOperation):
        return None
