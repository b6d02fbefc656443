"""Layouts: a wrong one is named, two that fit are refused, a new one makes refused deliveries readable."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from lingtan.errors import LingtanError
from lingtan.intake.layout import load_layout, load_layouts
from lingtan.intake.receive import receive
from lingtan.places import Places

LAYOUT = """\
layout: example
form: province_inventory
form_version: "1"
title: {zh: 示例版式, en: Example layout}
sheets: {pattern: "(?P<year>[0-9]{4})", context: [附注]}
recognise: [{cell: A1, text: 示例能源表}]
cover:
  province_code: {value: "110000"}
  period: {group: year}
  period_basis_code: {value: discrete}
  submission_status_code: {value: final}
  submission_kind_code: {value: original}
wide:
  table: energy
  value: quantity
  rows: {column: A, first: 4, becomes: row_code, labels: {S01: [农业], S02: [煤炭]}, context: [合计]}
  columns: {row: 2, first: B, becomes: carrier_code, labels: {coke: [焦炭]}}
  units: {row: 3, becomes: quantity_unit, labels: {10kt: [万吨]}}
"""


def _workbook(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2024"
    for row in (["示例能源表"], ["项目", "焦炭"], [None, "万吨"], ["合计", 3], ["农业", 1], ["煤炭", None]):
        sheet.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def _places(folder: Path) -> Places:
    places = Places(folder / "raw", folder / "exports")
    places.office_layouts.mkdir(parents=True)
    return places


def test_a_refused_delivery_is_read_again_when_a_layout_exists(tmp_path: Path) -> None:
    places = _places(tmp_path)
    _workbook(places.inbox / "示例省" / "a.xlsx")
    (refused,) = receive(places, [], [])
    assert (refused.outcome, refused.cause_rule_id) == ("refused", "READER_NO_CONTRACT_FITS")
    (places.office_layouts / "example.yaml").write_text(LAYOUT, encoding="utf-8")
    assert receive(places, [], []) == []
    (again,) = receive(places, [], [], again=True)
    (part,) = again.parts
    assert (again.outcome, again.layout_code, again.sender) == ("accepted", "example", "示例省")
    assert (part.reporting_unit_code, part.period_code, part.status) == ("110000", "2024", "current")
    # The empty cell of 煤炭 is a row of the form; the three lines of the head and the total are context.
    assert (part.counts.used, part.counts.context) == (2, 4)
    assert [event["event_code"] for event in again.events] == ["received", "read_again", "accepted"]
    assert again.batch_id != refused.batch_id
    # Accepted once, it is not read a third time.
    assert receive(places, [], [], again=True) == []


def test_what_was_read_with_is_archived(tmp_path: Path) -> None:
    places = _places(tmp_path)
    (places.office_layouts / "example.yaml").write_text(LAYOUT, encoding="utf-8")
    layout = load_layout(places.office_layouts / "example.yaml")
    receive(places, [_workbook(tmp_path / "a.xlsx")], [])
    for content, sha256 in ((layout.content, layout.sha256),):
        assert (places.archive / sha256[:2] / f"{sha256}.yaml").read_bytes() == content


def test_two_layouts_that_fit_are_refused(tmp_path: Path) -> None:
    places = _places(tmp_path)
    for name in ("example", "other"):
        text = LAYOUT.replace("layout: example", f"layout: {name}")
        (places.office_layouts / f"{name}.yaml").write_text(text, encoding="utf-8")
    (receipt,) = receive(places, [_workbook(tmp_path / "a.xlsx")], [])
    assert receipt.cause_rule_id == "READER_AMBIGUOUS_LAYOUT"
    assert receipt.findings[0].found == "example, other"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("context: [附注]", "contxt: [附注]", "contxt"),
        ("becomes: carrier_code", "becomes: carrier", "carrier"),
        ("province_code: {value", "province: {value", "province"),
        ("{group: year}", "{group: month}", "month"),
        ("S02: [煤炭]", "S02: [农业]", "农业"),
        ('form_version: "1"', 'form_version: "99"', "99"),
        ("(?P<year>[0-9]{4})", "(?P<year>[0-9]{4}", "pattern"),
        ("layout: example", "layout: [", "example.yaml"),
    ],
)
def test_a_wrong_layout_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    path = tmp_path / "example.yaml"
    assert old in LAYOUT
    path.write_text(LAYOUT.replace(old, new), encoding="utf-8")
    with pytest.raises(LingtanError) as caught:
        load_layout(path)
    assert named in caught.value.zh
    assert "example.yaml" in caught.value.en


def test_a_code_given_twice_is_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(LAYOUT, encoding="utf-8")
    with pytest.raises(LingtanError) as caught:
        load_layouts([tmp_path])
    assert "b.yaml" in caught.value.en


def test_a_folder_called_like_a_layout_is_named(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    with pytest.raises(LingtanError) as caught:
        load_layouts([tmp_path])
    assert "d.yaml" in caught.value.zh
    assert "d.yaml" in caught.value.en


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("context: [附注]", "contxt: [附注]", "sheets.contxt: Extra inputs are not permitted"),
        ("layout: example", "layout: [", "line 3, column 13: expected"),
        ("(?P<year>[0-9]{4})", "(?P<year>[0-9]{4}", "sheets.pattern: Value error, no regular expression"),
    ],
)
def test_what_is_wrong_in_a_layout_is_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(LAYOUT.replace(old, new), encoding="utf-8")
    with pytest.raises(LingtanError) as caught:
        load_layout(path)
    for text in (caught.value.zh, caught.value.en):
        assert said in text
        assert "\n" not in text
        assert "http" not in text
