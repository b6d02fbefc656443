"""Whether a release, or a draft, still is what was written: anyone can check it, without the office."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lingtan.release.hashing import file_sha256, files_below, plan_id_of
from lingtan.release.manifest import DUCKDB_FILE, MANIFEST
from lingtan.release.publication import PUBLICATION, Publication, read_publication

RESTRICTED: Final = "restricted"
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


def _read_manifest(path: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(path.read_bytes())
        expected = {entry["path"]: (entry["sha256"], entry["size"]) for entry in content["files"]}
        return {"files": expected, "unhashed": set(content["files_hashed_at_publication"])}
    except (ValueError, KeyError, TypeError):
        return None


def verify_tier(tier_folder: Path) -> list[VerificationProblem]:
    """Compare every file of a tier with its manifest; the DuckDB file and the manifest itself only by name.

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
    problems += [_extra(prefix + name) for name in present if name not in known]
    problems += [
        _changed(prefix + name)
        for name, (sha256, size) in expected.items()
        if name in present and (present[name].stat().st_size != size or file_sha256(present[name]) != sha256)
    ]
    return problems


def _against_publication(release: Path, publication: Publication) -> list[VerificationProblem]:
    named = {MANIFEST: publication.manifest_sha256, DUCKDB_FILE: publication.duckdb_sha256}
    return [
        _changed(f"{RESTRICTED}/{name}")
        for name, sha256 in named.items()
        if (path := release / RESTRICTED / name).is_file() and file_sha256(path) != sha256
    ]


def verify(release: Path) -> list[VerificationProblem]:
    """Check a published release: publication, manifest, every file, nothing more and nothing less.

    Args:
        release: a folder under releases/, or the link `latest`.

    Returns:
        What is wrong; empty if nothing is. A damaged manifest hides no other damage that can still be seen.
    """
    release = release.resolve()
    if not release.is_dir():
        return [_missing(release.name)]
    problems: list[VerificationProblem] = []
    publication = None
    try:
        publication = read_publication(release / PUBLICATION)
    except FileNotFoundError:
        problems.append(_missing(PUBLICATION))
    except ValueError:
        problems.append(_changed(PUBLICATION))
    if publication and publication.plan_id != release.name:
        problems.append(
            VerificationProblem(
                PUBLICATION,
                f"属于方案 {publication.plan_id}，与文件夹名不符",
                f"belongs to plan {publication.plan_id}, which is not the folder's name",
            )
        )
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
    problems += [_extra(name) for name in outside if not name.startswith(f"{RESTRICTED}/")]
    named = {problem.path for problem in problems}
    problems += [problem for problem in verify_tier(release / RESTRICTED) if problem.path not in named]
    if publication:
        named = {problem.path for problem in problems}
        problems += [
            problem for problem in _against_publication(release, publication) if problem.path not in named
        ]
    return problems
