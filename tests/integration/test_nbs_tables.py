"""Tables as statistical offices really send them: refused with the cause, nothing half taken in (L2)."""

from pathlib import Path

import pytest

from lingtan.intake.receipt import Receipt
from lingtan.intake.receive import receive
from lingtan.places import Places
from lingtan.release.register_view import read_register
from quality.catalogue import intake_rules

CAUSES = {
    "2015年各省GDP分产业原始数据.xls": "DELIVERY_ENCRYPTED_FILE",
    "湖北1.xls": "DELIVERY_XLS_NOT_ACCEPTED",
    "分行业煤炭消费总量_gb18030.csv": "DELIVERY_ENCODING_NOT_ACCEPTED",
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
    encoding = receipts["分行业煤炭消费总量_gb18030.csv"].all_findings()[0]
    assert "GB18030" in encoding.message_zh


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
