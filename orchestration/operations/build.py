"""Builds a plan: dbt core, the Python stages, dbt compare, the canonical tables, what dbt's tests found.

Each step is a function of its own: the command line runs them in one go, Dagster shows them one by one.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.disclosure.contributions import TABLES as CONTRIBUTION_TABLES
from lingtan.disclosure.public_tables import read_public_tables
from lingtan.disclosure.stage import contributions_by_year, write_public_cells
from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.public.attack import published_by_year
from lingtan.public.cut import write_public_tables
from lingtan.public.earlier import earlier_releases
from lingtan.quiet_duckdb import connect
from lingtan.release.build_folder import BuildFolder
from lingtan.release.canonical import CanonicalFile, literal, write_canonical
from lingtan.release.code_names import read_code_names
from lingtan.release.hashing import content_hashes
from lingtan.release.inputs import require_unchanged_inputs
from lingtan.release.plan import read_lock
from lingtan.release.planned_rows import gather_planned_rows
from lingtan.statistics.peer_position import INPUT_SCHEMA, write_peer_position
from lingtan.statistics.uncertainty import (
    LEVEL,
    LEVELS_SCHEMA,
    LINES_SCHEMA,
    Simulation,
    write_uncertainty,
)
from orchestration.operations.dbt_run import NodeResult, run_dbt

#: The stages that Python computes from marts and dbt reads afterwards lie apart from those that precede them.
COMPARE = "fqn:lingtan.compare"

#: Which section of industry a division is in.
INDUSTRIES: Final = SEEDS / "industries.csv"
#: dbt's unit tests judge the models, not the data: the tests of the project run them, a build does not.
DATA_TESTS_ONLY = ("--exclude-resource-type", "unit_test")

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What a build left: its folder and what every dbt node did."""

    folder: BuildFolder
    nodes: tuple[NodeResult, ...]


def _silent(_: str) -> None:
    return None


def build_folder(places: Places, plan_id: str) -> BuildFolder:
    """The folder of a plan that was made before.

    Raises:
        LingtanError: There is no such plan.
    """
    folder = BuildFolder(places.builds / plan_id)
    if not folder.lock.is_file():
        raise LingtanError(
            f"没有方案 {plan_id}；请先运行 plan。", f"There is no plan {plan_id}; run plan first."
        )
    return folder


def _first_failing_row(database: Path, target: Path, test: str) -> str:
    """The first row a failed test found, as `column=value`; empty where the test cannot be asked again."""
    compiled = next((target / "compiled").rglob(f"{test}.sql"), None)
    if compiled is None or not database.is_file():
        return ""
    with connect(str(database), read_only=True) as connection:
        rows = connection.sql(compiled.read_text(encoding="utf-8"))
        first = rows.fetchone()
        return " ".join(f"{name}={value}" for name, value in zip(rows.columns, first or (), strict=False))


def _dbt(
    places: Places, folder: BuildFolder, arguments: list[str], on_node: Progress
) -> tuple[NodeResult, ...]:
    locations = {"lake": folder.lake, "plan": folder.plan_tables, "stat": folder.stat}
    nodes = run_dbt(arguments, folder.database, locations, places.builds / ".dbt", on_node)
    broken = [node for node in nodes if node.status == "error"]
    if broken:
        first = broken[0]
        raise LingtanError(
            f"数据仓库构建失败：{first.name}：{first.message}（共 {len(broken)} 处）",
            f"The build failed at {first.name}: {first.message} ({len(broken)} in all)",
        )
    failed = [node for node in nodes if not node.is_good and node.status != "skipped"]
    skipped = [node for node in nodes if node.status == "skipped"]
    if skipped:
        # A failed test stops what depends on it, for example two factors that fit one key (L8).
        first = failed[0] if failed else skipped[0]
        example = _first_failing_row(folder.database, places.builds / ".dbt", first.name)
        raise LingtanError(
            f"数据仓库检验 {first.name} 未通过（{first.failures} 行，如 {example}），后续未构建。",
            f"Test {first.name} failed ({first.failures} rows, such as {example}); "
            "what depends on it was not built.",
        )
    stage = "compare" if "--select" in arguments else "core"
    (folder.folder / f"dbt_{stage}.json").write_text(
        json.dumps([asdict(node) for node in nodes], ensure_ascii=False), encoding="utf-8"
    )
    return nodes


def build_core(places: Places, folder: BuildFolder, on_node: Progress = _silent) -> tuple[NodeResult, ...]:
    """Build seeds, staging, intermediate, facts, marts and quality tables from the plan and the lake.

    The private database of an earlier attempt is removed first: a build is whole (DESIGN section 3).

    Raises:
        LingtanError: The lake is not what the plan names, or dbt fails.
    """
    require_unchanged_inputs(folder, places.lake)
    gather_planned_rows(folder.plan_tables / "submissions.parquet", places.lake, folder.lake)
    for leftover in (folder.database, folder.database.with_suffix(".duckdb.wal")):
        leftover.unlink(missing_ok=True)
    shutil.rmtree(folder.stat, ignore_errors=True)
    folder.stat.mkdir(parents=True)
    return _dbt(places, folder, ["build", *DATA_TESTS_ONLY, "--exclude", COMPARE], on_node)


def _handed_over(folder: BuildFolder, name: str, columns: Iterable[str], source: str) -> Path:
    """A closed Parquet file `in_<name>.parquet` of these columns for a Python stage, sorted."""
    target = folder.stat / f"in_{name}.parquet"
    with connect(str(folder.database), read_only=True) as connection:
        connection.execute(
            f"copy (select {', '.join(columns)} from {source} order by all)"
            f" to {literal(str(target))} (format parquet)"
        )
    return target


def setting_of(folder: BuildFolder, code: str) -> str:
    """The value of a setting of a plan."""
    settings = pl.read_parquet(folder.plan_tables / "settings.parquet")
    return str(settings.filter(pl.col("setting_code") == code)["setting_value"].item())


def _count_setting(folder: BuildFolder, code: str) -> int:
    return int(setting_of(folder, code))


def build_peer_position(_: Places, folder: BuildFolder) -> Path:
    """Run the stage of peer positions: closed Parquet in, `stat_peer_position.parquet` out."""
    ratios = _handed_over(folder, "mart_carbon_per_energy", INPUT_SCHEMA, "mart_carbon_per_energy")
    minimum_peers = _count_setting(folder, "peer_minimum_count")
    return write_peer_position(ratios, folder.stat, minimum_peers=minimum_peers)


def build_uncertainty(_: Places, folder: BuildFolder) -> Path:
    """Run the stage of uncertainty: closed Parquet in, `stat_uncertainty.parquet` out.

    Only totals that are quantified are handed over, with their lines.
    """
    quantified = "(select * from int_uncertainty__levels where uncertainty_status_code = 'quantified')"
    of_quantified = f"int_uncertainty__lines semi join {quantified} as levels using ({', '.join(LEVEL)})"
    return write_uncertainty(
        _handed_over(folder, "uncertainty_levels", LEVELS_SCHEMA, quantified),
        _handed_over(folder, "uncertainty_lines", LINES_SCHEMA, of_quantified),
        folder.stat,
        Simulation(
            draw_count=_count_setting(folder, "uncertainty_draw_count"),
            seed=_count_setting(folder, "uncertainty_seed"),
        ),
    )


def build_disclosure(places: Places, folder: BuildFolder) -> Path:
    """Run the stage of disclosure control: closed Parquet in, `stat_public_cells.parquet` out.

    Beside the tables of the build it reads the releases that the plan names as published.

    Raises:
        LingtanError: such a release is missing, or was changed.
    """
    handed_over = folder.stat / "disclosure"
    handed_over.mkdir(exist_ok=True)
    with connect(str(folder.database), read_only=True) as connection:
        for name in CONTRIBUTION_TABLES:
            connection.execute(
                f"copy {name} to {literal(str(handed_over / f'{name}.parquet'))} (format parquet)"
            )
    public = read_public_tables()
    boundary = setting_of(folder, "boundary_code")
    contributions = contributions_by_year(public, handed_over, INDUSTRIES, boundary)
    before = earlier_releases(places.releases, read_lock(folder))
    return write_public_cells(
        public, contributions, published_by_year(public, INDUSTRIES, before), folder.stat
    )


#: The Python stages between the dbt stages by the file they leave; none reads what another one writes.
STATISTICS: Final[Mapping[str, Callable[[Places, BuildFolder], Path]]] = {
    "stat_peer_position": build_peer_position,
    "stat_uncertainty": build_uncertainty,
    "stat_public_cells": build_disclosure,
}


def build_statistics(places: Places, folder: BuildFolder, on_step: Progress = _silent) -> None:
    """Run every Python stage between the dbt stages."""
    for name, stage in STATISTICS.items():
        stage(places, folder)
        on_step(name)


def build_compare(places: Places, folder: BuildFolder, on_node: Progress = _silent) -> tuple[NodeResult, ...]:
    """Build what needs the Python stage's results.

    Raises:
        LingtanError: dbt fails.
    """
    return _dbt(places, folder, ["build", *DATA_TESTS_ONLY, "--select", COMPARE], on_node)


def write_canonical_tables(folder: BuildFolder) -> tuple[CanonicalFile, ...]:
    """Write the released tables of a finished build as sorted Parquet, and which dbt tests ran on them.

    The public tables are cut out of them: they hold nothing else.

    Raises:
        LingtanError: A released table is missing in the build.
    """
    written = write_canonical(folder.database, folder.canonical)
    shutil.rmtree(folder.public, ignore_errors=True)
    folder.public.mkdir()
    cells = pl.read_parquet(folder.canonical / "cmp_public_cells.parquet")
    write_public_tables(read_public_tables(), cells, read_code_names(folder.canonical), folder.public)
    tests = [
        node
        for stage in ("core", "compare")
        for node in json.loads((folder.folder / f"dbt_{stage}.json").read_text(encoding="utf-8"))
        if node["resource_type"] == "test"
    ]
    about = content_hashes(folder.canonical, folder.public)
    dbt_tests(folder).write_text(
        json.dumps({"content": about, "tests": tests}, ensure_ascii=False, sort_keys=True), encoding="utf-8"
    )
    return written


def dbt_tests(folder: BuildFolder) -> Path:
    """What every dbt test of a build found, with the hashes of the canonical tables written from it."""
    return folder.folder / "dbt_tests.json"


def build(places: Places, plan_id: str, on_step: Progress = _silent) -> Built:
    """Run every stage of a plan's build and write its canonical tables.

    Args:
        places: Where data lies.
        plan_id: The plan to build.
        on_step: Called with the name of each thing done.

    Returns:
        The build's folder with its database and canonical tables, and what dbt did. Failed tests of dbt are
        among the results: the gate judges them.

    Raises:
        LingtanError: A stage could not be completed.
    """
    folder = build_folder(places, plan_id)
    nodes = build_core(places, folder, on_step)
    build_statistics(places, folder, on_step)
    nodes += build_compare(places, folder, on_step)
    write_canonical_tables(folder)
    return Built(folder, nodes)
