"""A large synthetic nation: the demo's nation taken in once, its planned rows then multiplied by SQL.

Every copy has park codes, submissions, serials and exchanges with other parks of its own, so that it has the
results of the nation itself. Provinces are as many as before: their registers name all parks, and their
energy inventories are not multiplied.

`python -m tests.benchmarks.nation FOLDER COPIES...` makes one nation for each number of copies, in
FOLDER/<copies>, and leaves the plan's id in FOLDER/<copies>/plan_id.
"""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from lingtan.intake.lake import EMPTY
from lingtan.places import Places
from lingtan.quiet_duckdb import connect
from lingtan.release.build_folder import BuildFolder
from lingtan.release.canonical import literal
from lingtan.release.hashing import canonical_json, file_sha256, plan_id_of
from lingtan.release.planned_rows import PLANNED, write_planned_rows
from lingtan.synthetic.nation import nation
from lingtan.synthetic.reference_sets import write_reference_sets
from lingtan.synthetic.submissions import DROPS, write_registers, write_submissions
from orchestration.operations.plan import plan_release
from orchestration.operations.receive import receive_deliveries

_SEED: Final = 1
#: Columns that tell a copy from another, and the rows in which they do.
_OWN: Final[Mapping[str, str]] = {
    "submission_id": "form_ = 'park_return'",
    "reporting_unit_code": "form_ = 'park_return'",
    "park_code": "true",
    "parent_park_code": "true",
    "counterparty_code": "counterparty_kind_code = 'park'",
    "serial_from": "true",
    "serial_to": "true",
    "credit_serial": "true",
}
#: More rows than a register has parks.
_ROWS_OF_COPY: Final = 1_000_000


def _taken_in(folder: Path) -> tuple[Places, str]:
    """Let the demo's nation report into an empty folder, and plan it.

    Returns:
        The data folders and the plan's id.
    """
    places = Places(raw=folder / "raw", exports=folder / "exports")
    write_registers(places.inbox)
    write_reference_sets(places.office_reference)
    reported = nation(_SEED)
    for drop in DROPS:
        write_submissions(reported, places.inbox, drop=drop)
        receive_deliveries(places, [])
    return places, plan_release(places).plan_id


def _multiplied(source: Places, plan_id: str, folder: Path, copies: int) -> str:
    """A plan with every park of another plan several times over, and the lake it reads.

    Args:
        source: where the plan to multiply lies.
        plan_id: that plan.
        folder: where lake and plan go; must be empty.
        copies: how often each park is there; the first copy has the codes of the source.

    Returns:
        The new plan's id, ready for the product's build.
    """
    places = Places(raw=folder / "raw", exports=folder / "exports")
    base, staged = BuildFolder(source.builds / plan_id), BuildFolder(places.builds / "staging")
    rows, batch = folder / "rows", places.lake / PLANNED
    write_planned_rows(base.plan_tables / "submissions.parquet", source.lake, rows)
    shutil.copytree(source.lake / EMPTY, places.lake / EMPTY)
    shutil.copytree(base.plan_tables, staged.plan_tables)
    batch.mkdir()
    with connect() as connection:
        for path in sorted(rows.glob("*.parquet")):
            form, _, table = path.stem.partition("__")
            lines = f"select * exclude (delivery_id), {literal(form)} as form_ from {_file(path)}"
            forms = ["park_return", "park_register"] if table == "parks" else ["park_return"]
            _write(connection, lines, forms, copies, batch / path.name)
        planned = (
            f"select submission_id, form as form_ from {_file(base.plan_tables / 'submissions.parquet')}"
        )
        for name in ("submissions", "findings", "dispositions"):
            # A submission that is not planned (held, superseded) is a return.
            table_rows = (
                "select told.*, coalesce(form_, 'park_return') as form_"
                f" from {_file(base.plan_tables / f'{name}.parquet')} as told"
                f" left join ({planned}) using (submission_id)"
            )
            _write(connection, table_rows, ["park_return"], copies, staged.plan_tables / f"{name}.parquet")
    batches = [(PLANNED, path.stem, file_sha256(path)) for path in sorted(batch.glob("*.parquet"))]
    pl.DataFrame(batches, ["batch_id", "table_name", "sha256"], orient="row").write_parquet(
        staged.plan_tables / "batches.parquet"
    )
    shutil.rmtree(rows)
    return _locked(base, staged)


def _file(path: Path) -> str:
    return f"read_parquet({literal(str(path))})"


def _write(
    connection: duckdb.DuckDBPyConnection, rows: str, forms: Sequence[str], copies: int, target: Path
) -> None:
    """Write the rows of these forms once a copy, all others once; `form_` says which form a row is of."""
    columns = [name for name, *_ in connection.execute(f"describe {rows}").fetchall()]
    own = {
        name: f"case when copy > 0 and {condition} then {name} || '~' || copy else {name} end"
        for name, condition in _OWN.items()
    }
    # A register has the parks of all copies, one copy after another.
    own["row_number"] = (
        f"case when form_ = 'park_register' then copy * {_ROWS_OF_COPY} else 0 end + row_number"
    )
    for name in (name for name in columns if name.startswith("rows_")):
        own[name] = f"case when form_ = 'park_register' then {name} * {copies} else {name} end"
    own["batch_id"] = literal(PLANNED)
    replaced = ", ".join(f"{own[name]} as {name}" for name in columns if name in own)
    connection.execute(
        f"copy (select * exclude (copy, form_) replace ({replaced}) from ({rows})"
        f" cross join (select unnest(range({copies})) as copy)"
        f" where copy = 0 or form_ in ({', '.join(map(literal, forms))}))"
        f" to {literal(str(target))} (format parquet, compression zstd)"
    )


def _locked(base: BuildFolder, staged: BuildFolder) -> str:
    """Write the lock of the staged plan and give its folder the plan's id."""
    lock = json.loads(base.lock.read_bytes())
    lock["tables"] = {name: file_sha256(staged.plan_tables / f"{name}.parquet") for name in lock["tables"]}
    raw = canonical_json(lock)
    staged.lock.write_bytes(raw)
    staged.folder.rename(staged.folder.with_name(plan_id_of(raw)))
    return plan_id_of(raw)


def main(folder: Path, copies: Sequence[int]) -> None:
    """Make the nations."""
    source, plan_id = _taken_in(folder / "source")
    for count in copies:
        made = _multiplied(source, plan_id, folder / str(count), count)
        (folder / str(count) / "plan_id").write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(count) for count in sys.argv[2:]])
