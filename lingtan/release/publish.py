"""Publishing: the gate judges the bytes at hand, then one atomic rename is the commit point (L5)."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow.parquet

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.duckdb_file import differing_tables
from lingtan.release.hashing import content_hashes, file_sha256, files_below, plan_id_of, table_hashes
from lingtan.release.latest import point_latest_at_newest, published_before
from lingtan.release.manifest import DUCKDB_FILE, MANIFEST, PUBLIC_DUCKDB_FILE
from lingtan.release.publication import PUBLICATION, Publication, publication_bytes, read_publication
from lingtan.release.publishing_lock import ReleaseNumbers, publishing
from lingtan.release.tables import RELEASED_TABLES, ReleasedTable
from lingtan.release.verify import LOCK, PUBLIC, RESTRICTED, verify_tier


class Reason(Protocol):
    """Why something does not pass, in one sentence each."""

    @property
    def zh(self) -> str:
        """In Chinese."""

    @property
    def en(self) -> str:
        """In English."""


class Verdict(Protocol):
    """What a judge says about evidence and content."""

    @property
    def passed(self) -> bool:
        """Whether every required rule ran on exactly this content and passed."""

    @property
    def reasons(self) -> Sequence[Reason]:
        """Why not; empty if passed."""


#: Takes the evidence file and the SHA-256 of each canonical table as recomputed now.
Judge = Callable[[Path, Mapping[str, str]], Verdict]


@dataclass(frozen=True)
class Published:
    """The outcome: the release's folder, and whether it was there before."""

    plan_id: str
    folder: Path
    is_new: bool


def _refuse(zh: Sequence[str], en: Sequence[str]) -> LingtanError:
    more_zh = f"（另有 {len(zh) - 1} 条）" if len(zh) > 1 else ""
    more_en = f" ({len(en) - 1} more)" if len(en) > 1 else ""
    return LingtanError(f"未发布：{zh[0]}{more_zh}", f"Not published: {en[0]}{more_en}")


def _refuse_unless_whole(draft: Path, tables: Sequence[ReleasedTable]) -> dict[str, str]:
    """Recompute every hash of the draft; returns those of the canonical and of the public tables."""
    tier, public = draft / RESTRICTED, draft / PUBLIC
    problems = [*verify_tier(tier), *verify_tier(public)]
    if problems:
        raise _refuse(
            [f"草稿文件 {problem.path} {problem.zh}" for problem in problems],
            [f"draft file {problem.path} {problem.en}" for problem in problems],
        )
    hashes = table_hashes(tier / "data")
    wrong = sorted(hashes.keys() ^ {table.name for table in tables})
    if wrong:
        raise _refuse(
            [f"草稿中的表与发布表清单不符：{name}" for name in wrong],
            [f"the draft's tables are not those of the list of released tables: {name}" for name in wrong],
        )
    _refuse_other_rows(tier / DUCKDB_FILE, tier / "data", tables)
    _refuse_other_rows(public / PUBLIC_DUCKDB_FILE, public / "data", public_tables_in(public / "data"))
    return content_hashes(tier / "data", public / "data")


def public_tables_in(data: Path) -> list[ReleasedTable]:
    """The public tables of a folder; what identifies a row of them is every column."""
    return [
        ReleasedTable(path.stem, tuple(pyarrow.parquet.read_schema(path).names))
        for path in sorted(data.glob("*.parquet"))
    ]


def _refuse_other_rows(database: Path, data: Path, tables: Sequence[ReleasedTable]) -> None:
    try:
        differing = differing_tables(database, data, tables)
    except duckdb.Error as error:
        text = str(error).splitlines()[0]
        raise _refuse(
            [f"{database.name} 无法读取：{text}"], [f"{database.name} cannot be read: {text}"]
        ) from error
    if differing:
        raise _refuse(
            [f"{database.name} 中的表 {name} 与规范文件的行不同" for name in differing],
            [f"table {name} in {database.name} has other rows than its canonical file" for name in differing],
        )


def _close(folder: Path) -> None:
    """Flush every file to the disk and make it read-only, before the folder counts as a release."""
    for path in files_below(folder).values():
        with path.open("rb") as stream:
            os.fsync(stream.fileno())
        path.chmod(0o444)


def publish(
    places: Places,
    plan_id: str,
    judge: Judge,
    *,
    published_by: str,
    now: datetime,
    tables: Sequence[ReleasedTable] = RELEASED_TABLES,
) -> Published:
    """Publish the draft of a plan, or say that it is published already.

    The evidence in the draft is read again and judged against hashes computed now; nothing that a scheduler
    or an earlier step says about success counts. After the rename the release is there; `latest` is a link
    that this and every later run repairs.

    Args:
        places: drafts, releases and latest.
        plan_id: what to publish.
        judge: the gate.
        published_by: who launched it.
        now: the time of publication, with its offset.
        tables: the tables a release has to carry.

    Returns:
        Where the release lies.

    Raises:
        LingtanError: there is no draft, the draft was changed, or the gate does not pass; nothing is released
            then and `latest` stays as it is.
    """
    with publishing(places.exports, places.releases) as numbers:
        release = places.releases / plan_id
        if release.is_dir():
            point_latest_at_newest(places.releases, places.latest)
            return Published(plan_id, release, is_new=False)
        _announce(places, plan_id, judge, numbers, published_by=published_by, now=now, tables=tables)
        draft = places.drafts / plan_id
        number = read_publication(draft / PUBLICATION).release_number
        # The commit point: before it there is no release, after it there is all of it.
        draft.rename(release)
        numbers.keep(number)
        point_latest_at_newest(places.releases, places.latest)
    return Published(plan_id, release, is_new=True)


def _announce(
    places: Places,
    plan_id: str,
    judge: Judge,
    numbers: ReleaseNumbers,
    *,
    published_by: str,
    now: datetime,
    tables: Sequence[ReleasedTable],
) -> None:
    """Judge a draft and write its publication; nothing but the rename is left to do then."""
    draft = places.drafts / plan_id
    if not draft.is_dir():
        raise _refuse(
            [f"方案 {plan_id} 没有草稿；请先运行 draft"], [f"plan {plan_id} has no draft; run draft first"]
        )
    tier = draft / RESTRICTED
    if not (tier / LOCK).is_file() or plan_id_of((tier / LOCK).read_bytes()) != plan_id:
        raise _refuse(
            [f"草稿中的 {LOCK} 不是方案 {plan_id}"],
            [f"{LOCK} in the draft is not the lock of plan {plan_id}"],
        )
    hashes = _refuse_unless_whole(draft, tables)
    _refuse_unless_all_known(places, tier / LOCK)
    verdict = judge(tier / "evidence.parquet", hashes)
    if not verdict.passed:
        raise _refuse([one.zh for one in verdict.reasons], [one.en for one in verdict.reasons])
    places.releases.mkdir(parents=True, exist_ok=True)
    publication = Publication(
        plan_id=plan_id,
        release_number=numbers.next(),
        published_by=published_by,
        published_at=now.isoformat(timespec="seconds"),
        manifest_sha256=file_sha256(tier / MANIFEST),
        duckdb_sha256=file_sha256(tier / DUCKDB_FILE),
    )
    _write_publication(draft, publication)
    public = draft / PUBLIC
    for_readers = replace(
        publication,
        published_by="",
        manifest_sha256=file_sha256(public / MANIFEST),
        duckdb_sha256=file_sha256(public / PUBLIC_DUCKDB_FILE),
    )
    _write_publication(public, for_readers)
    _close(draft)


def _write_publication(folder: Path, publication: Publication) -> None:
    announcement = folder / PUBLICATION
    announcement.unlink(missing_ok=True)
    announcement.write_bytes(publication_bytes(publication))


def _refuse_unless_all_known(places: Places, lock: Path) -> None:
    """The attack of the gate knows what the plan names as published: no year of it may be out since (L9)."""
    plan = json.loads(lock.read_bytes())
    known = {one["plan_id"] for one in plan["published"]}
    since = [
        one["plan_id"]
        for one in published_before(places.releases)
        if one["plan_id"] not in known and not set(plan["reference_years"]).isdisjoint(one["reference_years"])
    ]
    if since:
        raise _refuse(
            [f"制定方案之后已发布了 {since[0]}；请重新运行 plan，使质量门把它计入"],
            [f"{since[0]} was published after this was planned; run plan again, so that the gate knows it"],
        )
