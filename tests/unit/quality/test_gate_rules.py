"""Every required gate rule: the small nation passes it, and one change to its tables makes it fail (L5)."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from lingtan.release.hashing import table_hashes
from lingtan.release.tables import RELEASED_TABLES
from quality.collect import collect_evidence
from quality.dbt_evidence import dbt_evidence
from quality.evidence import Evidence
from quality.gate_catalogue import required_rules
from quality.gate_rule import GateRule
from quality.measure import measure
from tests.builders.canonical_tables import tables, write_build

Rows = dict[str, list[dict[str, Any]]]
LAST_DECIMAL_OFF = Decimal("100.123456789013")
KEYS = {table.name: table.key for table in RELEASED_TABLES}


def _judged(folder: Path, rows: Rows, rules: tuple[GateRule, ...]) -> list[tuple[str, str]]:
    """Rule and scope of every measurement that fails."""
    canonical = write_build(folder, "P-1", rows).canonical
    measured = measure(canonical, KEYS, rules)
    return [(row["rule_id"], row["scope"]) for row in measured.to_dicts() if row["failing_count"]]


def test_the_catalogue_names_every_required_rule() -> None:
    # A rule taken out of the catalogue is a gate left open: the list stands here a second time on purpose.
    assert [rule.id for rule in required_rules()] == [
        "G-BOUNDS", "G-COLUMNS", "G-COVERAGE", "G-DBT", "G-ELIMINATION", "G-FACTORS", "G-INVENTORY", "G-KEYS",
        "G-NATION", "G-REGISTER", "G-ROWS", "G-TOTALS", "G-WAREHOUSE",
    ]  # fmt: skip
    for rule in required_rules():
        texts = [rule.title_zh, rule.reason_zh, rule.action_zh, rule.title_en, rule.reason_en, rule.action_en]
        assert all(texts), rule.id


def test_the_small_nation_passes(tmp_path: Path) -> None:
    assert _judged(tmp_path, tables(), required_rules()) == []


def _set(table: str, row: int, **values: object) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[table][row].update(values)

    return change


def _drop(table: str, row: int) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        del rows[table][row]

    return change


def _again(table: str, row: int) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[table].append(dict(rows[table][row]))

    return change


@pytest.mark.parametrize(
    ("rule_id", "scope", "change"),
    [
        ("G-BOUNDS", "dim_factors", _set("dim_factors", 0, value=Decimal("-2.5"))),
        ("G-BOUNDS", "fct_province_emissions", _set("fct_province_emissions", 0, share_ratio=Decimal("1.1"))),
        ("G-BOUNDS", "fct_energy", _set("fct_energy", 0, coefficient_tce=Decimal(-1))),
        ("G-COVERAGE", "mart_coverage", _drop("mart_coverage", 0)),
        ("G-COVERAGE", "mart_coverage", _set("mart_coverage", 1, reason_code="other")),
        ("G-COVERAGE", "mart_province_year", _set("mart_province_year", 0, park_count_registered=1)),
        ("G-ELIMINATION", "fct_emissions", _set("fct_emissions", 2, emission_tco2e=Decimal(-4))),
        ("G-ELIMINATION", "fct_emissions", _drop("fct_emissions", 2)),
        ("G-ELIMINATION", "fct_energy", _drop("fct_energy", 2)),
        ("G-ELIMINATION", "fct_energy", _set("fct_power_heat", 0, is_internal=False)),
        ("G-FACTORS", "fct_emissions", _set("fct_emissions", 0, factor_id="F9")),
        ("G-FACTORS", "fct_emissions", _set("fct_emissions", 0, factor_value=Decimal("2.6"))),
        ("G-FACTORS", "fct_emissions", _set("fct_emissions", 3, not_estimated_reason_code=None)),
        ("G-FACTORS", "fct_province_emissions", _set("fct_province_emissions", 0, factor_id=None)),
        ("G-FACTORS", "dim_factors", _set("dim_factors", 1, document_code="D9")),
        ("G-INVENTORY", "mart_province_inventory_year", _drop("fct_province_emissions", 0)),
        ("G-INVENTORY", "mart_national_inventory_year", _drop("mart_national_inventory_year", 0)),
        ("G-KEYS", "fct_emissions", _again("fct_emissions", 0)),
        ("G-KEYS", "dim_documents", _set("dim_documents", 0, document_code=None)),
        ("G-NATION", "mart_national_year", _set("mart_national_year", 0, emission_tco2e=Decimal(100))),
        ("G-NATION", "mart_province_year", _set("mart_province_year", 0, province_code="120000")),
        ("G-REGISTER", "mart_park_year", _set("dim_parks", 0, park_code="P9")),
        ("G-REGISTER", "fct_emissions", _set("fct_emissions", 0, province_code="120000")),
        ("G-ROWS", "dim_submissions", _set("dim_submissions", 0, rows_used=2)),
        ("G-ROWS", "dim_submissions", _drop("dim_submissions", 0)),
        # The last decimal counts (L3).
        ("G-TOTALS", "mart_park_component_year", _set("fct_emissions", 0, emission_tco2e=LAST_DECIMAL_OFF)),
        ("G-TOTALS", "mart_park_year", _drop("mart_park_year", 0)),
        ("G-TOTALS", "mart_park_energy_year", _set("mart_park_energy_year", 0, energy_tce=Decimal(71))),
        ("G-WAREHOUSE", "qa_totals", _set("qa_totals", 0, failing_count=1)),
        ("G-WAREHOUSE", "qa_keys", _drop("qa_keys", 0)),
    ],
)  # fmt: skip
def test_one_change_is_found(
    tmp_path: Path, rule_id: str, scope: str, change: Callable[[Rows], None]
) -> None:
    rows = tables()
    change(rows)
    assert (rule_id, scope) in _judged(tmp_path, rows, required_rules())


def test_a_floating_point_column_is_found(tmp_path: Path) -> None:
    build = write_build(tmp_path, "P-1")
    path = build.canonical / "dim_units.parquet"
    widened = f"select *, cast(1 as double) as area from read_parquet('{path}')"
    duckdb.sql(f"copy ({widened}) to '{path}.new' (format parquet)")
    Path(f"{path}.new").replace(path)
    failing = measure(build.canonical, KEYS, required_rules()).filter(pl.col("failing_count") > 0).to_dicts()
    assert [(row["rule_id"], row["scope"], row["failing_keys"]) for row in failing] == [
        ("G-COLUMNS", "dim_units", '["area DOUBLE"]')
    ]


def test_a_missing_table_or_column_fails_and_is_not_skipped(tmp_path: Path) -> None:
    build = write_build(tmp_path, "P-1")
    (build.canonical / "mart_coverage.parquet").unlink()
    failing = measure(build.canonical, KEYS, required_rules()).filter(pl.col("failing_count") > 0).to_dicts()
    assert [(row["rule_id"], row["scope"]) for row in failing] == [("G-COVERAGE", "mart_coverage")]


def _collected(folder: Path, rows: Rows) -> list[Evidence]:
    canonical = write_build(folder, "P-1", rows).canonical
    return collect_evidence(
        canonical, keys=KEYS, content_hashes=table_hashes(canonical), rules=required_rules()
    )


def test_the_suites_turn_measurements_into_evidence(tmp_path: Path) -> None:
    good = _collected(tmp_path / "good", tables())
    assert {one.result for one in good} == {"pass"}
    assert {one.rule_id for one in good} == {rule.id for rule in required_rules()} - {"G-DBT"}
    rows = tables()
    rows["mart_national_year"][0]["park_count_partial"] = 2
    rows["qa_parks"][0]["failing_count"] = 3
    failing = [(one.rule_id, one.scope) for one in _collected(tmp_path / "bad", rows) if one.result == "fail"]
    assert sorted(failing) == [("G-BOUNDS", "mart_national_year"), ("G-WAREHOUSE", "qa_parks")]


def test_dbt_tests_become_evidence() -> None:
    hashes = {"dim_parks": "a" * 64}
    passed = dbt_evidence([("test.a", "pass", 0), ("test.b", "warn", 2)], hashes)
    assert [(one.scope, one.result) for one in passed] == [
        ("release/test.a", "pass"), ("release/test.b", "pass"), ("release", "pass"),
    ]  # fmt: skip
    for status in ("fail", "error", "skipped"):
        failed = dbt_evidence([("test.a", "pass", 0), ("test.b", status, None)], hashes)
        assert [one.result for one in failed] == ["pass", "fail", "fail"]
        assert failed[-1].failing_keys == '["test.b"]'
    assert dbt_evidence([], hashes)[-1].result == "fail"
