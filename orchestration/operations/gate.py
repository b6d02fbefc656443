"""The publication gate: collects evidence about the canonical tables of a build and decides."""

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import polars as pl

from lingtan.disclosure.public_tables import read_public_tables
from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.public.attack import PublicRelease, attack_everything
from lingtan.public.cut import differing_public_tables
from lingtan.public.earlier import earlier_releases
from lingtan.release.build_folder import BuildFolder
from lingtan.release.code_names import read_code_names
from lingtan.release.hashing import content_hashes
from lingtan.release.plan import read_lock
from lingtan.release.tables import RELEASED_TABLES
from orchestration.operations.build import INDUSTRIES, build_folder, dbt_tests, setting_of
from quality.collect import collect_evidence
from quality.dbt_evidence import dbt_evidence
from quality.disclosure_evidence import disclosure_evidence
from quality.evidence import Evidence, write_evidence
from quality.gate import Decision, judge
from quality.gate_catalogue import required_rules


def _dbt_results(folder: BuildFolder, hashes: dict[str, str]) -> list[tuple[str, str, int | None]]:
    """Results of the tests that ran on exactly these tables; none if the tables come from another run."""
    stored = dbt_tests(folder)
    if not stored.is_file():
        return []
    content = json.loads(stored.read_text(encoding="utf-8"))
    if content["content"] != hashes:
        return []
    return [(test["unique_id"], test["status"], test["failures"]) for test in content["tests"]]


def _attack(places: Places, folder: BuildFolder) -> None:
    """Attack the public tables with all that was published, and keep what was found."""
    release = PublicRelease("", folder.canonical, folder.public, setting_of(folder, "boundary_code"))
    before = earlier_releases(places.releases, read_lock(folder))
    attacked = attack_everything(read_public_tables(), INDUSTRIES, [*before, release])
    attacked.write_parquet(folder.attack, compression="zstd")


def _attack_evidence(folder: BuildFolder, hashes: dict[str, str]) -> Evidence:
    """What the attack found, and whether the public tables are what the protected cells say."""
    public = read_public_tables()
    attacked = pl.read_parquet(folder.attack)
    cells = pl.read_parquet(folder.canonical / "cmp_public_cells.parquet")
    differing = differing_public_tables(public, cells, read_code_names(folder.canonical), folder.public)
    return disclosure_evidence(attacked, differing, hashes)


def judge_build(places: Places, plan_id: str) -> Decision:
    """Run every gate rule on a build's canonical tables, store the evidence, decide.

    Args:
        places: Where data lies.
        plan_id: A plan that was built.

    Returns:
        The decision, with a reason for each rule that failed or has no evidence.

    Raises:
        LingtanError: There is no such plan, or it is not built.
    """
    folder = build_folder(places, plan_id)
    hashes = content_hashes(folder.canonical, folder.public)
    if not hashes:
        raise LingtanError(
            f"方案 {plan_id} 尚未构建；请先运行 build。", f"Plan {plan_id} is not built; run build first."
        )
    # The attack computes for itself: it runs beside all other checks, in a process that starts afresh.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        attack = beside.submit(_attack, places, folder)
        evidence = collect_evidence(
            folder.canonical,
            keys={table.name: table.key for table in RELEASED_TABLES},
            content_hashes=hashes,
            rules=required_rules(),
        )
        evidence += dbt_evidence(_dbt_results(folder, hashes), hashes)
        attack.result()
    write_evidence([*evidence, _attack_evidence(folder, hashes)], folder.evidence)
    return judge(folder.evidence, hashes)
