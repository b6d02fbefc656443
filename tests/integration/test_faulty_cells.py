"""One fault of each kind: found at its cell, in no fact, and named where figures are missing (L2, L7)."""

import json
from decimal import Decimal

import polars as pl
import pytest
from sqlalchemy import select

from lingtan.intake.register import open_register
from lingtan.intake.register_tables import submission
from tests.builders.faulty import FAULTS, PARK, SOUND_TOTAL
from tests.builders.second_release import SecondRelease

FACTS = ("fct_energy", "fct_power_heat", "fct_emissions")
BROKEN = {"E2", "E3", "E4", "E5"}
# 176 rows: 6 used (U1, E1, E6 and P1 to P3), 6 refused (U2, E2 to E5 and the row of the sheet too many).
COUNTS = {"rows_read": 176, "rows_used": 6, "rows_refused": 6, "rows_context": 164}


def of_park(release: SecondRelease, table: str) -> pl.DataFrame:
    return release.second.table(table).filter(pl.col("park_code") == PARK)


def stored(release: SecondRelease, suffix: str) -> str:
    path = release.places.receipts / f"{release.receipt.delivery_id[:16]}{suffix}"
    return path.read_text(encoding="utf-8")


def test_the_json_receipt_has_one_finding_at_each_fault(second_release: SecondRelease) -> None:
    receipt = json.loads(stored(second_release, ".json"))
    (part,) = receipt["parts"]
    errors = [one for one in receipt["findings"] + part["findings"] if one["severity"] in ("fatal", "error")]
    assert sorted(
        (one["rule_id"], one["sheet"], one["cell"], one["found"] or None) for one in errors
    ) == list(FAULTS)
    for one in errors:
        for text in (one["message_zh"], one["message_en"]):
            assert one["sheet"] in text
            assert "{" not in text
        assert one["action_zh"]
        assert one["action_en"]


def test_the_text_receipt_says_each_fault_in_both_languages(second_release: SecondRelease) -> None:
    text = stored(second_release, ".txt")
    for finding in second_release.receipt.all_findings():
        if finding.severity == "error":
            place = f"[该行退回 error] {finding.rule_id} {finding.sheet} {finding.cell}\n"
            assert text.count(place) == 1
            for sentence in (finding.message_zh, finding.message_en, finding.action_zh, finding.action_en):
                assert sentence in text
    assert text.count("[该行退回 error]") == len(FAULTS)


def test_no_broken_row_is_in_a_fact_and_every_sound_one_is(second_release: SecondRelease) -> None:
    energy = of_park(second_release, "fct_emissions").filter(pl.col("table_name") == "energy")
    assert set(energy["line_id"]) == {"E1", "E6"}
    for name in FACTS:
        lines = set(of_park(second_release, name)["line_id"])
        assert not lines & BROKEN
        assert {"P1", "P2", "P3"} <= lines
    assert of_park(second_release, "dim_units")["unit_code"].to_list() == ["U1"]


def test_the_total_is_of_the_sound_rows_and_partial(second_release: SecondRelease) -> None:
    (total,) = of_park(second_release, "mart_park_year").to_dicts()
    assert total["emission_tco2e"] == Decimal(SOUND_TOTAL)
    assert total["is_partial"]
    assert (total["refused_row_count"], total["not_estimated_count"]) == (6, 1)
    energy = of_park(second_release, "mart_park_energy_year")
    assert energy["is_partial"].to_list() == [True] * energy.height


def test_coverage_names_every_reason_once_for_each_row(second_release: SecondRelease) -> None:
    coverage = of_park(second_release, "mart_coverage")
    assert sorted(coverage.select("term_code", "reason_code", "line_count").iter_rows()) == [
        ("ENERGY-FIN", "CELL_ERROR", 1),
        ("ENERGY-FIN", "CELL_NOT_A_NUMBER", 1),
        ("ENERGY-FIN", "CELL_UNKNOWN_CODE", 2),
        ("ENERGY-FIN", "unit_refused", 1),
        ("NA", "RETURN_SHARE_MISSING", 1),
        ("NA", "STRUCTURE_UNKNOWN_SHEET", 1),
    ]
    assert coverage["reason_zh"].null_count() + coverage["reason_en"].null_count() == 0
    assert set(coverage["province_code"]) == {"330000"}


def test_lines_of_a_refused_unit_are_not_estimated_and_stay_in_their_park(
    second_release: SecondRelease,
) -> None:
    for name, value in (("fct_emissions", "emission_tco2e"), ("fct_energy", "energy_tce")):
        lines = of_park(second_release, name).filter(pl.col("unit_code") == "U2")
        assert set(lines["line_id"]) == {"E6", "P3"}
        assert set(lines.select("notation_key_code", "not_estimated_reason_code").iter_rows()) == {
            ("NE", "unit_refused")
        }
        assert lines[value].null_count() == lines.height
        assert set(lines["province_code"]) == {"330000"}


def test_what_a_neighbour_sends_to_a_refused_unit_stays_inside_the_park(
    second_release: SecondRelease,
) -> None:
    sent = of_park(second_release, "fct_emissions").filter(pl.col("line_id") == "P2")
    assert dict(sent.select("entry_kind_code", "emission_tco2e").iter_rows()) == {
        "own": Decimal(-105),
        "elimination": Decimal(105),
    }


def test_rows_read_are_the_sum_of_dispositions_everywhere(second_release: SecondRelease) -> None:
    assert COUNTS["rows_read"] == sum(count for name, count in COUNTS.items() if name != "rows_read")
    (part,) = json.loads(stored(second_release, ".json"))["parts"]
    named = {f"rows_{name}": count for name, count in part["counts"].items() if count}
    assert named == COUNTS
    engine = open_register(second_release.places)
    with engine.connect() as connection:
        rows = connection.execute(
            select(*(submission.c[name] for name in COUNTS)).where(submission.c.reporting_unit_code == PARK)
        ).mappings()
        assert [dict(row) for row in rows] == [COUNTS]
    engine.dispose()
    released = second_release.second.table("dim_submissions").filter(pl.col("reporting_unit_code") == PARK)
    assert released.select(list(COUNTS)).to_dicts() == [COUNTS]


@pytest.mark.parametrize("table", ["mart_park_year", "mart_park_component_year"])
def test_other_parks_are_as_before(second_release: SecondRelease, table: str) -> None:
    """The faults of one park touch no other: all but the corrected park equal the first release."""
    first = pl.read_parquet(second_release.first / "restricted" / "data" / f"{table}.parquet")
    kept = pl.col("park_code").is_in(["GOLD-CLINKER", "GOLD-HEAT"])
    assert first.filter(kept).height > 1
    assert second_release.second.table(table).filter(kept).equals(first.filter(kept))
