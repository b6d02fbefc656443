"""Digests of the code that turns a plan into a release, so that a plan names it (L4)."""

from pathlib import Path
from typing import Final

from lingtan.release.hashing import content_sha256, file_sha256, files_below

#: Packages whose code decides what a release says.
PACKAGES: Final = ("lingtan", "quality", "orchestration")
#: Folders that runs write into, whatever the code.
_WRITTEN_BY_RUNS: Final = frozenset({"__pycache__", "target", "logs", "dbt_packages"})
_NOT_CODE: Final = frozenset({".user.yml", ".DS_Store"})


def _digest(folder: Path) -> str:
    hashes = {
        name: file_sha256(path)
        for name, path in files_below(folder).items()
        if not _WRITTEN_BY_RUNS.intersection(name.split("/")) and path.name not in _NOT_CODE
    }
    return content_sha256(hashes)


def code_digests(checkout: Path) -> dict[str, str]:
    """SHA-256 of each package, of the dbt project and its seeds, of the contracts and of the lock file.

    Only names inside the checkout and bytes count: neither the machine's paths nor times.

    Args:
        checkout: the folder that holds the packages.

    Returns:
        Digest by part; a part that the checkout lacks is absent.
    """
    parts = [*PACKAGES, "dbt_project", "dbt_project/seeds", "raw/contracts"]
    digests = {part: _digest(checkout / part) for part in parts if (checkout / part).is_dir()}
    lock = checkout / "requirements.lock"
    if lock.is_file():
        digests[lock.name] = file_sha256(lock)
    return digests
