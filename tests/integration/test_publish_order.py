"""Releases one after another and at one moment: their numbers, `latest`, and who reads meanwhile."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE

import duckdb
import polars as pl
import pytest

from lingtan.places import Places
from tests.builders.canonical_build import plan_id_for
from tests.builders.drafts import (
    ONE,
    TWO,
    draft,
    number,
    places_with_lake,
    published,
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_with_lake(tmp_path)


def test_latest_is_a_relative_link_swapped_to_each_release(places: Places) -> None:
    draft(places, "two")
    published(places, "two")
    assert places.latest.readlink() == Path("releases") / TWO
    first = places.latest.lstat().st_ino
    draft(places, "one")
    published(places, "one")
    assert places.latest.readlink() == Path("releases") / ONE
    assert places.latest.lstat().st_ino != first
    assert sorted(path.name for path in places.exports.iterdir()) == [
        ".release_number", "builds", "drafts", "latest", "releases",
    ]  # fmt: skip


def test_a_damaged_publication_lets_no_number_be_given_twice(places: Places) -> None:
    draft(places, "one")
    first = published(places, "one")
    assert number(first) == 1
    whole = (first / "publication.json").read_bytes()
    (first / "publication.json").chmod(0o644)
    # What the office remembers, the damaged text and the number of releases: each alone is enough.
    cases = [("1", b""), ("", whole[:-9]), ("", b"{")]
    for expected, (remembered, damaged) in enumerate(cases, start=2):
        (first / "publication.json").write_bytes(damaged)
        (places.exports / ".release_number").write_text(remembered, encoding="utf-8")
        draft(places, f"after {expected}")
        release = published(places, f"after {expected}")
        assert number(release) == expected
        assert places.latest.resolve() == release.resolve()
        (places.exports / ".release_number").write_text("", encoding="utf-8")


def test_a_number_of_a_release_that_was_taken_away_is_not_given_again(places: Places) -> None:
    draft(places, "one")
    shutil.rmtree(published(places, "one"))
    draft(places, "two")
    assert number(published(places, "two")) == 2


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
        draft(places, name)
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
        assert total == int(sys.argv[2]), total
    print(total, flush=True)
"""


def test_a_second_process_reads_a_release_while_another_is_published(places: Places) -> None:
    draft(places, "one")
    tier = (published(places, "one") / "restricted").resolve()
    file, lines = tier / "lingtan.duckdb", pl.read_parquet(tier / "data" / "fct_emissions.parquet").height
    draft(places, "two")
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(file), str(lines)], stdout=PIPE, stderr=PIPE, text=True
    )
    try:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        with duckdb.connect(str(file), read_only=True) as held:
            published(places, "two")
            assert held.sql("select count(*) from fct_emissions").fetchone() == (lines,)
        before = [reader.stdout.readline() for _ in range(2)]
        time.sleep(0.2)
        assert reader.poll() is None, reader.stderr and reader.stderr.read()
        assert before == [f"{lines}\n"] * 2
    finally:
        reader.kill()
        reader.communicate()
    assert places.latest.resolve().name == TWO
