"""What was published before: the releases that a plan names, as they lie."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lingtan.errors import LingtanError
from lingtan.public.attack import PublicRelease
from lingtan.release.hashing import file_sha256
from lingtan.release.manifest import MANIFEST
from lingtan.release.verify import LOCK, PUBLIC, RESTRICTED


def earlier_releases(releases: Path, lock: Mapping[str, Any]) -> list[PublicRelease]:
    """The releases published before a plan that have a year in common with it, the oldest first.

    Args:
        releases: the folder of all releases.
        lock: the lock of the plan.

    Raises:
        LingtanError: a release that the plan names is not there, or not as it was published.
    """
    years = set(lock["reference_years"])
    return [
        _release(releases / one["plan_id"], one)
        for one in lock["published"]
        if not years.isdisjoint(one["reference_years"])
    ]


def _release(folder: Path, named: Mapping[str, Any]) -> PublicRelease:
    manifest = folder / PUBLIC / MANIFEST
    if not manifest.is_file() or file_sha256(manifest) != named["public_manifest_sha256"]:
        raise LingtanError(
            f"方案所依据的以往发布 {named['plan_id']} 缺失或已被改动；请恢复后重试，或用 verify 查看。",
            f"Release {named['plan_id']}, which the plan names, is missing or was changed; restore it and "
            "try again, or see what verify says.",
        )
    settings = json.loads((folder / RESTRICTED / LOCK).read_bytes())["settings"]
    return PublicRelease(
        f"R{named['release_number']}",
        folder / RESTRICTED / "data",
        folder / PUBLIC / "data",
        settings["boundary_code"],
    )
