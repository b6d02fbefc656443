"""`latest` names the newest release, and a broken link is repaired by the next run."""

from pathlib import Path

import pytest

from lingtan.release.latest import point_latest_at_newest
from lingtan.release.publication import PUBLICATION, Publication, publication_bytes, read_publication


def _release(exports: Path, plan_id: str, number: int) -> None:
    folder = exports / "releases" / plan_id
    folder.mkdir(parents=True)
    publication = Publication(plan_id, number, "测试者", "2026-03-01T12:00:00+00:00", "0" * 64, "1" * 64)
    (folder / PUBLICATION).write_bytes(publication_bytes(publication))


def test_nothing_released_makes_no_link(tmp_path: Path) -> None:
    assert point_latest_at_newest(tmp_path / "releases", tmp_path / "latest") is None
    assert not (tmp_path / "latest").is_symlink()


def test_the_release_number_decides_not_the_name(tmp_path: Path) -> None:
    _release(tmp_path, "P-b", 9)
    _release(tmp_path, "P-a", 10)
    (tmp_path / "latest").symlink_to("releases/P-gone")
    assert point_latest_at_newest(tmp_path / "releases", tmp_path / "latest") == "P-a"
    assert (tmp_path / "latest").readlink() == Path("releases/P-a")
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (tmp_path / "releases").rename(moved / "releases")
    (tmp_path / "latest").rename(moved / "latest")
    # Relative, so that the folder can move.
    assert (moved / "latest").resolve() == (moved / "releases" / "P-a").resolve()


def test_a_changed_publication_is_not_read(tmp_path: Path) -> None:
    _release(tmp_path, "P-a", 1)
    path = tmp_path / "releases" / "P-a" / PUBLICATION
    assert read_publication(path).published_by == "测试者"
    path.write_text(path.read_text(encoding="utf-8").replace("测试者", "他人"), encoding="utf-8")
    with pytest.raises(ValueError, match="hash"):
        read_publication(path)
