"""The public DuckDB file: protected rows with comments, and macros without a number for what is withheld."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from lingtan.places import checkout
from lingtan.public.duckdb_file import public_macros, write_duckdb_file
from tests.builders.public_edition import EMISSIONS, HOSTILE, public_edition

EDITION = public_edition()
TABLE = "emissions_by_area_and_component"
PAGE = (checkout() / "docs" / "how-to" / "public-tables.md").read_text(encoding="utf-8")
QUERIES = [
    query
    for block in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    for query in block.split(";\n")
    if query
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = write_duckdb_file(EDITION, tmp_path_factory.mktemp("public"))
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


def test_the_tables_are_those_of_the_edition_and_no_others(opened: duckdb.DuckDBPyConnection) -> None:
    tables = {row[0] for row in opened.execute("select table_name from duckdb_tables()").fetchall()}
    assert tables == {"about_release", "chart_marks", *(one.table.code for one in EDITION.tables)}
    for one in EDITION.tables:
        assert opened.sql(f"from {one.table.code}").fetchall() == one.frame.rows()


def test_every_table_and_column_has_a_comment_in_two_languages(opened: duckdb.DuckDBPyConnection) -> None:
    both = re.compile(r"[\u4e00-\u9fff].*[A-Za-z]")
    of_tables = dict(opened.execute("select table_name, comment from duckdb_tables()").fetchall())
    assert all("合成数据 | synthetic" in text for text in of_tables.values())
    assert of_tables["energy_by_area"] == (
        "各地区的能源消费量 Energy use by area · 综合能源消费量 Energy use [tce] 合成数据 | synthetic"
    )
    columns = opened.execute(
        "select table_name, column_name, comment from duckdb_columns() where table_name in (select table_name"
        " from duckdb_tables() where table_name <> 'about_release')"
    ).fetchall()
    assert len(columns) == EDITION.chart_marks.width + sum(one.frame.width for one in EDITION.tables)
    assert all(both.search(text or "") for *_, text in columns), columns


def test_it_says_what_it_is_and_what_its_marks_mean(opened: duckdb.DuckDBPyConnection) -> None:
    about = {row[0]: row[1:] for row in opened.sql("from about_release").fetchall()}
    assert about["tier"] == ("public", "public")
    assert about["marks"] == ("合成数据", "synthetic")
    assert "confidential and withheld" in "".join(en for _, en in about.values())


def test_a_table_in_the_wide_has_the_word_for_what_is_withheld(opened: duckdb.DuckDBPyConnection) -> None:
    found = opened.sql(f"select * exclude (area_name_zh) from {TABLE}_wide(2025)")
    assert found.columns == ["area_code", "area_name_en", "TOTAL", "fuel", "power"]
    assert found.fetchall() == [
        ("110000", "Beijing", "600", "C", "C"),
        ("120000", HOSTILE, "400", "C", "C"),
        ("TOTAL", "Total", "1000", "1300", "-300"),
    ]


def test_a_share_is_exact_and_there_is_none_of_what_is_withheld(opened: duckdb.DuckDBPyConnection) -> None:
    found = opened.sql(
        f"select area_code, by_code, share_ratio, confidentiality_code from share_of_total('{TABLE}', 2025)"
    ).fetchall()
    assert found == [
        (area, component, None if value is None else Decimal(value) / 1000, "C" if value is None else "F")
        for area, component, value in EMISSIONS
    ]


def test_a_share_of_more_digits_than_a_double_holds_is_exact(opened: duckdb.DuckDBPyConnection) -> None:
    found = opened.sql("select area_code, share_ratio from share_of_total('energy_by_area', 2025)").fetchall()
    assert found == [("110000", None), ("120000", None), ("TOTAL", Decimal("1.000000"))]
    shares = opened.sql(
        "select public_share(1, 3), public_share(2.0, 3.00), public_share(-2, 3), public_share(1, 0),"
        " public_share(1, -1), public_share(null, 3), public_share(1, null),"
        " public_share(12345678901234567890.12, 12345678901234567890.12)"
    ).fetchone()
    assert shares == (
        Decimal("0.333333"), Decimal("0.666667"), Decimal("-0.666667"), None, None, None, None, Decimal(1),
    )  # fmt: skip


def test_areas_are_compared_where_both_are_published(opened: duckdb.DuckDBPyConnection) -> None:
    columns = "by_code, first_quantity, second_quantity, ratio, confidentiality_code"
    found = opened.sql(f"select {columns} from compare_areas('{TABLE}', 2025, '120000', 'TOTAL')").fetchall()
    assert found == [
        ("TOTAL", Decimal(400), Decimal(1000), Decimal("0.4"), "F"),
        ("fuel", None, Decimal(1300), None, "C"),
        ("power", None, Decimal(-300), None, "C"),
    ]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("share_of_total('lines', 2025)", f"choose one of: {TABLE}, energy_by_area"),
        (f"share_of_total('{TABLE}', 1999)", "choose one of: 2025"),
        (f"compare_areas('{TABLE}', 2025, '000000', 'TOTAL')", "choose one of: 110000, 120000, TOTAL"),
        (f"{TABLE}_wide(1999)", "choose one of: 2025"),
    ],
)
def test_what_is_not_there_is_an_error_that_says_what_is(
    opened: duckdb.DuckDBPyConnection, call: str, said: str
) -> None:
    with pytest.raises(duckdb.InvalidInputException, match=re.escape(said)):
        opened.sql(f"from {call}").fetchall()


def test_no_macro_adds_or_subtracts_cells() -> None:
    for macro in public_macros(EDITION):
        code = re.sub(r"'[^']*'", "''", macro.sql)
        assert not re.search(r"\bsum\(|\w\s-\s\w|\bavg\(|\blag\(", code), macro.name


def test_every_macro_says_what_it_does_and_its_example_runs(opened: duckdb.DuckDBPyConnection) -> None:
    said = opened.execute(
        "select function_name, comment from duckdb_functions() where not internal"
    ).fetchall()
    macros = public_macros(EDITION)
    assert {name for name, text in said if text} == {one.name for one in macros}
    for macro in macros:
        if macro.kind == "answer":
            assert opened.sql(macro.call).fetchall(), macro.call


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_how_to_page_has_an_answer(query: str, opened: duckdb.DuckDBPyConnection) -> None:
    assert opened.sql(query).fetchall()


def test_it_is_read_only(tmp_path: Path) -> None:
    path = write_duckdb_file(EDITION, tmp_path)
    assert path.stat().st_mode & 0o222 == 0
