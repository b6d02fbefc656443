"""One publisher at a time, and the last release number, kept apart from the releases."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lingtan.release.latest import highest_number

#: Beside the releases; hidden, because it is nothing to look at.
_FILE: Final = ".release_number"


class ReleaseNumbers:
    """The numbers of releases while the lock is held."""

    def __init__(self, descriptor: int, releases: Path) -> None:
        self._descriptor = descriptor
        self._releases = releases

    def next(self) -> int:
        """A number that no release had, readable or damaged."""
        stored = os.pread(self._descriptor, 32, 0).strip()
        last = int(stored) if stored.isdigit() else 0
        return max(last, highest_number(self._releases)) + 1

    def keep(self, number: int) -> None:
        """Remember a number as given."""
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, f"{number}\n".encode(), 0)
        os.fsync(self._descriptor)


@contextmanager
def publishing(exports: Path, releases: Path) -> Iterator[ReleaseNumbers]:
    """Hold the lock of an office's releases; a second publisher waits until the first has finished.

    The lock is the system's: it goes with the process that holds it, however that ends.

    Args:
        exports: where the lock lies.
        releases: folder of all releases.
    """
    exports.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(exports / _FILE, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield ReleaseNumbers(descriptor, releases)
    finally:
        os.close(descriptor)
