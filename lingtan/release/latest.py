"""`exports/latest`: a relative link to the newest release, swapped in one step."""

import os
from pathlib import Path

from lingtan.release.publication import PUBLICATION, Publication, read_publication


def published(releases: Path) -> list[Publication]:
    """Every release that can be read, oldest first; damaged ones are for `verify` to name."""
    found = []
    for path in releases.glob(f"*/{PUBLICATION}"):
        try:
            found.append(read_publication(path))
        except ValueError:
            continue
    return sorted(found, key=lambda one: (one.release_number, one.plan_id))


def point_latest_at_newest(releases: Path, latest: Path) -> str | None:
    """Let the link name the newest release; a run that died between rename and swap is repaired by this.

    Args:
        releases: folder of all releases, beside the link.
        latest: the link.

    Returns:
        The plan id it points at, or None while nothing is released.
    """
    all_published = published(releases)
    if not all_published:
        return None
    newest = all_published[-1].plan_id
    target = Path(os.path.relpath(releases / newest, latest.parent))
    if latest.is_symlink() and latest.readlink() == target:
        return newest
    staged = latest.with_name(f".{latest.name}-{os.getpid()}")
    staged.unlink(missing_ok=True)
    staged.symlink_to(target)
    staged.replace(latest)
    return newest
