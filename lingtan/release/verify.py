"""Whether a release, or a draft, still is what was written: anyone can check it, without the office."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lingtan.release.hashing import file_sha256, files_below, plan_id_of
from lingtan.release.manifest import DUCKDB_FILE, MANIFEST, PUBLIC_DUCKDB_FILE
from lingtan.release.publication import PUBLICATION, Publication, read_publication

RESTRICTED: Final = "restricted"
PUBLIC: Final = "public"
LOCK: Final = "plan.json"


@dataclass(frozen=True)
class VerificationProblem:
    """A file that is not as it was written.

    Attributes:
        path: relative to the release folder, with `/`.
        zh: what is wrong, in Chinese.
        en: the same in English.
    """

    path: str
    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.path}: {self.zh} | {self.en}"


def _changed(path: str) -> VerificationProblem:
    return VerificationProblem(path, "内容与发布时不同", "differs from what was written")


def _missing(path: str) -> VerificationProblem:
    return VerificationProblem(path, "文件缺失", "is missing")


def _extra(path: str) -> VerificationProblem:
    return VerificationProblem(path, "清单中没有此文件", "is not in the manifest")


def _unreadable(path: str) -> VerificationProblem:
    return VerificationProblem(path, "无法读取，内容已损坏", "cannot be read: it is damaged")


def _of_other_plan(path: str, plan_id: str) -> VerificationProblem:
    return VerificationProblem(
        path, f"属于方案 {plan_id}，与所在文件夹不符", f"belongs to plan {plan_id}, which is not the folder's"
    )


def _read_manifest(path: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(path.read_bytes())
        expected = {entry["path"]: (entry["sha256"], entry["size"]) for entry in content["files"]}
        return {
            "plan_id": content["plan_id"],
            "tier": content["tier"],
            "files": expected,
            "unhashed": set(content["files_hashed_at_publication"]),
        }
    except (ValueError, KeyError, TypeError):
        return None


def verify_tier(tier_folder: Path) -> list[VerificationProblem]:
    """Compare every file of a tier with its manifest; the DuckDB file and the manifest itself only by name.

    The publication of the public tier lies in it, so that readers have it; in a draft it is not there yet.

    Returns:
        What is wrong, by path relative to the folder above the tier; empty if nothing is.
    """
    prefix = f"{tier_folder.name}/"
    if not (tier_folder / MANIFEST).is_file():
        return [_missing(prefix + MANIFEST)]
    manifest = _read_manifest(tier_folder / MANIFEST)
    if manifest is None:
        return [_unreadable(prefix + MANIFEST)]
    present = files_below(tier_folder)
    expected: dict[str, tuple[str, int]] = manifest["files"]
    known = {*expected, *manifest["unhashed"], MANIFEST}
    problems = [_missing(prefix + name) for name in sorted(known - present.keys())]
    known |= {PUBLICATION} if manifest["tier"] == PUBLIC else set()
    problems += [_extra(prefix + name) for name in present if name not in known]
    problems += [
        _changed(prefix + name)
        for name, (sha256, size) in expected.items()
        if name in present and (present[name].stat().st_size != size or file_sha256(present[name]) != sha256)
    ]
    return problems


def _against_publication(tier: Path, publication: Publication, duckdb_file: str) -> list[VerificationProblem]:
    named = {MANIFEST: publication.manifest_sha256, duckdb_file: publication.duckdb_sha256}
    return [
        _changed(f"{tier.name}/{name}")
        for name, sha256 in named.items()
        if (path := tier / name).is_file() and file_sha256(path) != sha256
    ]


def is_public_tier(folder: Path) -> bool:
    """Whether a folder is the public tier of a release, wherever a reader has copied it to.

    Where its manifest is lost or damaged, the database beside it still says so.
    """
    manifest = folder / MANIFEST
    content = _read_manifest(manifest) if manifest.is_file() else None
    return (folder / PUBLIC_DUCKDB_FILE).is_file() if content is None else content["tier"] == PUBLIC


def verify_public(tier: Path) -> list[VerificationProblem]:
    """Check the public tier of a published release by itself, as a reader has it.

    Args:
        tier: the folder `public`, under whatever name.

    Returns:
        What is wrong; empty if nothing is.
    """
    problems = verify_tier(tier)
    path = f"{tier.name}/{PUBLICATION}"
    try:
        publication = read_publication(tier / PUBLICATION)
    except FileNotFoundError:
        return [*problems, _missing(path)]
    except ValueError:
        return [*problems, _changed(path)]
    manifest = _read_manifest(tier / MANIFEST) if (tier / MANIFEST).is_file() else None
    if manifest is not None and manifest["plan_id"] != publication.plan_id:
        problems.append(_of_other_plan(path, publication.plan_id))
    named = {problem.path for problem in problems}
    against = _against_publication(tier, publication, PUBLIC_DUCKDB_FILE)
    return [*problems, *(problem for problem in against if problem.path not in named)]


def has_public_tier(lock: Path) -> bool:
    """Whether the release of a plan has a public tier: such plans name what was published before them."""
    try:
        return "published" in json.loads(lock.read_bytes())
    except (OSError, ValueError):
        return False


def verify(release: Path) -> list[VerificationProblem]:
    """Check a published release: publication, manifest, every file, nothing more and nothing less.

    Args:
        release: a folder under releases/, the link `latest`, or the public tier by itself.

    Returns:
        What is wrong; empty if nothing is. A damaged manifest hides no other damage that can still be seen.
    """
    release = release.resolve()
    if not release.is_dir():
        return [_missing(release.name)]
    if is_public_tier(release):
        return verify_public(release)
    problems: list[VerificationProblem] = []
    publication = None
    try:
        publication = read_publication(release / PUBLICATION)
    except FileNotFoundError:
        problems.append(_missing(PUBLICATION))
    except ValueError:
        problems.append(_changed(PUBLICATION))
    if publication and publication.plan_id != release.name:
        problems.append(_of_other_plan(PUBLICATION, publication.plan_id))
    lock = release / RESTRICTED / LOCK
    if lock.is_file() and plan_id_of(lock.read_bytes()) != release.name:
        problems.append(
            VerificationProblem(
                f"{RESTRICTED}/{LOCK}",
                "不是本文件夹所称的方案",
                "is not the plan that the folder is named after",
            )
        )
    outside = [name for name in files_below(release) if name != PUBLICATION]
    tiers = (f"{RESTRICTED}/", f"{PUBLIC}/")
    problems += [_extra(name) for name in outside if not name.startswith(tiers)]
    if (release / PUBLIC).is_dir() or has_public_tier(lock):
        problems += verify_public(release / PUBLIC)
    named = {problem.path for problem in problems}
    problems += [problem for problem in verify_tier(release / RESTRICTED) if problem.path not in named]
    if publication:
        named = {problem.path for problem in problems}
        problems += [
            problem
            for problem in _against_publication(release / RESTRICTED, publication, DUCKDB_FILE)
            if problem.path not in named
        ]
    return problems
