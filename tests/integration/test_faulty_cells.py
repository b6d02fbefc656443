"""One fault of each kind: found at its cell, in no fact, and named where figures are missing (L2, L7).

A workbook and a CSV bundle hold the same faults; both go from the inbox to a release.
"""

import json
import re
from collections import Counter
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from sqlalchemy import select

from lingtan.intake.register import open_register
from lingtan.intake.register_tables import submission
from lingtan.synthetic.faults import FAULT_KINDS
from tests.builders.faulty import SOUND_TOTAL, Faulty, faulty_returns
from tests.builders.second_release import SecondRelease

METHOD = "CN-NZCP-2025"
#: The one boundary that the returns report.
BOUNDARY = "physical"
FACTS = ("fct_energy", "fct_power_heat", "fct_emissions")
FAULTY = faulty_returns()
#: What tells of a cell and leaves its row in use.
NOT_REFUSING = {"CELL_FORMULA"}
COUNTS = ("rows_read", "rows_used", "rows_refused", "rows_context")

each_format = pytest.mark.parametrize("faulty", FAULTY, ids=lambda one: one.file_name)


def of_park(release: SecondRelease, table: str, faulty: Faulty) -> pl.DataFrame:
    """The released rows of the faulty park; of a table by method those of the national park method."""
    rows = release.second.table(table).filter(pl.col("park_code") == faulty.park)
    return rows.filter(pl.col("method_code") == METHOD) if "method_code" in rows.columns else rows


def stored(release: SecondRelease, faulty: Faulty, suffix: str) -> str:
    delivery = release.receipts[faulty.file_name].delivery_id
    return (release.places.receipts / f"{delivery[:16]}{suffix}").read_text(encoding="utf-8")


def submission_of(release: SecondRelease, faulty: Faulty) -> dict[str, Any]:
    (part,) = json.loads(stored(release, faulty, ".json"))["parts"]
    return dict(part)


def test_every_kind_of_fault_is_planted() -> None:
    rules = {one.rule_id for faulty in FAULTY for one in faulty.planted.expected}
    assert len(FAULT_KINDS) == 10
    assert len(rules - {"RETURN_SHARE_MISSING", "STRUCTURE_UNKNOWN_SHEET", "CELL_FORMULA"}) == 10


@each_format
def test_the_json_receipt_has_one_finding_at_each_fault(
    second_release: SecondRelease, faulty: Faulty
) -> None:
    receipt = json.loads(stored(second_release, faulty, ".json"))
    (part,) = receipt["parts"]
    # What is asked of a clerk without a fault (a credit code, categories) is not at issue here.
    about = ("error", "fatal", "info")
    found = [one for one in receipt["findings"] + part["findings"] if one["severity"] in about]
    assert sorted((one["rule_id"], one["sheet"], one["cell"], one["found"] or "") for one in found) == sorted(
        (one.rule_id, one.sheet, one.cell, one.found) for one in faulty.planted.expected
    )
    for one in found:
        for text in (one["message_zh"], one["message_en"]):
            assert one["sheet"] in text
            assert "{" not in text
        assert one["action_zh"]
        assert one["action_en"]


@each_format
def test_the_text_receipt_says_each_fault_in_both_languages(
    second_release: SecondRelease, faulty: Faulty
) -> None:
    text = stored(second_release, faulty, ".txt")
    expected = [one for one in faulty.planted.expected if one.rule_id not in NOT_REFUSING]
    assert text.count("[该行退回 error]") == len(expected)
    for one in expected:
        place = re.escape(f"{one.rule_id} {one.sheet} {one.cell}")
        assert len(re.findall(rf"\[该行退回 error\] F-[0-9a-f]+ {place}\n", text)) == 1
    for finding in second_release.receipts[faulty.file_name].all_findings():
        for sentence in (finding.message_zh, finding.message_en, finding.action_zh, finding.action_en):
            assert sentence in text


@each_format
def test_no_faulty_row_is_in_a_fact_and_every_sound_one_is(
    second_release: SecondRelease, faulty: Faulty
) -> None:
    energy = of_park(second_release, "fct_emissions", faulty).filter(pl.col("table_name") == "energy")
    assert set(energy["line_id"]) == {"E1", "E6"}
    for name in FACTS:
        lines = set(of_park(second_release, name, faulty)["line_id"])
        assert not lines & set(faulty.planted.line_ids)
        assert {"P1", "P2", "P3"} <= lines
    assert of_park(second_release, "dim_units", faulty)["unit_code"].to_list() == ["U1"]


@each_format
def test_the_total_is_of_the_sound_rows_and_partial(second_release: SecondRelease, faulty: Faulty) -> None:
    (total,) = of_park(second_release, "mart_park_year", faulty).to_dicts()
    assert total["emission_tco2e"] == Decimal(SOUND_TOTAL)
    assert total["is_partial"]
    assert total["refused_row_count"] == faulty.counts["rows_refused"]
    assert total["not_estimated_count"] == 1
    energy = of_park(second_release, "mart_park_energy_year", faulty)
    assert energy["is_partial"].to_list() == [True] * energy.height


@each_format
def test_coverage_names_every_reason_once_for_each_row(second_release: SecondRelease, faulty: Faulty) -> None:
    coverage = of_park(second_release, "mart_coverage", faulty)
    other = coverage.filter(pl.col("boundary_code") != BOUNDARY)
    assert other["reason_code"].to_list() == ["boundary_not_reported"]
    coverage = coverage.filter(pl.col("boundary_code") == BOUNDARY)
    refused = Counter(
        ("ENERGY-FIN" if one.table_name == "energy" else "NA", one.rule_id)
        for one in faulty.planted.expected
        if one.rule_id not in NOT_REFUSING
    )
    expected = {**refused, ("ENERGY-FIN", "unit_refused"): 1}
    counted = coverage.select("term_code", "reason_code", "line_count").rows()
    assert {(term, reason): count for term, reason, count in counted} == expected
    assert len(counted) == len(expected)
    assert coverage["reason_zh"].null_count() + coverage["reason_en"].null_count() == 0
    assert set(coverage["province_code"]) == {"330000"}


@each_format
def test_lines_of_a_refused_unit_are_not_estimated_and_stay_in_their_park(
    second_release: SecondRelease, faulty: Faulty
) -> None:
    for name, value in (("fct_emissions", "emission_tco2e"), ("fct_energy", "energy_tce")):
        lines = of_park(second_release, name, faulty).filter(pl.col("unit_code") == "U2")
        assert set(lines["line_id"]) == {"E6", "P3"}
        assert set(lines.select("notation_key_code", "not_estimated_reason_code").iter_rows()) == {
            ("NE", "unit_refused")
        }
        assert lines[value].null_count() == lines.height
        assert set(lines["province_code"]) == {"330000"}


@each_format
def test_what_a_neighbour_sends_to_a_refused_unit_stays_inside_the_park(
    second_release: SecondRelease, faulty: Faulty
) -> None:
    sent = of_park(second_release, "fct_emissions", faulty).filter(pl.col("line_id") == "P2")
    assert dict(sent.select("entry_kind_code", "emission_tco2e").iter_rows()) == {
        "own": Decimal(-105),
        "elimination": Decimal(105),
    }


@each_format
def test_rows_read_are_the_sum_of_dispositions_everywhere(
    second_release: SecondRelease, faulty: Faulty
) -> None:
    counts = submission_of(second_release, faulty)["counts"]
    named = {f"rows_{name}": count for name, count in counts.items() if count}
    assert named.items() >= faulty.counts.items()
    assert set(named) == set(COUNTS)
    assert named["rows_read"] == named["rows_used"] + named["rows_refused"] + named["rows_context"]
    engine = open_register(second_release.places)
    with engine.connect() as connection:
        rows = connection.execute(
            select(*(submission.c[name] for name in COUNTS)).where(
                submission.c.reporting_unit_code == faulty.park
            )
        ).mappings()
        assert [dict(row) for row in rows] == [named]
    engine.dispose()
    released = second_release.second.table("dim_submissions").filter(
        pl.col("reporting_unit_code") == faulty.park
    )
    assert released.select(COUNTS).to_dicts() == [{name: named[name] for name in COUNTS}]


@pytest.mark.parametrize("table", ["mart_park_year", "mart_park_component_year"])
def test_other_parks_are_as_before(second_release: SecondRelease, table: str) -> None:
    """The faults of one park touch no other: all but the corrected park equal the first release."""
    first = pl.read_parquet(second_release.first / "restricted" / "data" / f"{table}.parquet")
    kept = pl.col("park_code").is_in(["GOLD-CLINKER", "GOLD-HEAT"])
    assert first.filter(kept).height > 1
    assert second_release.second.table(table).filter(kept).equals(first.filter(kept))
