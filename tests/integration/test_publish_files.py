"""The files of a release: verified byte by byte, equal from equal content (L4)."""

from pathlib import Path

import duckdb
import pytest

from lingtan.places import Places
from lingtan.release.duckdb_file import differing_tables
from lingtan.release.hashing import hashes_below
from lingtan.release.tables import RELEASED_TABLES
from lingtan.release.verify import verify
from tests.builders.drafts import ONE, draft, flip, places_with_lake, published


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_with_lake(tmp_path)


def test_one_flipped_byte_is_named_in_every_file(places: Places) -> None:
    draft(places, "one")
    release = published(places, "one")
    for name in hashes_below(release):
        path = release / name
        for position in (0, path.stat().st_size // 2, -1):
            flip(path, position)
            assert name in [problem.path for problem in verify(release)], (name, position)
            flip(path, position)
    assert verify(release) == []


def test_a_missing_and_an_extra_file_are_named(places: Places) -> None:
    draft(places, "one")
    release = published(places, "one")
    (release / "restricted" / "data" / "dim_parks.parquet").rename(release / "extra.parquet")
    (release / "restricted" / "csv" / "more.csv").write_text("x", encoding="utf-8")
    assert sorted(problem.path for problem in verify(release)) == [
        "extra.parquet", "restricted/csv/more.csv", "restricted/data/dim_parks.parquet",
    ]  # fmt: skip
    assert [problem.path for problem in verify(places.releases / "P-9")] == ["P-9"]


def test_two_drafts_of_one_content_are_equal(places: Places, tmp_path: Path) -> None:
    other = Places(places.raw, tmp_path / "elsewhere")
    first, second = draft(places, "one"), draft(other, "one")
    one, two = hashes_below(first), hashes_below(second)
    assert one.keys() == two.keys()
    assert {name for name in one if one[name] != two[name]} <= {"restricted/lingtan.duckdb"}
    for tier in (first / "restricted", second / "restricted"):
        assert differing_tables(tier / "lingtan.duckdb", first / "restricted" / "data", RELEASED_TABLES) == []


def test_the_duckdb_file_explains_itself(places: Places) -> None:
    draft(places, "one")
    file = published(places, "one") / "restricted" / "lingtan.duckdb"
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
