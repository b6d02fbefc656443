"""From a built plan to a release: gated and by one rename (L4, L5)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.hashing import hashes_below
from lingtan.release.publish import publish
from lingtan.release.tables import RELEASED_TABLES
from lingtan.release.verify import verify
from quality.gate import judge
from tests.builders.drafts import NOON, ONE, TWO, Change, draft, flip, places_with_lake, published


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_with_lake(tmp_path)


def test_the_draft_becomes_the_release_by_one_rename(places: Places) -> None:
    drafted = draft(places, "one")
    inode = drafted.stat().st_ino
    inner = (drafted / "restricted" / "data").stat().st_ino
    release = published(places, "one")
    assert release.stat().st_ino == inode
    assert (release / "restricted" / "data").stat().st_ino == inner
    assert not drafted.exists()
    assert [path.name for path in places.drafts.iterdir()] == []
    assert verify(release) == []
    assert verify(places.latest) == []


def test_a_release_carries_what_it_was_made_of(places: Places) -> None:
    draft(places, "one")
    tier = published(places, "one") / "restricted"
    names = {path.relative_to(tier).as_posix() for path in tier.rglob("*") if path.is_file()}
    assert {f"data/{table.name}.parquet" for table in RELEASED_TABLES} <= names
    assert {f"csv/{table.name}.csv" for table in RELEASED_TABLES} <= names
    assert {"lingtan.duckdb", "manifest.json", "evidence.parquet", "findings.parquet", "plan.json"} <= names
    assert {"README.txt", "bulletin/zh.html", "plan/submissions.parquet"} <= names
    # One synthetic park marks everything.
    for name in ("README.txt", "manifest.json", "bulletin/zh.html"):
        text = (tier / name).read_text(encoding="utf-8")
        assert "内部资料" in text
        assert "合成数据" in text


def test_the_plans_lake_rows_come_with_their_file_and_cell(places: Places) -> None:
    draft(places, "one")
    tier = published(places, "one") / "restricted"
    rows = pl.read_parquet(tier / "lake" / "park_return__energy.parquet")
    assert rows.columns[0] == "delivery_id"
    kept = rows.select("delivery_id", "submission_id", "sheet", "quantity__cell", "quantity__text")
    assert kept.rows() == [("0" * 64, "S1", "能源", "F6", "1.50"), ("0" * 64, "S1", "能源", "F7", "40")]
    assert [path.name for path in (tier / "lake").iterdir()] == ["park_return__energy.parquet"]


def test_publishing_again_changes_nothing_but_repairs_the_link(places: Places) -> None:
    draft(places, "one")
    release = published(places, "one")
    before = hashes_below(release)
    places.latest.unlink()
    again = publish(places, ONE, judge, published_by="somebody else", now=NOON.replace(year=2030))
    assert not again.is_new
    assert hashes_below(release) == before
    assert places.latest.resolve() == release


def _without(rule_id: str) -> Change:
    return lambda evidence: [one for one in evidence if one.rule_id != rule_id]


def _with(rule_id: str, **changes: Any) -> Change:
    return lambda evidence: [replace(one, **changes) if one.rule_id == rule_id else one for one in evidence]


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        (_with("G-ROWS", result="fail", failing_count=2, failing_keys='["S1"]'), "未通过", "failed on"),
        (_without("G-NATION"), "没有针对", "has no evidence"),
        (_without("G-DBT"), "没有针对", "has no evidence"),
        (_with("G-TOTALS", content_sha256="0" * 64), "其他内容", "about other bytes"),
        (_with("G-TOTALS", rule_version="0"), "没有针对", "has no evidence"),
        (lambda evidence: [], "没有针对", "has no evidence"),
        (
            lambda evidence: [
                *evidence, replace(evidence[-1], rule_id="G-DBT", rule_version="1", scope="release/test.x",
                                   content_sha256=next(one.content_sha256 for one in evidence
                                                       if one.scope == "release"), result="fail"),
            ],
            "未通过",
            "failed on release/test.x",
        ),
    ],
)  # fmt: skip
def test_without_full_evidence_there_is_no_release(places: Places, change: Change, zh: str, en: str) -> None:
    draft(places, "one")
    published(places, "one")
    draft(places, "two", change)
    with pytest.raises(LingtanError) as refusal:
        published(places, "two")
    assert zh in refusal.value.zh
    assert en in refusal.value.en
    assert "\n" not in refusal.value.zh + refusal.value.en
    assert [path.name for path in places.releases.iterdir()] == [ONE]
    assert places.latest.readlink() == Path("releases") / ONE
    assert (places.drafts / TWO).is_dir()


def test_a_draft_changed_after_the_gate_is_not_published(places: Places) -> None:
    drafted = draft(places, "one")
    flip(drafted / "restricted" / "data" / "fct_emissions.parquet", 40)
    with pytest.raises(LingtanError, match="fct_emissions"):
        published(places, "one")
    assert not places.releases.exists()


def test_a_draft_of_another_plan_is_not_published(places: Places) -> None:
    draft(places, "one").rename(places.drafts / TWO)
    with pytest.raises(LingtanError, match=TWO):
        published(places, "two")
    (places.drafts / TWO).rename(places.drafts / ONE)
    release = published(places, "one").rename(places.releases / TWO)
    assert [problem.path for problem in verify(release)] == ["publication.json", "restricted/plan.json"]


def test_a_duckdb_file_with_other_rows_is_not_published(places: Places) -> None:
    drafted = draft(places, "one")
    file = drafted / "restricted" / "lingtan.duckdb"
    file.chmod(0o644)
    with duckdb.connect(str(file)) as connection:
        connection.execute("update fct_emissions set emission_tco2e = emission_tco2e + 1 where line_id = '1'")
    with pytest.raises(LingtanError, match="fct_emissions"):
        published(places, "one")
