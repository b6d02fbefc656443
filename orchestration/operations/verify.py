"""Checks every file of a release."""

from dataclasses import dataclass
from pathlib import Path

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.verify import VerificationProblem, verify


@dataclass(frozen=True)
class Verified:
    """The release looked at, and what is wrong with it."""

    folder: Path
    problems: tuple[VerificationProblem, ...]


def release_folder(places: Places, release: Path | None) -> Path:
    """The folder of a release, the newest one unless another is named.

    Args:
        places: where releases lie.
        release: a folder, wherever it was copied to, or the plan id of a release that lies here.

    Raises:
        LingtanError: Nothing is released yet, or there is no such folder.
    """
    if release is None and not places.latest.is_dir():
        raise LingtanError("尚无发布。", "Nothing is released yet.")
    folder = release or places.latest
    if not folder.is_dir() and (places.releases / folder).is_dir():
        folder = places.releases / folder
    if not folder.is_dir():
        raise LingtanError(f"没有发布文件夹 {folder}。", f"There is no release folder {folder}.")
    return folder.resolve()


def verify_release(places: Places, release: Path | None = None) -> Verified:
    """Verify a release, the newest one unless another is named.

    Args:
        places: Where releases lie.
        release: A folder, wherever it was copied to, or the plan id of a release that lies here.

    Raises:
        LingtanError: Nothing is released yet, or there is no such folder.
    """
    folder = release_folder(places, release)
    return Verified(folder, tuple(verify(folder)))
