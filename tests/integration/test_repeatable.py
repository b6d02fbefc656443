"""One plan gives one content, wherever and however it is built, and a release stays as it was (L3, L4)."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from lingtan.places import Places
from lingtan.release.hashing import hashes_below
from lingtan.release.tables import RELEASED_TABLES
from lingtan.release.verify import verify
from orchestration.operations.plan import plan_release
from tests.builders.release import Released, draft_all
from tests.builders.second_release import SecondRelease, copied

DUCKDB_FILE = "lingtan.duckdb"


@pytest.fixture(scope="module")
def elsewhere(golden_release: Released, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """What the golden release was made from, at another place, drafted again on one thread."""
    folder = tmp_path_factory.mktemp("another office") / "其他地点" / "a b"
    places = copied(golden_release.places, folder)
    for path in (places.builds, places.releases, places.latest):
        path.rename(folder / f"away_{path.name}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LINGTAN_THREADS", "1")
        draft_all(places)
    return places


def test_the_same_submissions_are_the_same_plan(golden_release: Released, elsewhere: Places) -> None:
    assert [path.name for path in elsewhere.drafts.iterdir()] == [golden_release.plan_id]
    again = plan_release(elsewhere)
    assert again.plan_id == golden_release.plan_id
    assert [path.name for path in elsewhere.builds.glob("P-*")] == [golden_release.plan_id]


def test_two_builds_give_the_same_bytes_in_every_file(golden_release: Released, elsewhere: Places) -> None:
    first = hashes_below(golden_release.folder / "restricted")
    second = hashes_below(elsewhere.drafts / golden_release.plan_id / "restricted")
    assert first.pop(DUCKDB_FILE)
    assert second.pop(DUCKDB_FILE)
    assert second == first
    suffixes = {Path(name).suffix for name in first}
    assert {".parquet", ".csv", ".html", ".json", ".txt", ".xlsx"} <= suffixes


@pytest.mark.parametrize("name", [table.name for table in RELEASED_TABLES])
def test_two_duckdb_files_hold_the_same_rows(golden_release: Released, elsewhere: Places, name: str) -> None:
    first = golden_release.folder / "restricted" / DUCKDB_FILE
    second = elsewhere.drafts / golden_release.plan_id / "restricted" / DUCKDB_FILE
    with duckdb.connect() as connection:
        connection.execute(f"attach '{first}' as one (read_only); attach '{second}' as two (read_only)")
        for one, two in (("one", "two"), ("two", "one")):
            left = f'select * from {one}."{name}" except all select * from {two}."{name}"'
            assert connection.sql(left).fetchall() == []
        assert connection.sql(f'from one."{name}"').columns == connection.sql(f'from two."{name}"').columns


def test_a_second_release_leaves_the_first_as_it_was(second_release: SecondRelease) -> None:
    places, first, second = second_release.places, second_release.first, second_release.second.folder
    assert sorted(path.name for path in places.releases.iterdir()) == sorted([first.name, second.name])
    assert hashes_below(first) == second_release.first_before
    assert verify(first) == []
    assert verify(second) == []
    assert places.latest.resolve() == second.resolve()


def test_a_correction_counts_from_the_second_release_on(second_release: SecondRelease) -> None:
    """1000 t of bituminous coal more, at 1.851322 t CO2 a tonne."""
    first = pl.read_parquet(second_release.first / "restricted" / "data" / "mart_park_year.parquet")
    both = [
        table.filter(park_code="GOLD-FUEL", method_code="CN-NZCP-2025")["emission_tco2e"].item()
        for table in (first, second_release.second.table("mart_park_year"))
    ]
    assert [str(value.normalize()) for value in both] == ["12204.90241", "14056.22441"]


def test_another_process_reads_a_release_while_the_next_is_published(second_release: SecondRelease) -> None:
    began, ended = second_release.publishing
    first = pl.read_parquet(second_release.first / "restricted" / "data" / "fct_emissions.parquet")
    assert {count for _, count in second_release.reads} == {first.height}
    assert any(began < moment < ended for moment, _ in second_release.reads)
