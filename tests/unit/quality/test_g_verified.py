"""G-VERIFIED lists figures that rest on factors nobody compared with their document, and closes no gate."""

import json
from pathlib import Path

import pytest

from lingtan.release.hashing import table_hashes
from quality.collect import collect_evidence
from quality.evidence import Evidence, evidence_frame
from quality.gate import decide
from quality.gate_catalogue import required_rules
from quality.gate_rules.g_verified import RULE
from tests.builders.canonical_build import write_build
from tests.builders.canonical_tables import tables
from tests.unit.quality.changes import KEYS, Change, Rows, adding, dropping, setting

PARTS = "mart_unverified_year"
PARK, PROVINCE, NATION, SECTOR = range(4)
FUEL = "CN-NZCP-2025 NA NA fuel CO2"


def _evidence(folder: Path, rows: Rows) -> tuple[list[Evidence], dict[str, str]]:
    canonical = write_build(folder, "P-1", rows).canonical
    hashes = dict(table_hashes(canonical))
    return collect_evidence(canonical, keys=KEYS, content_hashes=hashes, rules=(RULE,)), hashes


def _flagged(folder: Path, *changes: Change) -> dict[str, list[str]]:
    """Table -> keys of the figures listed."""
    rows = tables()
    for change in changes:
        change(rows)
    found, _ = _evidence(folder, rows)
    assert {one.result for one in found} <= {"pass", "flagged"}
    return {one.scope: json.loads(one.failing_keys) for one in found if one.result == "flagged"}


def test_verified_factors_list_nothing(tmp_path: Path) -> None:
    assert _flagged(tmp_path) == {}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            PARK,
            {
                "mart_park_year": ["2025 P1 physical CN-NZCP-2025 NA"],
                "mart_park_component_year": [f"2025 P1 physical {FUEL}"],
                "mart_carbon_per_energy": ["2025 P1 physical CN-NZCP-2025 EN-CAL-F"],
            },
        ),
        (PROVINCE, {"mart_province_year": [f"2025 physical {FUEL}"]}),
        (NATION, {"mart_national_year": [f"2025 physical {FUEL}"]}),
        (SECTOR, {"mart_sector_year": ["2025 physical CN-NZCP-2025 26 NA fuel CO2"]}),
    ],
)
def test_a_figure_of_every_level_is_listed(tmp_path: Path, row: int, expected: dict[str, list[str]]) -> None:
    assert _flagged(tmp_path, setting(PARTS, row, unverified_row_count=1)) == expected


def test_memo_items_are_in_no_total(tmp_path: Path) -> None:
    memo = {"method_code": "GHGI", "scope_code": "memo", "component_code": "biogenic_co2"}
    listed = _flagged(tmp_path, adding(PARTS, PARK, **memo, is_memo=True, unverified_row_count=2))
    assert listed == {"mart_park_memo_year": ["2025 P1 physical GHGI memo NA biogenic_co2 CO2"]}


def test_energy_and_thresholds_count_as_well(tmp_path: Path) -> None:
    carbon = {"mart_carbon_per_energy": ["2025 P1 physical CN-NZCP-2025 EN-CAL-F"]}
    coefficient = setting("mart_unverified_energy_year", 0, unverified_row_count=1)
    energy = {"mart_park_energy_year": ["2025 P1 physical EN-CAL-F"]}
    assert _flagged(tmp_path / "energy", coefficient) == energy | carbon
    threshold = setting("mart_carbon_per_energy", 0, is_threshold_verified=False)
    assert _flagged(tmp_path / "threshold", threshold) == carbon


def test_the_gate_opens_and_names_what_is_flagged(tmp_path: Path) -> None:
    rows = tables()
    setting(PARTS, NATION, unverified_row_count=1)(rows)
    found, hashes = _evidence(tmp_path, rows)
    decision = decide(evidence_frame(found), (RULE,), hashes)
    assert decision.passed
    assert [(one.rule_id, one.scope) for one in decision.flagged] == [("G-VERIFIED", "mart_national_year")]
    assert "6 个数值中有 1 个" in decision.flagged[0].zh
    assert "1 of 6 figures" in decision.flagged[0].en


def test_without_its_evidence_the_gate_stays_closed(tmp_path: Path) -> None:
    """A rule that only reports still has to have run on exactly this content (L5)."""
    found, hashes = _evidence(tmp_path, tables())
    without = [one for one in found if one.scope != "mart_national_year"]
    decision = decide(evidence_frame(without), (RULE,), hashes)
    assert [one.scope for one in decision.reasons] == ["mart_national_year"]


def test_what_cannot_be_measured_fails(tmp_path: Path) -> None:
    build = write_build(tmp_path, "P-1", tables())
    (build.canonical / f"{PARTS}.parquet").unlink()
    hashes = dict(table_hashes(build.canonical))
    found = collect_evidence(build.canonical, keys=KEYS, content_hashes=hashes, rules=(RULE,))
    assert not decide(evidence_frame(found), (RULE,), hashes).passed


def test_a_flag_opens_no_other_rule(tmp_path: Path) -> None:
    rows = tables()
    dropping("mart_national_year", 0)(rows)
    canonical = write_build(tmp_path, "P-1", rows).canonical
    hashes = dict(table_hashes(canonical))
    rule = next(one for one in required_rules() if one.id == "G-NATION")
    found = collect_evidence(canonical, keys=KEYS, content_hashes=hashes, rules=(rule,))
    frame = evidence_frame(found)
    flagged = frame.with_columns(result=frame["result"].replace("fail", "flagged"))
    assert not decide(flagged, (rule,), hashes).passed
