"""The archive: every byte that came in, under its SHA-256, before anything reads it (L2)."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lingtan.errors import LingtanError
from lingtan.intake.deliveries import UnreadableError, plain_name
from lingtan.places import Places

_CHUNK: Final = 1024 * 1024


def archive_file(places: Places, source: Path) -> tuple[str, int, Path]:
    """Copy a file into the archive while hashing it.

    Returns:
        SHA-256, size in bytes, and the path in the archive.

    Raises:
        UnreadableError: the file cannot be read.
        LingtanError: the archive cannot be written.
    """
    digest = hashlib.sha256()
    size = 0
    try:
        places.archive.mkdir(parents=True, exist_ok=True)
        with _temporary(places) as writer:
            try:
                for chunk in _chunks(source):
                    digest.update(chunk)
                    size += len(chunk)
                    writer.write(chunk)
                return digest.hexdigest(), size, _settle(places, writer, digest.hexdigest(), source.suffix)
            finally:
                Path(writer.name).unlink(missing_ok=True)
    except OSError as error:
        name = plain_name(source.name)
        raise LingtanError(
            f"无法将 {name} 存入档案：{error.strerror}", f"Cannot archive {name}: {error.strerror}"
        ) from error


def archive_bytes(places: Places, content: bytes, suffix: str) -> str:
    """Keep what a delivery was read with (a contract, a layout, a factor set); returns its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not archive_path(places, sha256, suffix).exists():
        places.archive.mkdir(parents=True, exist_ok=True)
        with _temporary(places) as writer:
            try:
                writer.write(content)
                _settle(places, writer, sha256, suffix)
            finally:
                Path(writer.name).unlink(missing_ok=True)
    return sha256


def archive_path(places: Places, sha256: str, suffix: str) -> Path:
    """Where bytes lie. Only the suffix comes from the sender, and only where it is a plain short one."""
    plain = suffix.lower() if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= 8 else ""
    return places.archive / sha256[:2] / f"{sha256}{plain}"


def read_archived(places: Places, relative: str) -> bytes:
    """The bytes of an archived delivery, checked against the hash in their name.

    Raises:
        LingtanError: the file is missing or was changed.
    """
    path = places.raw / relative
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LingtanError(f"档案中缺少 {relative}", f"Missing in the archive: {relative}") from error
    if hashlib.sha256(content).hexdigest() != path.name.split(".")[0]:
        raise LingtanError(f"档案 {relative} 的内容已被改动", f"Archived file {relative} was changed")
    return content


def _chunks(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as reader:
            while chunk := reader.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise UnreadableError(source, error.strerror) from error


def _temporary(places: Places) -> "tempfile._TemporaryFileWrapper[bytes]":
    return tempfile.NamedTemporaryFile(dir=places.archive, prefix=".arriving-", delete=False)


def _settle(
    places: Places, writer: "tempfile._TemporaryFileWrapper[bytes]", sha256: str, suffix: str
) -> Path:
    """Give the finished copy its name; bytes that are there already stay as they are."""
    writer.flush()
    os.fsync(writer.fileno())
    path = archive_path(places, sha256, suffix)
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        os.chmod(writer.name, 0o444)  # noqa: PTH101
        os.replace(writer.name, path)  # noqa: PTH105
    return path
