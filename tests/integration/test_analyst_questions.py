"""The analyst's eleven questions, each one query on the released file; what must not be added raises."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lingtan.places import checkout
from lingtan.release.macros.catalogue import Macro, read_macros
from tests.builders.asked import CERTIFICATES, GREEN, GRID, PERIODS, SILENT, release_asked
from tests.builders.release import Released

QUESTIONS = sorted((checkout() / "docs" / "how-to" / "questions").glob("*.sql"))
#: Stands in a macro's example for the park that is asked about.
SAMPLE = "SAMPLE-PARK-1"
Row = dict[str, Any]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    return release_asked(tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="module")
def file(released: Released) -> Path:
    return released.folder / "restricted" / "lingtan.duckdb"


@pytest.fixture
def release(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(file), read_only=True) as connection:
        yield connection


def ask(release: duckdb.DuckDBPyConnection, number: int) -> list[Row]:
    (path,) = [one for one in QUESTIONS if one.name.startswith(f"{number:02}_")]
    answer = release.sql(path.read_text(encoding="utf-8"))
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]


def column(rows: list[Row], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_there_are_eleven_questions_of_one_query_each() -> None:
    assert [int(path.name[:2]) for path in QUESTIONS] == list(range(1, 12))
    for path in QUESTIONS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("-- zh: ")
        assert "\n-- en: " in text
        assert text.count(";\n") == 1


def test_scope_1_by_gas(release: duckdb.DuckDBPyConnection) -> None:
    """Two parks burn 1,000 t of bituminous coal: 1.74174957 t CO2; 10 and 1.5 kg/TJ x 19.57 GJ/t x GWP."""
    assert column(ask(release, 1), "gas_group_code", "emission_tco2e") == [
        ("CO2", Decimal("3483.49914")), ("N2O", Decimal("15.55815")), ("CH4", Decimal("10.9592")),
    ]  # fmt: skip


def test_distance_from_the_threshold(release: duckdb.DuckDBPyConnection) -> None:
    """Emission over energy: 1851.322 / (2,000,000 x 0.1229 + 667.744885279) and 0.8325 / 0.1229."""
    assert column(
        ask(release, 2), "park_code", "carbon_per_energy", "threshold_value", "difference", "is_below"
    ) == [
        (GREEN, Decimal("0.007511"), Decimal("0.2"), Decimal("-0.192489"), True),
        (GRID, Decimal("6.773800"), Decimal("0.2"), Decimal("6.573800"), False),
    ]


def test_location_beside_market(release: duckdb.DuckDBPyConnection) -> None:
    """1,900,000 MWh x 0.4974 and x 0.6096, a direct line of nothing, and the golden park of certificates."""
    assert column(ask(release, 3), "province_code", "location_tco2e", "market_tco2e") == [
        ("330000", Decimal("949287.9"), Decimal("1160983.2"))
    ]


def test_energy_by_use_and_by_supply(release: duckdb.DuckDBPyConnection) -> None:
    """1,000 t used, 1,200 + 100 - 200 t supplied."""
    ((park, use, supply, difference),) = column(
        ask(release, 4), "park_code", "energy_tce", "supply_tce", "difference_tce"
    )
    assert (park, use, supply) == (PERIODS, Decimal("667.744885279"), Decimal("734.5193738069"))
    assert difference == use - supply


def test_what_is_missing_and_why(release: duckdb.DuckDBPyConnection) -> None:
    missing = {(row["method_code"], row["reason_code"]): row for row in ask(release, 5)}
    assert missing["GHGI", "not_reported"]["park_count"] == 1
    assert missing["GHGI", "not_reported"]["reason_zh"] == "未报送"
    (silent,) = {row[0] for row in release.sql(
        "select park_code from missing(2025) where reason_code = 'not_reported'").fetchall()}  # fmt: skip
    assert silent == SILENT


def test_the_top_sectors(release: duckdb.DuckDBPyConnection) -> None:
    rows = column(ask(release, 6), "industry_division_code", "emission_tco2e", "unit_count", "name_zh")
    assert rows == [("26", Decimal("3510.01649"), 2, "化学原料和化学制品制造业")]


def test_the_share_of_green_power(release: duckdb.DuckDBPyConnection) -> None:
    shares = {row["park_code"]: row for row in ask(release, 7)}
    assert shares[CERTIFICATES]["green_power_mwh"] == 4000
    assert shares[CERTIFICATES]["power_use_mwh"] == 8500
    assert shares[CERTIFICATES]["green_share_ratio"] == Decimal("0.470588")
    assert shares[GREEN]["direct_supply_share_ratio"] == 1
    assert shares[GRID]["green_share_ratio"] == 0


def test_what_rests_on_unverified_factors(release: duckdb.DuckDBPyConnection) -> None:
    rows = column(ask(release, 8), "park_code", "method_code", "component_code")
    assert (GREEN, "GHGI", "stationary_combustion") in rows
    unverified = "select count(*) from fct_emissions join dim_factors using (factor_id) where not is_verified"
    (lines,) = release.sql(f"{unverified} and not is_memo and entry_kind_code = 'own'").fetchall()[0]
    assert lines == sum(row["line_count"] for row in ask(release, 8)) > 0


def test_a_total_down_to_its_lines(release: duckdb.DuckDBPyConnection, released: Released) -> None:
    lines = ask(release, 9)
    assert column(lines, "park_code", "line_id", "quantity", "factor_value", "emission_tco2e") == [
        (GRID, "P1", Decimal(1900000), Decimal("0.8325"), Decimal(1581750))
    ]
    archived = {path.stem.partition(".")[0] for path in released.places.archive.rglob("*") if path.is_file()}
    assert lines[0]["delivery_id"] in archived or any(lines[0]["delivery_id"] in name for name in archived)
    for park in (GREEN, PERIODS, CERTIFICATES):
        lines_of_park = "from park_lines(2025, ?, 'CN-NZCP-2025', 'physical')"
        ((total,),) = release.execute(f"select sum(emission_tco2e) {lines_of_park}", [park]).fetchall()
        (told,) = release.execute(
            "select emission_tco2e from park_emissions(2025, 'CN-NZCP-2025', 'physical') where park_code = ?",
            [park],
        ).fetchall()[0]
        assert total == told


def test_how_annual_and_periods_differ(release: duckdb.DuckDBPyConnection) -> None:
    """1,000 t in the year, 990 t in the quarters; 10 t x 1.851322."""
    found = [row for row in ask(release, 10) if row["method_code"] == "CN-NZCP-2025"]
    fuel = [row for row in found if row["component_code"] == "fuel"]
    assert column(fuel, "park_code", "annual_tco2e", "periods_tco2e", "difference_tco2e") == [
        (PERIODS, Decimal("1851.322"), Decimal("1832.80878"), Decimal("18.51322"))
    ]


def test_accounts_that_closed_above_last_year_s(release: duckdb.DuckDBPyConnection) -> None:
    """1,900,000 MWh and 5,000 + 4,000 - 500 less 4,000 MWh claimed x 0.5306; 1,000 t of coal x 1.74174957."""
    rows = column(ask(release, 11), "park_code", "unit_code", "change_tco2e", "is_opened")
    assert sorted(rows) == [
        (GREEN, "U1", Decimal("1741.74957"), True),
        (GRID, "U1", Decimal("1008140"), True),
        (PERIODS, "U1", Decimal("1741.74957"), True),
        (CERTIFICATES, "U1", Decimal("2387.7"), True),
    ]


GUARDED = [
    ("sum_emissions(2025, methods := ['CN-NZCP-2025', 'GHGI'])", "两种方法", "two methods", "ask for each"),
    ("sum_emissions(2025)", "缺少取值", "A value is missing", "choose one of: CN-NZCP-2025, GHGI"),
    ("sum_emissions(2027, methods := 'GHGI')", "没有“2027”", "There is no 2027", "choose one of: 2025"),
    (
        "park_emissions(2025, 'NZCP', 'physical')",
        "没有“NZCP”", "There is no NZCP", "choose one of: CN-NZCP-2025, GHGI",
    ),
    (
        "sum_emissions(2025, methods := 'GHGI', bases := ['location', 'market'])",
        "同一电力", "count the same power twice", "ask for each",
    ),
    (
        "sum_emissions(2025, methods := 'GHGI', boundaries := ['physical', 'administrative'])",
        "请分别查询", "boundary overlap", "ask for each",
    ),
    (
        "sum_energy(2025, energy_methods := ['EN-CAL-F', 'EN-EQV-F'])",
        "当量值与等价值", "calorific and equivalent", "ask for each",
    ),
    ("sum_scope2_over_parks(2025)", "重复计算", "counts it twice", "mart_production_consumption"),
    (
        "park_emissions(2025, ['CN-NZCP-2025', 'GHGI'], 'physical')",
        "请选定一种方法", "choose one method", "ask twice",
    ),
]  # fmt: skip


@pytest.mark.parametrize("shape", ["from {}", "select count(*) from {}"])
@pytest.mark.parametrize(("call", "zh", "en", "instead"), GUARDED)
def test_what_must_not_be_added_raises_and_says_what_to_do(
    release: duckdb.DuckDBPyConnection, call: str, zh: str, en: str, instead: str, shape: str
) -> None:
    with pytest.raises(duckdb.InvalidInputException) as refusal:
        release.sql(shape.format(call)).fetchall()
    assert zh in str(refusal.value)
    assert en in str(refusal.value)
    assert instead in str(refusal.value)


def test_a_guarded_sum_of_one_thing_is_a_sum(release: duckdb.DuckDBPyConnection) -> None:
    call = "from sum_emissions(2025, methods := 'GHGI', bases := 'market') where emission_tco2e is not null"
    by_component = {(row[2], row[4]): row[5] for row in release.sql(call).fetchall()}
    assert by_component["1", "stationary_combustion"] == Decimal("3510.01649")
    assert by_component["2", "purchased_power"] == Decimal("1160983.2")
    ((energy, parks),) = release.sql(
        "select energy_tce, park_count from sum_energy(2025, energy_methods := 'EN-CAL-F')"
    ).fetchall()
    # 2,000,000 + 1,900,000 MWh x 0.1229, twice 1,000 t of coal, and the golden park of certificates.
    assert (energy, parks) == (Decimal("479310") + 2 * Decimal("667.744885279") + Decimal("1044.65"), 4)


@pytest.mark.parametrize("macro", read_macros(), ids=lambda macro: macro.name)
def test_every_macro_is_in_the_file_and_the_dictionary(
    release: duckdb.DuckDBPyConnection, released: Released, macro: Macro
) -> None:
    (comment,) = release.execute(
        "select distinct comment from duckdb_functions() where function_name = ? and not internal",
        [macro.name],
    ).fetchall()[0]
    assert macro.zh in comment
    assert macro.en in comment
    if macro.kind == "helper":
        return
    for language in ("zh", "en"):
        page = released.folder / "restricted" / "dictionary" / f"index.{language}.html"
        assert f"<code>{macro.name}</code>" in page.read_text(encoding="utf-8")
    if macro.kind == "answer":
        call = macro.call.replace(SAMPLE, GRID)
        assert release.sql(call).fetchall()


def test_codes_have_names_in_the_file(release: duckdb.DuckDBPyConnection) -> None:
    named = release.sql("select name_zh from code_names where list_code = 'boundaries' and code = 'physical'")
    assert named.fetchall() == [("物理边界",)]


def test_plain_tables_say_what_is_not_additive(release: duckdb.DuckDBPyConnection) -> None:
    comments = dict(release.sql("select table_name, comment from duckdb_tables()").fetchall())
    for name in ("mart_park_component_year", "fct_emissions", "mart_park_net_year"):
        assert "mart_production_consumption" in comments[name]
    assert "choose one energy_method_code" in comments["fct_energy"]
    assert "choose one side_code" in comments["fct_energy"]
    columns = {
        (table, name): comment
        for table, name, comment in release.sql(
            "select table_name, column_name, comment from duckdb_columns() where not internal"
        ).fetchall()
    }
    assert columns["mart_park_net_year", "scope2_tco2e"].endswith("不可相加 not additive")
    assert "additive only over: park_code" in columns["mart_park_net_year", "scope1_tco2e"]
