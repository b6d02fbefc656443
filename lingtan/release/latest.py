"""`exports/latest`: a relative link to the newest release, swapped in one step."""

import json
import os
import re
from pathlib import Path
from typing import Any, Final

from lingtan.release.hashing import file_sha256
from lingtan.release.manifest import MANIFEST
from lingtan.release.publication import PUBLICATION, Publication, read_publication

_LOCK: Final = "restricted/plan.json"
#: The number in a publication that is damaged elsewhere: it was given, so it is never given again.
_NUMBER: Final = re.compile(rb'"release_number": *(\d+)')


def published(releases: Path) -> list[Publication]:
    """Every release that can be read, oldest first; damaged ones are for `verify` to name."""
    found = []
    for path in releases.glob(f"*/{PUBLICATION}"):
        try:
            found.append(read_publication(path))
        except ValueError:
            continue
    return sorted(found, key=lambda one: (one.release_number, one.plan_id))


def published_before(releases: Path) -> list[dict[str, Any]]:
    """Every release with a public tier, oldest first, as a plan names it: number, plan, years, manifest.

    Args:
        releases: folder of all releases.
    """
    return [
        {
            "release_number": one.release_number,
            "plan_id": one.plan_id,
            "reference_years": json.loads((releases / one.plan_id / _LOCK).read_bytes())["reference_years"],
            "public_manifest_sha256": file_sha256(manifest),
        }
        for one in published(releases)
        if (manifest := releases / one.plan_id / "public" / MANIFEST).is_file()
    ]


def highest_number(releases: Path) -> int:
    """The highest release number given here, as far as releases tell; 0 before the first.

    A publication that cannot be read counts too: by the number its damaged text still shows, and because
    there are at least as many numbers as releases.

    Args:
        releases: folder of all releases.
    """
    files = sorted(releases.glob(f"*/{PUBLICATION}"))
    shown = [int(number) for path in files for number in _NUMBER.findall(path.read_bytes())[:1]]
    folders = sum(path.is_dir() for path in releases.glob("P-*"))
    return max([folders, *shown], default=0)


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
