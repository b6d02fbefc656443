"""Hashes of files and of content, the same on every machine (L4)."""

import hashlib
import json
from pathlib import Path


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def canonical_json(content: object) -> bytes:
    """The one JSON text of some content: keys sorted, two spaces, UTF-8, a line end."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def content_sha256(content: object) -> str:
    """SHA-256 of some content's canonical JSON."""
    return hashlib.sha256(canonical_json(content)).hexdigest()


def plan_id_of(lock: bytes) -> str:
    """The id of a plan: `P-` and 16 hexadecimal digits of the hash of its lock, plan.json."""
    return f"P-{hashlib.sha256(lock).hexdigest()[:16]}"


def files_below(folder: Path) -> dict[str, Path]:
    """Every file in a folder by its relative path with `/`, sorted, so that a hash knows no machine path."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return dict(sorted(found.items()))


def hashes_below(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder by its relative path."""
    return {name: file_sha256(path) for name, path in files_below(folder).items()}


def table_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every canonical table `<name>.parquet` in a folder, by table name."""
    return {path.stem: file_sha256(path) for path in sorted(folder.glob("*.parquet"))}


def content_hashes(canonical: Path, public: Path) -> dict[str, str]:
    """SHA-256 of every table that a gate judges: canonical ones by name, public ones as `public/<name>`.

    Args:
        canonical: folder of the canonical tables.
        public: folder of the public tables cut out of them.
    """
    of_public = {f"public/{name}": sha256 for name, sha256 in table_hashes(public).items()}
    return table_hashes(canonical) | of_public
