"""`make bench`: measures product and anchor on two nations, compares their tables, writes the page.

A child's peak memory counts what its parent held when it was started: this process makes no nation itself and
compares tables only after the last measurement.
"""

import argparse
import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from lingtan.places import Places, checkout
from lingtan.quiet_duckdb import connect
from lingtan.release.canonical import literal, quoted
from tests.benchmarks.anchor import script_of, wanted_tables
from tests.benchmarks.measure import Cost, cost_of, typical
from tests.benchmarks.page import ANCHOR, Size, page
from tests.benchmarks.product import WAREHOUSE, WAYS

_PAGE: Final = Path("docs") / "benchmarks.md"


def _measured(folder: Path, repetitions: int) -> Mapping[str, Cost]:
    """Measure the anchor and every way of building one nation, in turns."""
    plan_id = (folder / "plan_id").read_text(encoding="utf-8")
    # Once without measuring: it leaves the statements of the anchor and warms the file cache.
    cost_of("tests.benchmarks.product", [str(folder), plan_id, WAREHOUSE])
    script, database = folder / "anchor.sql", folder / "anchor" / "build.duckdb"
    script.write_text(script_of(folder / "exports" / "builds" / ".dbt"), encoding="utf-8")
    database.parent.mkdir()
    costs: dict[str, list[Cost]] = {how: [] for how in (ANCHOR, *WAYS)}
    for turn in range(repetitions):
        database.unlink(missing_ok=True)
        costs[ANCHOR].append(cost_of("tests.benchmarks.anchor", [str(script), str(database)]))
        for how in WAYS:
            costs[how].append(cost_of("tests.benchmarks.product", [str(folder), plan_id, how]))
        latest = ", ".join(f"{how} {one[-1].cpu:.1f} s, {one[-1].wall:.1f} s" for how, one in costs.items())
        print(f"turn {turn + 1} of {repetitions} (processor, wall): {latest}", flush=True)
    return {how: typical(one) for how, one in costs.items()}


def _compared(folder: Path, costs: Mapping[str, Cost]) -> Size:
    """Compare every table of the anchor with the product's, row by row.

    Raises:
        SystemExit: a table differs.
    """
    plan_id = (folder / "plan_id").read_text(encoding="utf-8")
    anchor = folder / "anchor" / "build.duckdb"
    product = Places(folder / "raw", folder / "exports").builds / plan_id / "build.duckdb"
    tables = wanted_tables((folder / "anchor.sql").read_text(encoding="utf-8"))
    with connect() as connection:
        for name, path in (("anchor", anchor), ("product", product)):
            connection.execute(f"attach {literal(str(path))} as {name} (read_only)")
        for table in tables:
            # By name: a contract puts columns in the order of its YAML, a bare statement in its own.
            described = connection.execute(f"describe product.main.{table}").fetchall()
            columns = ", ".join(quoted(column) for column, *_ in described)
            one, other = (f"select {columns} from {name}.main.{table}" for name in ("anchor", "product"))
            differences = connection.execute(
                f"select count(*) from (({one} except all {other}) union all ({other} except all {one}))"
            ).fetchone()
            if differences != (0,):
                raise SystemExit(f"{table} differs between the anchor and the product: {differences}")
        lines = connection.execute("select count(*) from product.main.int_activity").fetchall()
    statements = dict(json.loads(anchor.with_suffix(".json").read_text(encoding="utf-8")))
    return Size(lines[0][0], costs, statements, len(tables))


def main() -> None:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(prog="make bench", description="Product and anchor on two nations.")
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 10], help="copies of the demo's nation")
    parser.add_argument("--repetitions", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lingtan-bench-") as work:
        folders = [Path(work) / str(copies) for copies in sorted(given.copies)]
        cost_of("tests.benchmarks.nation", [work, *(folder.name for folder in folders)])
        costs = {folder: _measured(folder, given.repetitions) for folder in folders}
        sizes = [_compared(folder, costs[folder]) for folder in folders]
    text = page(sizes, datetime.now(UTC).date(), given.repetitions)
    (checkout() / _PAGE).write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
