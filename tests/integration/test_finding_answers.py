"""A finding has a name that lasts, and a later version of the return can answer it by that name."""

import json
from pathlib import Path

import polars as pl
import pytest
from openpyxl import Workbook

from lingtan.intake.check import check_file
from lingtan.intake.receipt import Receipt
from lingtan.places import Places
from orchestration.console import Console
from orchestration.reports import print_receipts
from quality.catalogue import intake_rules
from tests.builders.park_returns import Rows, bundle, sound_return, workbook
from tests.builders.receiving import receive_now


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "raw", tmp_path / "exports")


def _odd_return(kind: str = "original") -> Rows:
    """A unit without a credit code is asked about; the return is accepted."""
    rows = sound_return(kind=kind)
    rows["units"][0]["credit_code"] = "91330000FAKE900120"
    return rows


def _ids(receipt: Receipt) -> dict[str, str | None]:
    return {
        f"{one.rule_id} {one.table_name} {one.column_name} {one.found}": one.finding_id
        for one in receipt.all_findings()
    }


def test_the_same_finding_has_the_same_name_in_every_format_and_version(tmp_path: Path) -> None:
    rows = _odd_return()
    first = check_file(bundle(tmp_path / "a.zip", rows), intake_rules())
    # The line has moved down, the file is another one, the version a later one.
    moved = _odd_return("correction")
    moved["units"].insert(0, {**sound_return()["units"][0], "unit_code": "U0"})
    second = check_file(workbook(tmp_path / "b.xlsx", moved), intake_rules())
    name = "RETURN_CREDIT_CODE units credit_code 91330000FAKE900120"
    assert _ids(first)[name] == _ids(second)[name]
    other = _odd_return()
    other["cover"][0]["period"] = "2025-01"
    assert _ids(check_file(bundle(tmp_path / "c.zip", other), intake_rules()))[name] != _ids(first)[name]


def test_names_are_short_and_tell_the_findings_of_a_return_apart(places: Places, tmp_path: Path) -> None:
    def twice(book: Workbook) -> None:
        for row in (6, 7):
            book["能源"][f"A{row}"] = "E1"
            book["能源"][f"C{row}"] = "无此品种"

    (receipt,) = receive_now(places, [workbook(tmp_path / "a.xlsx", _odd_return(), twice)])
    names = [one.finding_id or "" for one in receipt.all_findings()]
    assert len(set(names)) == len(names) > 4
    assert all(pl.Series(names).str.contains(r"^F-[0-9a-f]{10}$"))


def test_a_delivery_that_is_no_form_has_a_named_finding_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    (finding,) = check_file(path, intake_rules()).all_findings()
    assert (finding.finding_id or "").startswith("F-")


def test_an_answer_stands_beside_its_finding_and_a_stray_one_is_shown(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (first,) = receive_now(places, [bundle(tmp_path / "1.zip", _odd_return())])
    (finding,) = [one for one in first.all_findings() if one.rule_id == "RETURN_CREDIT_CODE"]
    assert finding.answer is None
    rows = _odd_return("correction")
    rows["explanations"] = [
        {"finding_id": finding.finding_id, "answer": "虚构代码，已核实"},
        {"finding_id": "F-0000000000", "answer": "无此问题"},
    ]
    file = bundle(tmp_path / "2.zip", rows)
    checked = check_file(file, intake_rules())
    (second,) = receive_now(places, [file])
    (answered,) = [one for one in second.all_findings() if one.finding_id == finding.finding_id]
    assert answered.answer == "虚构代码，已核实"
    (part,) = second.parts
    assert [(one.finding_id, one.answer) for one in part.unmatched_explanations] == [
        ("F-0000000000", "无此问题")
    ]
    # Nothing is current here that the check knows of, else it says the same.
    assert checked.parts[0].findings == part.findings
    assert checked.parts[0].unmatched_explanations == part.unmatched_explanations
    stored = places.receipts / f"{second.delivery_id[:16]}"
    content = json.loads(stored.with_suffix(".json").read_text(encoding="utf-8"))["parts"][0]
    assert "虚构代码，已核实" in [one["answer"] for one in content["findings"]]
    assert content["unmatched_explanations"] == [{"finding_id": "F-0000000000", "answer": "无此问题"}]
    text = stored.with_suffix(".txt").read_text(encoding="utf-8")
    assert "填报单位说明 Answer: 虚构代码，已核实" in text
    assert "未对应问题的说明 Explanations that match no finding" in text
    print_receipts(Console("en", is_json=False), [checked])
    assert "Answer: 虚构代码，已核实" in capsys.readouterr().out
