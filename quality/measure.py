"""Measuring gate rules: SQL over views of the canonical files, one small row for each rule and scope."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import polars as pl

from quality.evidence import KEPT_KEYS, keys_text
from quality.gate_rule import Check, GateRule

MEASUREMENT_SCHEMA: Final = pl.Schema(
    {
        "rule_id": pl.String(),
        "scope": pl.String(),
        "checked_count": pl.Int64(),
        "failing_count": pl.Int64(),
        "failing_keys": pl.String(),
    }
)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _views(connection: duckdb.DuckDBPyConnection, canonical: Path) -> None:
    for path in sorted(canonical.glob("*.parquet")):
        source = str(path).replace("'", "''")
        connection.execute(f"create view {_quoted(path.stem)} as select * from read_parquet('{source}')")


def _filled(query: str, table: str, key: Sequence[str]) -> str:
    """The query of a check for one table; braces of the placeholders are the only ones it may hold."""
    columns = [_quoted(name) for name in key] or ["1"]
    texts = [f"coalesce(cast({name} as varchar), '(null)')" for name in columns]
    return (
        query.replace("{table}", _quoted(table))
        .replace("{key}", ", ".join(columns))
        .replace("{key_text}", " || ' ' || ".join(texts))
        .replace("{key_has_null}", " or ".join(f"{name} is null" for name in columns))
    )


def _measured(
    connection: duckdb.DuckDBPyConnection, check: Check, table: str, key: Sequence[str]
) -> tuple[int, int, str]:
    checked = connection.execute(_filled(check.checked, table, key)).fetchone()
    failing = connection.execute(
        f"select * from ({_filled(check.failing, table, key)}) limit {KEPT_KEYS}"
    ).fetchall()
    count = len(failing)
    if count == KEPT_KEYS:
        counted = connection.execute(
            f"select count(*) from ({_filled(check.failing, table, key)})"
        ).fetchone()
        count = int(counted[0]) if counted else count
    return int(checked[0]) if checked else 0, count, keys_text(str(row[0]) for row in failing)


def measure(canonical: Path, keys: Mapping[str, Sequence[str]], rules: Sequence[GateRule]) -> pl.DataFrame:
    """Measure every rule that has SQL on every scope that is there.

    Args:
        canonical: folder of the canonical `<table>.parquet`.
        keys: canonical table -> its key.
        rules: the gate's catalogue.

    Returns:
        A frame of `MEASUREMENT_SCHEMA`. A scope whose table is missing, or which lacks a column that the rule
        needs, fails: what cannot be measured is not in order.
    """
    tables = tuple(path.stem for path in sorted(canonical.glob("*.parquet")))
    rows: list[tuple[str, str, int, int, str]] = []
    with TemporaryDirectory() as spill, duckdb.connect(config={"temp_directory": spill}) as connection:
        # Drawn into the log of a worker process otherwise.
        connection.execute("set enable_progress_bar = false")
        _views(connection, canonical)
        for rule in rules:
            for scope in rule.scopes(tables):
                check = rule.check_for(scope)
                if check is None:
                    continue
                try:
                    measured = _measured(connection, check, scope, keys.get(scope, ()))
                except duckdb.Error as error:
                    measured = (0, 1, keys_text([str(error).splitlines()[0]]))
                rows.append((rule.id, scope, *measured))
    return pl.DataFrame(rows, schema=MEASUREMENT_SCHEMA, orient="row")
