"""Every required gate rule: the small nation passes it, and one change to its tables makes it fail (L5)."""

from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

from lingtan.release.hashing import table_hashes
from quality.collect import collect_evidence
from quality.dbt_evidence import dbt_evidence
from quality.evidence import Evidence
from quality.gate_catalogue import required_rules
from quality.measure import measure
from tests.builders.canonical_build import write_build
from tests.builders.canonical_tables import tables
from tests.unit.quality.changes import KEYS, Change, Rows, adding, dropping, judged, repeating, setting

LAST_OFF = Decimal("100.123456789013")
CONSUMED, DIFFERENCES = "mart_production_consumption", "mart_period_differences"
CLAIMS, GAP = "mart_claims", "mart_market_location_gap"
ENERGY, INVENTORIES = "mart_park_energy_year", "fct_province_emissions"


def test_the_catalogue_names_every_required_rule() -> None:
    # A rule taken out of the catalogue is a gate left open: the list stands here a second time on purpose.
    assert [rule.id for rule in required_rules()] == [
        "G-BASES", "G-BOUNDS", "G-CLAIMS", "G-COLUMNS", "G-COVERAGE", "G-DBT", "G-DISCLOSURE",
        "G-ELIMINATION",
        "G-FACTORS", "G-GAP", "G-GWP", "G-INVENTORY", "G-KEYS", "G-NATION", "G-NET", "G-PERIODS",
        "G-PROOF", "G-REGISTER", "G-ROWS", "G-SIDES", "G-TOTALS", "G-VERIFIED", "G-WAREHOUSE",
    ]  # fmt: skip
    for rule in required_rules():
        texts = [rule.title_zh, rule.reason_zh, rule.action_zh, rule.title_en, rule.reason_en, rule.action_en]
        assert all(texts), rule.id


def test_the_small_nation_passes(tmp_path: Path) -> None:
    assert judged(tmp_path, tables(), required_rules()) == []


@pytest.mark.parametrize(
    ("rule_id", "scope", "change"),
    [
        ("G-BASES", "fct_emissions", dropping("fct_emissions", 8)),
        ("G-BASES", "fct_emissions", setting("fct_emissions", 4, scope2_basis_code="market")),
        ("G-BOUNDS", "dim_factors", setting("dim_factors", 0, value=Decimal("-2.5"))),
        ("G-BOUNDS", INVENTORIES, setting(INVENTORIES, 0, share_ratio=Decimal("1.1"))),
        ("G-BOUNDS", "fct_energy", setting("fct_energy", 0, coefficient_tce=Decimal(-1))),
        # The serials of another claim that counts, within its range; more than is claimed; blocked by nobody.
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 1, serial_first="A10")),
        ("G-CLAIMS", CLAIMS, adding(CLAIMS, 0, line_id="I4", serial_first="A05", serial_last="A06")),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 1, counted_quantity=Decimal(11))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 0, counted_quantity=Decimal(9))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 2, counted_quantity=Decimal(1), blocked_quantity=Decimal(9))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 2, blocked_quantity=Decimal(0))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 2, collision_count=0)),
        # A plant of which too much is claimed blocks whole lines, and is named.
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 3, counted_quantity=Decimal(1), blocked_quantity=Decimal(9))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 3, blocked_quantity=Decimal(9))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 3, collides_with="")),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 4, counted_quantity=Decimal(1), blocked_quantity=Decimal(9))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 4, blocked_quantity=Decimal(9))),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 4, collides_with="")),
        ("G-CLAIMS", CLAIMS, setting(CLAIMS, 4, claim_type_code="green_certificate")),
        ("G-COVERAGE", "mart_coverage", dropping("mart_coverage", 0)),
        ("G-COVERAGE", "mart_coverage", setting("mart_coverage", 2, reason_code="other")),
        ("G-COVERAGE", "mart_coverage", setting("mart_coverage", 1, boundary_code="administrative")),
        # Registered parks are those with a result and those with one reason for none, each once.
        ("G-COVERAGE", "mart_coverage", adding("mart_coverage", 2, reason_code="boundary_not_reported")),
        ("G-COVERAGE", "mart_coverage", adding("mart_coverage", 0, reason_code="periods_incomplete")),
        # A park that sent nothing did not report, and no other.
        ("G-COVERAGE", "mart_coverage", setting("mart_coverage", 0, reason_code="periods_incomplete")),
        ("G-COVERAGE", "mart_coverage", setting("dim_submissions", 1, reporting_unit_code="P2")),
        ("G-COVERAGE", "mart_province_year", setting("mart_province_year", 0, park_count_registered=1)),
        ("G-COVERAGE", "mart_province_year", setting("mart_province_year", 0, park_count_partial=0)),
        ("G-ELIMINATION", "fct_emissions", setting("fct_emissions", 2, emission_tco2e=Decimal(-4))),
        ("G-ELIMINATION", "fct_emissions", dropping("fct_emissions", 2)),
        # An elimination of the nation that is taken at the province leaves both totals wrong.
        ("G-ELIMINATION", "fct_emissions", setting("fct_emissions", 10, view_code="province")),
        ("G-ELIMINATION", "fct_energy", dropping("fct_energy", 2)),
        ("G-ELIMINATION", "fct_energy", setting("fct_power_heat", 0, elimination_view_code=None)),
        ("G-FACTORS", "fct_emissions", setting("fct_emissions", 0, factor_id="F9")),
        ("G-FACTORS", "fct_emissions", setting("fct_emissions", 0, factor_value=Decimal("2.6"))),
        ("G-FACTORS", "fct_emissions", setting("fct_emissions", 3, not_estimated_reason_code=None)),
        ("G-FACTORS", INVENTORIES, setting(INVENTORIES, 0, factor_id=None)),
        ("G-FACTORS", "dim_factors", setting("dim_factors", 1, document_code="D9")),
        ("G-GAP", GAP, setting(GAP, 3, market_tco2e=Decimal(13))),
        ("G-GAP", GAP, setting(GAP, 1, market_less_location_tco2e=Decimal(0))),
        ("G-GAP", GAP, dropping(GAP, 0)),
        ("G-GAP", GAP, adding(GAP, 0, area_code="990000")),
        ("G-GWP", "fct_emissions", setting("fct_emissions", 5, emission_tco2e=Decimal("13.999999999999"))),
        ("G-GWP", "fct_emissions", setting("fct_emissions", 5, gwp_value=None)),
        ("G-GWP", "fct_emissions", setting("fct_emissions", 6, gas_group_code="HFCs")),
        ("G-INVENTORY", "mart_province_inventory_year", dropping(INVENTORIES, 0)),
        ("G-INVENTORY", "mart_national_inventory_year", dropping("mart_national_inventory_year", 0)),
        ("G-KEYS", "fct_emissions", repeating("fct_emissions", 0)),
        ("G-KEYS", "dim_documents", setting("dim_documents", 0, document_code=None)),
        ("G-KEYS", "mart_park_profile", repeating("mart_park_profile", 0)),
        ("G-NATION", "mart_national_year", setting("mart_national_year", 0, emission_tco2e=Decimal(100))),
        # The nation is not the sum of the provinces: what crosses between them leaves it.
        ("G-NATION", "mart_national_year", setting("mart_national_year", 5, emission_tco2e=Decimal(12))),
        ("G-NATION", "mart_province_year", setting("mart_province_year", 0, province_code="120000")),
        ("G-NATION", "mart_province_year", setting("mart_province_year", 2, gas_group_code="N2O")),
        ("G-NATION", "mart_sector_year", setting("mart_sector_year", 1, emission_tco2e=Decimal(91))),
        ("G-NATION", "mart_sector_year", dropping("mart_sector_year", 4)),
        ("G-NET", "mart_park_net_year", setting("mart_park_net_year", 0, removals_tco2e=Decimal(-5))),
        ("G-NET", "mart_park_net_year", dropping("mart_park_net_year", 1)),
        ("G-NET", CONSUMED, setting(CONSUMED, 0, resold_tco2e=Decimal(-1))),
        ("G-NET", CONSUMED, setting(CONSUMED, 1, consumption_tco2e=Decimal(0))),
        ("G-PERIODS", "dim_submissions", setting("dim_submissions", 1, is_counted=True)),
        ("G-PERIODS", "dim_submissions", setting("dim_parks", 0, year_source_code="periods")),
        ("G-PERIODS", "dim_submissions", setting("dim_parks", 0, year_source_code="incomplete")),
        ("G-PERIODS", "dim_submissions", setting("dim_parks", 1, year_source_code="incomplete")),
        ("G-PERIODS", "fct_emissions", setting("fct_emissions", 0, submission_id="S3")),
        ("G-PERIODS", "fct_energy", setting("fct_energy", 0, period_code="2025-01")),
        ("G-PERIODS", DIFFERENCES, setting(DIFFERENCES, 0, difference_tco2e=Decimal(2))),
        ("G-PERIODS", DIFFERENCES, dropping("mart_findings", 1)),
        ("G-PERIODS", DIFFERENCES, setting("mart_park_component_year", 0, emission_tco2e=None)),
        ("G-REGISTER", "mart_park_year", setting("dim_parks", 0, park_code="P9")),
        ("G-REGISTER", "fct_emissions", setting("fct_emissions", 0, province_code="120000")),
        ("G-ROWS", "dim_submissions", setting("dim_submissions", 0, rows_used=2)),
        ("G-SIDES", ENERGY, setting(ENERGY, 0, difference_tce=Decimal(1))),
        ("G-SIDES", ENERGY, dropping("mart_findings", 0)),
        ("G-SIDES", ENERGY, setting(ENERGY, 0, forms_difference_tce=Decimal("0.5"))),
        ("G-SIDES", ENERGY, dropping("mart_findings", 3)),
        ("G-SIDES", "mart_findings", setting("mart_findings", 0, message_en=None)),
        # The last decimal counts (L3).
        ("G-TOTALS", "mart_park_component_year", setting("fct_emissions", 0, emission_tco2e=LAST_OFF)),
        ("G-TOTALS", "mart_park_memo_year", dropping("mart_park_memo_year", 0)),
        ("G-TOTALS", "mart_park_year", dropping("mart_park_year", 0)),
        ("G-TOTALS", "mart_park_lineage_year", setting("mart_park_lineage_year", 0, emission_tco2e=LAST_OFF)),
        ("G-TOTALS", "mart_boundary_bridge", setting("mart_boundary_bridge", 0, remainder_tco2e=Decimal(1))),
        ("G-TOTALS", "mart_boundary_bridge", setting("mart_boundary_bridge", 0, in_both_tco2e=Decimal(1))),
        ("G-TOTALS", "mart_boundary_bridge", dropping("mart_boundary_bridge", 0)),
        # A total with both bases of scope 2 in it counts the same power twice (L6).
        ("G-TOTALS", "mart_park_year", setting("mart_park_year", 1, emission_tco2e=Decimal(131))),
        ("G-TOTALS", ENERGY, setting(ENERGY, 0, energy_tce=Decimal(71))),
        ("G-TOTALS", ENERGY, setting("fct_energy", 3, side_code="use")),
        ("G-TOTALS", ENERGY, setting("fct_energy", 4, energy_tce=Decimal(-2))),
        ("G-WAREHOUSE", "qa_totals", setting("qa_totals", 0, failing_count=1)),
        ("G-WAREHOUSE", "qa_keys", dropping("qa_keys", 0)),
    ],
)  # fmt: skip
def test_one_change_is_found(tmp_path: Path, rule_id: str, scope: str, change: Change) -> None:
    rows = tables()
    change(rows)
    rules = tuple(rule for rule in required_rules() if rule.id == rule_id)
    assert (rule_id, scope) in judged(tmp_path, rows, rules)


def test_each_boundary_may_have_a_year_of_its_own(tmp_path: Path) -> None:
    """The annual return of the one boundary, a return of a part of the year in the other (L6)."""
    rows = tables()
    part = rows["dim_submissions"][1]
    part["is_counted"] = True
    fact = {**rows["fct_emissions"][0], "submission_id": part["submission_id"]}
    rows["fct_emissions"].append(
        fact | {"period_code": part["period_code"], "boundary_code": "administrative"}
    )
    rules = tuple(rule for rule in required_rules() if rule.id == "G-PERIODS")
    assert judged(tmp_path, rows, rules) == []


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


def test_no_submission_at_all_is_found(tmp_path: Path) -> None:
    rows = tables()
    rows["dim_submissions"].clear()
    assert ("G-ROWS", "dim_submissions") in judged(tmp_path, rows, required_rules())


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
    assert {one.rule_id for one in good} == {rule.id for rule in required_rules()} - {"G-DBT", "G-DISCLOSURE"}
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
