"""Whether what a build is about to read is what its plan names (L4)."""

from pathlib import Path

import polars as pl

from lingtan.errors import LingtanError
from lingtan.places import checkout
from lingtan.release.build_folder import BuildFolder
from lingtan.release.code_digest import code_digests
from lingtan.release.plan import read_lock
from lingtan.release.plan_tables import lake_problems


def require_unchanged_inputs(build: BuildFolder, lake: Path) -> None:
    """Compare plan tables, code and lake files with the hashes in the plan.

    Args:
        build: the plan's folder.
        lake: where the planned batches lie.

    Raises:
        LingtanError: something was changed after planning; the first thing changed is named.
    """
    lock = read_lock(build)
    now = code_digests(checkout())
    changed = sorted(part for part, digest in lock["code"].items() if now.get(part) != digest)
    if changed:
        raise LingtanError(
            f"方案 {build.plan_id} 制定之后 {changed[0]} 已改动；请重新运行 plan。",
            f"{changed[0]} was changed after plan {build.plan_id} was made; run plan again.",
        )
    batches = pl.read_parquet(build.plan_tables / "batches.parquet")
    problems = lake_problems(batches, lake)
    if problems:
        raise LingtanError(
            f"数据湖文件 {problems[0]} 缺失或在方案制定后被改动；请重新接收该报送并重新运行 plan。",
            f"Lake file {problems[0]} is missing or was changed after planning; "
            "receive the delivery again and run plan again.",
        )
