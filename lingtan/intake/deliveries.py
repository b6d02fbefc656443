"""Which files wait to be taken in, and taking them out of the inbox afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lingtan.errors import LingtanError
from lingtan.places import Places


@dataclass(frozen=True)
class Waiting:
    """A file to take in.

    `stamp` is its size and time of change: what changed after it was archived stays in the inbox.
    """

    path: Path
    sender: str
    is_in_inbox: bool
    stamp: tuple[int, int]


def waiting_files(places: Places, paths: Sequence[Path], sender: str | None) -> list[Waiting]:
    """The files of these paths, folders opened; without paths those of the inbox.

    The name of a sub-folder of the inbox is the sender. Files whose name begins with a dot are being written.

    Raises:
        LingtanError: a path does not exist.
    """
    roots = list(paths) or [places.inbox]
    inbox = places.inbox.resolve()
    found: dict[Path, Waiting] = {}
    for root in roots:
        if not root.exists():
            if not paths:
                continue
            raise LingtanError(f"找不到 {root}", f"There is no {root}")
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            if not path.is_file() or _is_hidden(path, root):
                continue
            resolved = path.parent.resolve() / path.name
            is_in_inbox = resolved.is_relative_to(inbox)
            folders = resolved.relative_to(inbox).parts[:-1] if is_in_inbox else ()
            name = sender if sender is not None else (folders[0] if folders else "")
            found[resolved] = Waiting(path, name, is_in_inbox, _stamp(path))
    return list(found.values())


def take_out(waiting: Waiting) -> None:
    """Remove a file from the inbox; one that was written again meanwhile stays for the next run (L2)."""
    if waiting.is_in_inbox and waiting.path.exists() and _stamp(waiting.path) == waiting.stamp:
        waiting.path.unlink()


def _is_hidden(path: Path, root: Path) -> bool:
    below = path.relative_to(root).parts if path != root else (path.name,)
    return any(part.startswith(".") for part in below)


def _stamp(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns
