"""The macros fit the tables that the dbt YAML promises: a changed mart fails here first (L10)."""

from collections.abc import Iterator
from decimal import Decimal
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


#: Park, unit, component, gas, gas group, scope 2 basis, scope and tonnes of CO2e of one industry: U1 burns,
#: U2 of the same park leaks, U1 of another park leaks and has a process; a line of U1 is not estimated.
ENTRIES = [
    ("P1", "U1", "stationary_combustion", "CO2", "CO2", "NA", "1", "100"),
    ("P1", "U1", "stationary_combustion", "CH4", "CH4", "NA", "1", "2"),
    ("P1", "U1", "process", "CO2", "CO2", "NA", "1", None),
    ("P1", "U2", "fugitive", "SF6", "SF6", "NA", "1", "30"),
    ("P2", "U1", "fugitive", "HFC-134a", "HFC", "NA", "1", "4"),
    ("P2", "U1", "process", "CO2", "CO2", "NA", "1", "5"),
    ("P1", "U1", "purchased_power", "CO2", "CO2", "location", "2", "7"),
    ("P1", "U1", "purchased_power", "CO2", "CO2", "market", "2", "8"),
]


@pytest.fixture
def filled(empty: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """One industry of three units in two parks: no component and no gas has them all."""
    empty.execute("begin")
    for number, (park, unit, component, gas, group, basis, scope, tonnes) in enumerate(ENTRIES):
        empty.execute(
            """insert into fct_emissions by name
            select 2025 as reference_year, ? as park_code, ? as unit_code, ? as component_code,
            ? as gas_code, ? as gas_group_code, ? as scope2_basis_code, ? as scope_code,
            cast(? as decimal(26, 12)) as emission_tco2e, 'GHGI' as method_code, 'physical' as boundary_code,
            'unit' as view_code, 'own' as entry_kind_code, false as is_memo, '26' as industry_division_code,
            'S1' as submission_id, 'energy' as table_name, ? as line_id""",
            [park, unit, component, gas, group, basis, scope, tonnes, f"L{number}"],
        )
    empty.execute(
        """insert into mart_sector_year by name select reference_year, 'CN' as province_code, boundary_code,
        method_code, industry_division_code, scope_code, component_code, gas_group_code,
        sum(emission_tco2e) as emission_tco2e,
        count(distinct park_code || unit_code) as unit_count, count(distinct park_code) as park_count,
        count(*) filter (where emission_tco2e is null) as not_estimated_count
        from fct_emissions where scope_code = '1' group by all"""
    )
    yield empty
    empty.execute("rollback")


def test_the_units_of_a_sector_are_counted_once_over_components_and_gases(
    filled: duckdb.DuckDBPyConnection,
) -> None:
    (question,) = [path for path in QUESTIONS if path.name.startswith("06_")]
    answer = filled.sql(question.read_text(encoding="utf-8"))
    found = [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]
    columns = ("industry_division_code", "emission_tco2e", "unit_count", "park_count", "not_estimated_count")
    assert [tuple(row[name] for name in columns) for row in found] == [("26", Decimal(141), 3, 2, 1)]


def test_a_park_with_next_to_no_power_stops_no_question(filled: duckdb.DuckDBPyConnection) -> None:
    filled.execute(
        """insert into mart_park_profile by name select 2025 as reference_year, 'P1' as park_code,
        'physical' as boundary_code, 5000 as green_power_mwh, 0.001 as power_use_mwh"""
    )
    filled.execute("insert into dim_parks by name select 2025 as reference_year, 'P1' as park_code")
    (question,) = [path for path in QUESTIONS if path.name.startswith("07_")]
    answer = filled.sql(question.read_text(encoding="utf-8"))
    ((ratio,),) = answer.select("green_share_ratio").fetchall()
    assert ratio == 5_000_000


#: What is asked for and is not there: the answer names what is.
UNKNOWN = [
    ("sectors(2027, 'GHGI', 'physical')", "2025"),
    ("sectors(2025, 'ghgi', 'physical')", "GHGI"),
    ("sectors(2025, 'GHGI', 'real')", "physical"),
    ("sum_emissions(2027, methods := 'GHGI')", "2025"),
    ("sum_emissions(2025, methods := 'ghgi')", "GHGI"),
    ("sum_emissions(2025)", "GHGI"),
    ("sum_energy(2025, energy_methods := 'EN-CAL')", "EN-CAL-F"),
    ("park_emissions(2025, 'NZCP', 'physical')", "GHGI"),
    ("park_lines(2025, 'P9', 'GHGI', 'physical')", "P1"),
    ("park_lines(2025, 'P1', 'GHGI', 'physical', basis := 'both')", "location"),
    ("national_totals(2025, 'real')", "physical"),
    ("missing(2027)", "2025"),
]


@pytest.mark.parametrize("shape", ["from {}", "select count(*) from {}"])
@pytest.mark.parametrize(("call", "possible"), UNKNOWN)
def test_what_is_not_there_is_an_error_that_names_what_is(
    filled: duckdb.DuckDBPyConnection, call: str, possible: str, shape: str
) -> None:
    common = "2025 as reference_year, 'P1' as park_code, 'physical' as boundary_code, 'GHGI' as method_code"
    filled.execute("insert into dim_parks by name select 2025 as reference_year, 'P1' as park_code")
    filled.execute(f"insert into mart_park_year by name select {common}, 'location' as scope2_basis_code")
    filled.execute(
        "insert into mart_park_energy_year by name select 2025 as reference_year, 'P1' as park_code,"
        " 'physical' as boundary_code, 'EN-CAL-F' as energy_method_code"
    )
    filled.execute(
        "insert into mart_national_year by name select 2025 as reference_year, 'physical' as boundary_code,"
        " 'GHGI' as method_code, 'location' as scope2_basis_code, '2' as scope_code"
    )
    filled.execute(f"insert into mart_coverage by name select {common}")
    with pytest.raises(duckdb.InvalidInputException, match=rf"one of: [^|]*\b{possible}\b"):
        filled.sql(shape.format(call)).fetchall()


def test_sectors_give_tonnes_by_component_and_no_count_that_could_be_added(
    filled: duckdb.DuckDBPyConnection,
) -> None:
    answer = filled.sql("from sectors(2025, 'GHGI', 'physical')")
    assert answer.columns == [
        "industry_division_code", "scope_code", "component_code", "emission_tco2e", "not_estimated_count",
    ]  # fmt: skip
    assert [row[2:] for row in answer.fetchall()] == [
        ("stationary_combustion", Decimal(102), 0), ("fugitive", Decimal(34), 0), ("process", Decimal(5), 1),
    ]  # fmt: skip


@pytest.mark.parametrize(("basis", "power"), [("", 7), (", basis := 'market'", 8)])
def test_the_lines_of_a_park_hold_the_power_once(
    filled: duckdb.DuckDBPyConnection, basis: str, power: int
) -> None:
    lines = f"park_lines(2025, 'P1', 'GHGI', 'physical'{basis})"
    assert filled.sql(f"select sum(emission_tco2e) from {lines}").fetchall() == [(Decimal(132 + power),)]
    with pytest.raises(duckdb.InvalidInputException, match="same power twice"):
        filled.sql(
            "from park_lines(2025, 'P1', 'GHGI', 'physical', basis := ['location', 'market'])"
        ).fetchall()


def test_a_macro_without_its_words_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "bare.sql").write_text("create macro bare(x) as x", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.sql"):
        read_macros(tmp_path)


def test_helpers_come_before_those_that_use_them() -> None:
    kinds = [macro.kind for macro in read_macros()]
    assert kinds == sorted(kinds, key=["helper", "answer", "guard"].index)
    assert all(macro.zh and macro.en and macro.call for macro in read_macros())
