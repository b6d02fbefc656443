"""The anchor: one bare DuckDB script writes the same dimensions, facts and marts from the same lake files.

The script holds the statements that dbt compiled for these tables and all they are made of, in order of
dependence, each as the view or table it is in the project, and the seeds by the engine's own CSV reader. It
runs in one process and one connection, one statement after another, with the engine settings of the project.

It is the cost of the SQL itself. It is not the cheapest way to the same tables (it keeps the project's
intermediate tables), and it does nothing else: no hashes of the inputs, no gathering of the lake, no checks
in the warehouse, no Python stage, no comparison tables, no sorted Parquet, no tests, no gate.

`python -m tests.benchmarks.anchor SCRIPT DATABASE` runs it and leaves the seconds of each statement beside
the database.
"""

import json
import sys
import time
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, Final

import duckdb

from lingtan.places import checkout
from lingtan.release.canonical import literal, quoted
from orchestration.operations.dbt_manifest import parsed_project

_SETTINGS: Final = "set threads = 2;\nset memory_limit = '3GB';\nset preserve_insertion_order = false;\n"
_WANTED: Final = ("dim_", "fct_", "mart_")

Node = Mapping[str, Any]


def script_of(target: Path) -> str:
    """The anchor's script from the parsed project and the statements that dbt compiled in a build.

    Args:
        target: dbt's folder of the build: the statements name the files of that build's lake and plan.
    """
    manifest = json.loads((parsed_project() / "manifest.json").read_text(encoding="utf-8"))
    nodes: dict[str, Node] = manifest["nodes"]
    ordered = (nodes[one] for one in _in_order(nodes))
    # dbt compiled an ephemeral model into what reads it.
    written = (one for one in ordered if one["config"]["materialized"] != "ephemeral")
    return _SETTINGS + "\n".join(_statement(one, target) for one in written)


def wanted_tables(script: str) -> list[str]:
    """The tables that anchor and product are compared by."""
    words = (line.split('"') for line in script.splitlines() if line.startswith("create table "))
    return sorted(name for _, name, *_ in words if name.startswith(_WANTED))


def _in_order(nodes: Mapping[str, Node]) -> Iterable[str]:
    before: dict[str, set[str]] = {}
    waiting = [key for key, one in nodes.items() if _is_model(one) and one["name"].startswith(_WANTED)]
    while waiting:
        key = waiting.pop()
        if key not in before:
            before[key] = {one for one in nodes[key]["depends_on"].get("nodes", ()) if one in nodes}
            waiting.extend(before[key])
    return TopologicalSorter(before).static_order()


def _is_model(node: Node) -> bool:
    return bool(node["resource_type"] == "model")


def _statement(node: Node, target: Path) -> str:
    name = quoted(node["name"])
    if not _is_model(node):
        columns = ", ".join(
            f"{literal(column)}: {literal(data_type)}"
            for column, data_type in node["config"]["column_types"].items()
        )
        path = checkout() / "dbt_project" / node["original_file_path"]
        return f"create table {name} as select * from read_csv({literal(str(path))}, columns={{{columns}}});"
    compiled = target / "compiled" / node["package_name"] / node["original_file_path"]
    kind = node["config"]["materialized"]
    return f"create {kind} {name} as\n{compiled.read_text(encoding='utf-8')};"


def run(script: Path, database: Path) -> None:
    """Run a script into a new database named as the product's: the statements name it."""
    seconds: list[tuple[str, float]] = []
    with duckdb.connect(str(database)) as connection:
        connection.execute("set enable_progress_bar = false")
        for statement in connection.extract_statements(script.read_text(encoding="utf-8")):
            started = time.perf_counter()
            connection.execute(statement)
            name = statement.query.split('"')[1] if '"' in statement.query else "set"
            seconds.append((name, time.perf_counter() - started))
    database.with_suffix(".json").write_text(json.dumps(seconds), encoding="utf-8")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
