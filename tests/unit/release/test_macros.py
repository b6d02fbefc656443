"""The macros fit the tables that the dbt YAML promises: a changed mart fails here first (L10)."""

from pathlib import Path

import duckdb
import pytest

from lingtan.places import checkout
from lingtan.release.macros.catalogue import Macro, read_macros
from lingtan.release.table_texts import read_table_texts
from lingtan.release.tables import RELEASED_TABLES

QUESTIONS = sorted((checkout() / "docs" / "how-to" / "questions").glob("*.sql"))


@pytest.fixture(scope="module")
def empty() -> duckdb.DuckDBPyConnection:
    """Every released table without a row, and the macros over them."""
    texts = read_table_texts(checkout() / "dbt_project" / "models")
    connection = duckdb.connect()
    for table in RELEASED_TABLES:
        columns = ", ".join(
            f'"{one.name}" {one.data_type.replace("string", "varchar")}'
            for one in texts[table.name].columns.values()
        )
        connection.execute(f"create table {table.name} ({columns})")
    connection.execute(
        "create table code_names (list_code varchar, code varchar, name_zh varchar, name_en varchar)"
    )
    for macro in read_macros():
        connection.execute(macro.sql)
    return connection


@pytest.mark.parametrize(
    "macro", [one for one in read_macros() if one.kind == "answer"], ids=lambda one: one.name
)
def test_an_answer_fits_the_released_tables(empty: duckdb.DuckDBPyConnection, macro: Macro) -> None:
    assert empty.sql(macro.call).fetchall() == []


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_fits_the_released_tables(empty: duckdb.DuckDBPyConnection, path: Path) -> None:
    assert empty.sql(path.read_text(encoding="utf-8")).columns


def test_a_guard_refuses_also_where_there_is_nothing_to_add(empty: duckdb.DuckDBPyConnection) -> None:
    for call in (
        "sum_emissions(2025, methods := ['CN-NZCP-2025', 'GHGI'])",
        "sum_energy(2025, energy_methods := ['EN-CAL-F', 'EN-EQV-F'])",
        "sum_scope2_over_parks(2025)",
    ):
        with pytest.raises(duckdb.InvalidInputException, match="Not additive"):
            empty.sql(f"select count(*) from {call}").fetchall()
    assert empty.sql("from sum_emissions(2025, methods := 'GHGI')").fetchall() == []


def test_a_macro_without_its_words_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "bare.sql").write_text("create macro bare(x) as x", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.sql"):
        read_macros(tmp_path)


def test_helpers_come_before_those_that_use_them() -> None:
    kinds = [macro.kind for macro in read_macros()]
    assert kinds == sorted(kinds, key=["helper", "answer", "guard"].index)
    assert all(macro.zh and macro.en and macro.call for macro in read_macros())
