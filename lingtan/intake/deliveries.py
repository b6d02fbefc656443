"""Which files wait to be taken in, and taking them out of the inbox afterwards."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lingtan.errors import LingtanError
from lingtan.places import Places

#: Told about a file or folder that cannot be read; the others go on.
OnUnreadable = Callable[[LingtanError], None]


class UnreadableError(LingtanError):
    """One file or folder cannot be read; it says nothing about the others.

    Args:
        path: what cannot be read.
        reason: why, as the system says it.
    """

    def __init__(self, path: Path, reason: str | None) -> None:
        name = plain_name(path.name)
        super().__init__(f"{name}：无法读取：{reason}", f"{name}: cannot be read: {reason}")


@dataclass(frozen=True)
class Waiting:
    """A file to take in.

    `stamp` is its size and time of change: what changed after it was archived stays in the inbox.
    """

    path: Path
    sender: str
    is_in_inbox: bool
    stamp: tuple[int, int]


def plain_name(name: str) -> str:
    r"""The name of a file as text that can be stored and printed.

    A name that is no UTF-8 comes from a Chinese Windows more often than not, so it is read as GB18030 next;
    bytes that are neither are written as `\xff`. Each part of a path is read for itself.
    """
    return "/".join(_plain_part(part) for part in os.fsencode(name).split(b"/"))


def waiting_files(
    places: Places, paths: Sequence[Path], sender: str | None, on_unreadable: OnUnreadable
) -> list[Waiting]:
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
            named = plain_name(str(root))
            raise LingtanError(f"找不到 {named}", f"There is no {named}")
        for path in sorted(_below(root, on_unreadable)) if root.is_dir() else [root]:
            if _is_hidden(path, root):
                continue
            stamp = _stamp_of_file(path, on_unreadable)
            if stamp is None:
                continue
            resolved = path.parent.resolve() / path.name
            is_in_inbox = resolved.is_relative_to(inbox)
            folders = resolved.relative_to(inbox).parts[:-1] if is_in_inbox else ()
            name = sender if sender is not None else (folders[0] if folders else "")
            found[resolved] = Waiting(path, plain_name(name), is_in_inbox, stamp)
    return list(found.values())


def take_out(waiting: Waiting) -> None:
    """Remove a file from the inbox; one that was written again meanwhile stays for the next run (L2)."""
    if waiting.is_in_inbox and waiting.path.exists() and _stamp(waiting.path.stat()) == waiting.stamp:
        waiting.path.unlink()


def _plain_part(name: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "backslashreplace")


def _below(folder: Path, on_unreadable: OnUnreadable) -> Iterator[Path]:
    """Everything in a folder but the folders; one that cannot be opened is named."""

    def report(error: OSError) -> None:
        on_unreadable(UnreadableError(Path(error.filename), error.strerror))

    for place, _, names in os.walk(folder, onerror=report):
        yield from (Path(place) / name for name in names)


def _stamp_of_file(path: Path, on_unreadable: OnUnreadable) -> tuple[int, int] | None:
    """The stamp of a file; None, and the reason is told, where there is no readable one."""
    try:
        state = path.stat()
    except OSError as error:
        on_unreadable(UnreadableError(path, error.strerror))
        return None
    if not stat.S_ISREG(state.st_mode):
        on_unreadable(UnreadableError(path, "不是普通文件 no regular file"))
        return None
    return _stamp(state)


def _is_hidden(path: Path, root: Path) -> bool:
    below = path.relative_to(root).parts if path != root else (path.name,)
    return any(part.startswith(".") for part in below)


def _stamp(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_mtime_ns
