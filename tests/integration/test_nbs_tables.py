"""Tables as statistical offices really send them: refused with the cause, nothing half taken in (L2)."""

from pathlib import Path

import pytest

from lingtan.intake.csv_tables import read_csv
from lingtan.intake.receipt import Receipt
from lingtan.intake.receive import receive
from lingtan.places import Places
from lingtan.release.register_view import read_register
from quality.catalogue import intake_rules

CAUSES = {
    "2015年各省GDP分产业原始数据.xls": "DELIVERY_ENCRYPTED_FILE",
    "湖北1.xls": "DELIVERY_XLS_NOT_ACCEPTED",
    "分行业煤炭消费总量_gb18030.csv": "DELIVERY_NO_CONTRACT_FITS",
    "云南.xlsx": "DELIVERY_NO_CONTRACT_FITS",
    "广西.xlsx": "DELIVERY_NO_CONTRACT_FITS",
}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("nbs")
    return Places(folder / "raw", folder / "exports")


@pytest.fixture(scope="module")
def receipts(places: Places, published_data: Path) -> dict[str, Receipt]:
    received = receive(places, [published_data / "nbs_tables"], intake_rules())
    return {receipt.file_name: receipt for receipt in received}


def test_five_receipts_each_with_its_cause(receipts: dict[str, Receipt]) -> None:
    assert {name: receipt.cause_rule_id for name, receipt in receipts.items()} == CAUSES
    assert {receipt.outcome for receipt in receipts.values()} == {"refused"}


def test_each_cause_is_said_in_both_languages(receipts: dict[str, Receipt], places: Places) -> None:
    for receipt in receipts.values():
        (finding,) = receipt.all_findings()
        assert finding.severity == "fatal"
        text = (places.receipts / f"{receipt.delivery_id[:16]}.txt").read_text(encoding="utf-8")
        assert finding.message_zh in text
        assert finding.message_en in text


def test_a_table_in_gb18030_is_read_as_it_was_written(published_data: Path) -> None:
    """Only its form is unknown: every character is one that the table holds."""
    name = "分行业煤炭消费总量_gb18030.csv"
    content = (published_data / "nbs_tables" / name).read_bytes()
    sheet = read_csv(content, name)
    assert sheet.encoding == "GB18030"
    assert any("煤炭消费总量" in text for text in sheet.rows[min(sheet.rows)].values())
    cells = [text for row in sheet.rows.values() for text in row.values()]
    assert all(text.encode("gb18030") in content for text in cells if '"' not in text)


def test_nothing_is_half_taken_in(receipts: dict[str, Receipt], places: Places, published_data: Path) -> None:
    sent = {path.read_bytes() for path in (published_data / "nbs_tables").iterdir()}
    assert {path.read_bytes() for path in places.archive.rglob("*") if path.is_file()} == sent
    assert all(not receipt.parts for receipt in receipts.values())
    assert read_register(places).submissions.height == 0
    rows = [
        path for path in places.lake.glob("B-*/*.parquet") if "__" in path.name or path.stem == "unmapped"
    ]
    assert rows == []


def test_refused_ones_are_read_again_and_stay_refused(receipts: dict[str, Receipt], places: Places) -> None:
    again = receive(places, [], intake_rules(), again=True)
    assert {receipt.file_name: receipt.cause_rule_id for receipt in again} == CAUSES
    assert {receipt.events[-1]["event_code"] for receipt in again} == {"read_again"}
    assert len(receipts) == len(again)
