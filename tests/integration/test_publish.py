"""From a built plan to a verified release: gated, atomic, repeatable (L4, L5)."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from subprocess import PIPE

import duckdb
import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.build_folder import BuildFolder
from lingtan.release.descriptions import TableDescription
from lingtan.release.draft import DraftContext, write_draft
from lingtan.release.duckdb_file import differing_tables
from lingtan.release.hashing import hashes_below, table_hashes
from lingtan.release.publication import read_publication
from lingtan.release.publish import publish
from lingtan.release.tables import RELEASED_TABLES
from lingtan.release.verify import verify
from quality.evidence import Evidence, expected_sha256, write_evidence
from quality.gate import judge
from quality.gate_catalogue import required_rules
from tests.builders.canonical_tables import plan_id_for, write_build, write_lake

ONE, TWO = plan_id_for("one"), plan_id_for("two")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DESCRIPTIONS = {
    "dim_parks": TableDescription("园区 Parks: it's one row a park and year", {"park_code": "园区代码"})
}
Evidences = list[Evidence]


def _complete(build: BuildFolder) -> Evidences:
    """Evidence that every required rule passed on exactly these files."""
    hashes = table_hashes(build.canonical)
    return [
        Evidence(rule.id, rule.version, scope, expected_sha256(scope, hashes) or "", "pass", 1, 0, "[]")
        for rule in required_rules()
        for scope in rule.scopes(tuple(sorted(hashes)))
    ]


def _page(context: DraftContext) -> None:
    folder = context.folder / "bulletin"
    folder.mkdir()
    (folder / "zh.html").write_text("<p>" + " · ".join(context.marks.zh) + "</p>", encoding="utf-8")


def _draft(
    places: Places, name: str, change: Callable[[Evidences], Evidences] = lambda evidence: evidence
) -> Path:
    build = write_build(places.builds, name)
    write_evidence(change(_complete(build)), build.evidence)
    return write_draft(
        build.folder, places.drafts, lake=places.lake, renderers=[_page], descriptions=DESCRIPTIONS
    )


def _publish(places: Places, name: str) -> Path:
    return publish(places, plan_id_for(name), judge, published_by="tester", now=NOON).folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places(tmp_path / "raw", tmp_path / "exports")
    write_lake(found.lake)
    return found


def test_the_draft_becomes_the_release_by_one_rename(places: Places) -> None:
    draft = _draft(places, "one")
    inode = draft.stat().st_ino
    inner = (draft / "restricted" / "data").stat().st_ino
    release = _publish(places, "one")
    assert release.stat().st_ino == inode
    assert (release / "restricted" / "data").stat().st_ino == inner
    assert not draft.exists()
    assert [path.name for path in places.drafts.iterdir()] == []
    assert verify(release) == []
    assert verify(places.latest) == []


def test_a_release_carries_what_it_was_made_of(places: Places) -> None:
    _draft(places, "one")
    tier = _publish(places, "one") / "restricted"
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
    _draft(places, "one")
    tier = _publish(places, "one") / "restricted"
    rows = pl.read_parquet(tier / "lake" / "park_return__energy.parquet")
    assert rows.columns[0] == "delivery_id"
    kept = rows.select("delivery_id", "submission_id", "sheet", "quantity__cell", "quantity__text")
    assert kept.rows() == [("0" * 64, "S1", "能源", "F6", "1.50"), ("0" * 64, "S1", "能源", "F7", "40")]
    assert [path.name for path in (tier / "lake").iterdir()] == ["park_return__energy.parquet"]


def test_latest_is_a_relative_link_swapped_to_each_release(places: Places) -> None:
    _draft(places, "two")
    _publish(places, "two")
    assert places.latest.readlink() == Path("releases") / TWO
    first = places.latest.lstat().st_ino
    _draft(places, "one")
    _publish(places, "one")
    assert places.latest.readlink() == Path("releases") / ONE
    assert places.latest.lstat().st_ino != first
    assert sorted(path.name for path in places.exports.iterdir()) == [
        ".release_number", "builds", "drafts", "latest", "releases",
    ]  # fmt: skip


def test_publishing_again_changes_nothing_but_repairs_the_link(places: Places) -> None:
    _draft(places, "one")
    release = _publish(places, "one")
    before = hashes_below(release)
    places.latest.unlink()
    again = publish(places, ONE, judge, published_by="somebody else", now=NOON.replace(year=2030))
    assert not again.is_new
    assert hashes_below(release) == before
    assert places.latest.resolve() == release


def _without(rule_id: str) -> Callable[[Evidences], Evidences]:
    return lambda evidence: [one for one in evidence if one.rule_id != rule_id]


def _with(rule_id: str, **changes: object) -> Callable[[Evidences], Evidences]:
    return lambda evidence: [
        replace(one, **changes) if one.rule_id == rule_id else one  # type: ignore[arg-type]
        for one in evidence
    ]


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
def test_without_full_evidence_there_is_no_release(
    places: Places, change: Callable[[Evidences], Evidences], zh: str, en: str
) -> None:
    _draft(places, "one")
    _publish(places, "one")
    _draft(places, "two", change)
    with pytest.raises(LingtanError) as refusal:
        _publish(places, "two")
    assert zh in refusal.value.zh
    assert en in refusal.value.en
    assert "\n" not in refusal.value.zh + refusal.value.en
    assert [path.name for path in places.releases.iterdir()] == [ONE]
    assert places.latest.readlink() == Path("releases") / ONE
    assert (places.drafts / TWO).is_dir()


def _flip(path: Path, position: int = -1) -> None:
    path.chmod(0o644)
    raw = bytearray(path.read_bytes())
    raw[position] ^= 1
    path.write_bytes(bytes(raw))


def test_a_draft_changed_after_the_gate_is_not_published(places: Places) -> None:
    draft = _draft(places, "one")
    _flip(draft / "restricted" / "data" / "fct_emissions.parquet", 40)
    with pytest.raises(LingtanError, match="fct_emissions"):
        _publish(places, "one")
    assert not places.releases.exists()


def test_a_draft_of_another_plan_is_not_published(places: Places) -> None:
    _draft(places, "one").rename(places.drafts / TWO)
    with pytest.raises(LingtanError, match=TWO):
        _publish(places, "two")
    (places.drafts / TWO).rename(places.drafts / ONE)
    release = _publish(places, "one").rename(places.releases / TWO)
    assert [problem.path for problem in verify(release)] == ["publication.json", "restricted/plan.json"]


def test_a_duckdb_file_with_other_rows_is_not_published(places: Places) -> None:
    draft = _draft(places, "one")
    file = draft / "restricted" / "lingtan.duckdb"
    file.chmod(0o644)
    with duckdb.connect(str(file)) as connection:
        connection.execute("update fct_emissions set emission_tco2e = emission_tco2e + 1 where line_id = '1'")
    with pytest.raises(LingtanError, match="fct_emissions"):
        _publish(places, "one")


def test_one_flipped_byte_is_named_in_every_file(places: Places) -> None:
    _draft(places, "one")
    release = _publish(places, "one")
    for name in hashes_below(release):
        path = release / name
        for position in (0, path.stat().st_size // 2, -1):
            _flip(path, position)
            assert name in [problem.path for problem in verify(release)], (name, position)
            _flip(path, position)
    assert verify(release) == []


def test_a_missing_and_an_extra_file_are_named(places: Places) -> None:
    _draft(places, "one")
    release = _publish(places, "one")
    (release / "restricted" / "data" / "dim_parks.parquet").rename(release / "extra.parquet")
    (release / "restricted" / "csv" / "more.csv").write_text("x", encoding="utf-8")
    assert sorted(problem.path for problem in verify(release)) == [
        "extra.parquet", "restricted/csv/more.csv", "restricted/data/dim_parks.parquet",
    ]  # fmt: skip
    assert [problem.path for problem in verify(places.releases / "P-9")] == ["P-9"]


def test_two_drafts_of_one_content_are_equal(places: Places, tmp_path: Path) -> None:
    other = Places(places.raw, tmp_path / "elsewhere")
    first, second = _draft(places, "one"), _draft(other, "one")
    one, two = hashes_below(first), hashes_below(second)
    assert one.keys() == two.keys()
    assert {name for name in one if one[name] != two[name]} <= {"restricted/lingtan.duckdb"}
    for tier in (first / "restricted", second / "restricted"):
        assert differing_tables(tier / "lingtan.duckdb", first / "restricted" / "data", RELEASED_TABLES) == []


def test_the_duckdb_file_explains_itself(places: Places) -> None:
    _draft(places, "one")
    file = _publish(places, "one") / "restricted" / "lingtan.duckdb"
    assert file.stat().st_mode & 0o222 == 0
    of_column = "table_name = 'dim_parks' and column_name = 'park_code'"
    with duckdb.connect(str(file), read_only=True) as connection:
        (comment,) = connection.sql(
            "select comment from duckdb_tables() where table_name = 'dim_parks'"
        ).fetchall()[0]
        (of_totals,) = connection.sql(
            "select comment from duckdb_tables() where table_name = 'mart_park_year'"
        ).fetchall()[0]
        (column,) = connection.sql(f"select comment from duckdb_columns() where {of_column}").fetchall()[0]
        about = dict(connection.sql("select item_code, value_zh from about_release").fetchall())
        # The oldest storage version that holds our types.
        tags = connection.sql("select tags from duckdb_databases() where not internal").fetchall()
    assert comment == "园区 Parks: it's one row a park and year [内部资料 · 合成数据 | internal · synthetic]"
    assert "method_code" in of_totals
    assert "choose one method_code" in of_totals
    assert column == "园区代码"
    assert about == {"plan_id": ONE, "tier": "restricted", "marks": "内部资料 · 合成数据"}
    assert "v1.0.0" in str(tags)


def number(release: Path) -> int:
    return read_publication(release / "publication.json").release_number


def test_a_damaged_publication_lets_no_number_be_given_twice(places: Places) -> None:
    _draft(places, "one")
    first = _publish(places, "one")
    assert number(first) == 1
    whole = (first / "publication.json").read_bytes()
    (first / "publication.json").chmod(0o644)
    # What the office remembers, the damaged text and the number of releases: each alone is enough.
    cases = [("1", b""), ("", whole[:-9]), ("", b"{")]
    for expected, (remembered, damaged) in enumerate(cases, start=2):
        (first / "publication.json").write_bytes(damaged)
        (places.exports / ".release_number").write_text(remembered, encoding="utf-8")
        _draft(places, f"after {expected}")
        release = _publish(places, f"after {expected}")
        assert number(release) == expected
        assert places.latest.resolve() == release.resolve()
        (places.exports / ".release_number").write_text("", encoding="utf-8")


def test_a_number_of_a_release_that_was_taken_away_is_not_given_again(places: Places) -> None:
    _draft(places, "one")
    shutil.rmtree(_publish(places, "one"))
    _draft(places, "two")
    assert number(_publish(places, "two")) == 2


PUBLISHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from lingtan.places import Places
from lingtan.release.publish import publish
from quality.gate import judge
places = Places(Path(sys.argv[1]), Path(sys.argv[2]))
print("ready", flush=True)
sys.stdin.readline()
publish(places, sys.argv[3], judge, published_by="tester", now=datetime(2026, 3, 1, tzinfo=UTC))
"""


def test_two_publishers_at_one_moment_share_no_number(places: Places) -> None:
    names = ("one", "two", "three")
    for name in names:
        _draft(places, name)
    command = [sys.executable, "-c", PUBLISHER, str(places.raw), str(places.exports)]
    publishers = [
        subprocess.Popen([*command, plan_id_for(name)], stdin=PIPE, stdout=PIPE, text=True) for name in names
    ]
    for one in publishers:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in publishers:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.wait(timeout=60) for one in publishers] == [0, 0, 0]
    for one in publishers:
        one.communicate()
    releases = {number(path): path for path in places.releases.iterdir()}
    assert sorted(releases) == [1, 2, 3]
    assert places.latest.resolve() == releases[3].resolve()


READER = """
import sys, duckdb
print("ready", flush=True)
for count in range(100000):
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        total = connection.sql("select count(*) from fct_emissions").fetchone()[0]
        assert total == 4, total
    print(total, flush=True)
"""


def test_a_second_process_reads_a_release_while_another_is_published(places: Places) -> None:
    _draft(places, "one")
    file = (_publish(places, "one") / "restricted" / "lingtan.duckdb").resolve()
    _draft(places, "two")
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        with duckdb.connect(str(file), read_only=True) as held:
            _publish(places, "two")
            assert held.sql("select count(*) from fct_emissions").fetchone() == (4,)
        before = [reader.stdout.readline() for _ in range(2)]
        time.sleep(0.2)
        assert reader.poll() is None, reader.stderr and reader.stderr.read()
        assert before == ["4\n", "4\n"]
    finally:
        reader.kill()
        reader.communicate()
    assert places.latest.resolve().name == TWO
