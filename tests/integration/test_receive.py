"""What one file becomes, from the inbox to lake and receipt (L1, L2), with the real rules."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from openpyxl import Workbook

from lingtan.contracts.batch import lake_schema
from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.parquet_bundle import write_parquet_bundle
from lingtan.intake.check import check_file
from lingtan.places import Places
from quality.catalogue import intake_rules
from tests.builders.park_returns import Rows, bundle, contract, sound_return, workbook
from tests.builders.receiving import lake_table, receive_now, sums_up


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "raw", tmp_path / "exports")


def _full(park: str) -> Rows:
    """Values of every type, a notation key among numbers, digits a double does not hold."""
    rows = sound_return(park)
    rows["cover"][0]["prepared_on"] = date(2026, 1, 31)
    rows["units"][0]["employees"] = 120
    rows["energy"][0]["quantity"] = Decimal("12345.678901234567")
    rows["energy"][1]["quantity"] = "C"
    rows["generation"] = [
        {
            "line_id": "G1",
            "unit_code": "U1",
            "plant_code": "示例电站",
            "technology_code": "solar",
            "capacity_mw": Decimal("0.1"),
            "generated": Decimal("1234567.25"),
            "quantity_unit": "kWh",
        }
    ]
    return rows


def test_a_sound_return_is_taken_in(places: Places) -> None:
    file = workbook(places.inbox / "示例市" / "a.xlsx", sound_return())
    content = file.read_bytes()
    (receipt,) = receive_now(places)
    (part,) = receipt.parts
    assert (receipt.outcome, receipt.sender, receipt.received_at) == (
        "accepted",
        "示例市",
        "2026-02-03T04:05:06+00:00",
    )
    assert (part.status, part.version, part.reporting_unit_code, part.period_code) == (
        "current",
        1,
        "示例园区001",
        "2025",
    )
    # One row of units and three of energy; the cover, heads, guide and code lists are context.
    assert (part.counts.used, part.counts.refused) == (4, 0)
    assert sums_up(receipt.counts)
    assert not [finding for finding in receipt.all_findings() if finding.severity in ("fatal", "error")]
    assert not file.exists()
    archived = places.archive / receipt.delivery_id[:2] / f"{receipt.delivery_id}.xlsx"
    assert archived.read_bytes() == content
    energy = lake_table(places, "energy")
    assert energy.schema == lake_schema(contract().table("energy"))
    assert energy.select(
        "row_number", "source_row", "carrier_code", "quantity__text", "quantity__cell"
    ).rows() == [
        (1, 6, "bituminous", "12.5", "F6"),
        (2, 7, "diesel", "3.125", "F7"),
        (3, 8, "natural_gas", "40.0625", "F8"),
    ]


def test_every_format_says_the_same(places: Places, tmp_path: Path) -> None:
    """L3: whatever a return is sent as, its texts, values and their kinds are the same."""
    write_csv_bundle(contract(), tmp_path / "c.zip", _full("示例园区003"), encoding="utf-8-sig")
    write_csv_bundle(contract(), tmp_path / "d.zip", _full("示例园区004"), encoding="gb18030")
    write_parquet_bundle(contract(), tmp_path / "e.zip", _full("示例园区005"))
    files = [
        workbook(tmp_path / "a.xlsx", _full("示例园区001")),
        bundle(tmp_path / "b.zip", _full("示例园区002")),
        *(tmp_path / f"{name}.zip" for name in "cde"),
    ]
    receipts = receive_now(places, files)
    assert [(receipt.file_format, receipt.text_encoding) for receipt in receipts] == [
        ("xlsx", None),
        ("csv_bundle", "UTF-8"),
        ("csv_bundle", "UTF-8 BOM"),
        ("csv_bundle", "GB18030"),
        ("parquet_bundle", None),
    ]
    for name in ("units", "energy", "generation"):
        values = [column.name for column in contract().table(name).columns]
        texts = [f"{column}__text" for column in values if column != "is_tradable"]
        rows = lake_table(places, name).select("batch_id", *values, *texts)
        parts = [rows.filter(pl.col("batch_id") == receipt.batch_id).drop("batch_id") for receipt in receipts]
        assert parts[0].height
        assert all(part.equals(parts[0]) for part in parts)
    text = (places.receipts / f"{receipts[3].delivery_id[:16]}.txt").read_text(encoding="utf-8")
    assert "格式 Format: csv_bundle，编码 encoding GB18030" in text


def test_an_absent_optional_table_is_no_problem_and_an_empty_typed_table(
    places: Places, tmp_path: Path
) -> None:
    def without_optional_sheets(book: Workbook) -> None:
        for table in contract().tables:
            if not table.required:
                del book[table.title.zh]

    files = [
        workbook(tmp_path / "a.xlsx", sound_return("示例园区001"), without_optional_sheets),
        bundle(tmp_path / "b.zip", sound_return("示例园区002")),
    ]
    for receipt in receive_now(places, files):
        assert receipt.outcome == "accepted"
        assert not [one for one in receipt.all_findings() if one.rule_id.startswith("STRUCTURE_")]
    for table in contract().tables:
        if not table.required:
            rows = lake_table(places, table.name)
            assert rows.is_empty()
            assert rows.schema == lake_schema(table)


def _break_cells(book: Workbook) -> None:
    energy = book["能源"]
    energy["C6"] = "无此品种"
    energy["G7"] = "无此单位"
    energy["F8"] = "约十二"
    energy["H8"] = "#DIV/0!"
    energy["H8"].data_type = "e"
    energy["A6"].hyperlink = None
    book.create_sheet("多余")["B3"] = "x"


def test_one_finding_at_each_broken_cell_in_both_languages(places: Places, tmp_path: Path) -> None:
    (receipt,) = receive_now(places, [workbook(tmp_path / "a.xlsx", sound_return(), _break_cells)])
    broken = [finding for finding in receipt.all_findings() if finding.severity == "error"]
    assert sorted((finding.sheet, finding.cell, finding.found) for finding in broken) == [
        ("多余", "B3", "多余"),
        ("能源", "C6", "无此品种"),
        ("能源", "F8", "约十二"),
        ("能源", "G7", "无此单位"),
        ("能源", "H8", "#DIV/0!"),
    ]
    for finding in broken:
        assert finding.sheet is not None
        assert finding.sheet in finding.message_zh
        assert finding.sheet in finding.message_en
        assert finding.action_zh
        assert finding.action_en
    # All three energy rows and the one of the sheet too many; the row of units stays.
    assert (receipt.counts.used, receipt.counts.refused) == (1, 4)
    assert sums_up(receipt.counts)
    assert lake_table(places, "energy")["row_disposition"].to_list() == ["refused"] * 3
    unmapped = pl.read_parquet(places.lake / receipt.batch_id / "unmapped.parquet")
    assert unmapped.select("sheet", "source_row", "texts").rows() == [("多余", 3, '{"B3": "x"}')]


def test_a_fatal_finding_refuses_the_whole_submission(places: Places, tmp_path: Path) -> None:
    def without_units(book: Workbook) -> None:
        del book["单位名录"]

    (receipt,) = receive_now(places, [workbook(tmp_path / "a.xlsx", sound_return(), without_units)])
    assert (receipt.outcome, receipt.cause_rule_id) == ("refused", "STRUCTURE_MISSING_TABLE")
    assert {finding.severity for finding in receipt.all_findings()} == {"fatal"}
    assert (receipt.counts.used, receipt.counts.refused) == (0, 3)
    assert sums_up(receipt.counts)
    assert lake_table(places, "energy")["row_disposition"].to_list() == ["refused"] * 3


def test_a_check_says_what_the_receipt_will_say_and_writes_nothing(places: Places, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", sound_return(), _break_cells)
    checked = check_file(file, intake_rules())
    assert not places.raw.exists()
    (receipt,) = receive_now(places, [file])
    assert checked.parts == receipt.parts
    assert checked.all_findings() == receipt.all_findings()


def _hide(book: Workbook) -> None:
    book["能源"].column_dimensions["F"].hidden = True
    book["能源"].column_dimensions["Z"].hidden = True
    book["单位名录"].sheet_state = "hidden"


def test_a_hidden_column_and_a_hidden_sheet_are_one_finding_each(tmp_path: Path) -> None:
    places = {}
    for name, change in (("sound", None), ("hidden", _hide)):
        checked = check_file(workbook(tmp_path / f"{name}.xlsx", sound_return(), change), intake_rules())
        found = [one for one in checked.all_findings() if one.rule_id == "CELL_MERGED_OR_HIDDEN"]
        places[name] = [(one.sheet, one.cell, one.found) for one in found]
        assert checked.counts.used == 4
    assert places["sound"] == []
    assert sorted(places["hidden"]) == [("单位名录", "A6", "单位名录"), ("能源", "F6", "F")]
