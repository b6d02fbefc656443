"""Runs that are stopped, files that cannot be read, receipts and seals that are lost (L2)."""

import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from lingtan.errors import LingtanError
from lingtan.intake import receive as receive_module
from lingtan.intake.check import check_file
from lingtan.intake.deliveries import plain_name
from lingtan.intake.receipt_rendering import render_receipt
from lingtan.intake.receive import receive
from lingtan.intake.register import open_register
from lingtan.intake.register_tables import batch_file
from lingtan.places import Places
from lingtan.release.hashing import file_sha256
from quality.catalogue import intake_rules
from tests.builders.park_returns import bundle, sound_return, workbook
from tests.builders.receiving import receive_now, statuses


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "raw", tmp_path / "exports")


def test_before_the_commit_nothing_counts(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())

    def fail(*_: object) -> None:
        raise RuntimeError("power failure")

    with monkeypatch.context() as patch:
        patch.setattr(receive_module, "note_recognised", fail)
        with pytest.raises(RuntimeError):
            receive_now(places)
    assert file.exists()
    assert statuses(places) == []
    assert not list(places.receipts.glob("*"))
    # What lies in the lake without a register entry is removed by the next run, before it reads.
    (left,) = places.lake.glob("B-*")
    (left / "mark").touch()
    (receipt,) = receive_now(places)
    assert receipt.outcome == "accepted"
    assert not (left / "mark").exists()
    assert not file.exists()


def test_after_the_commit_the_next_run_finishes(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())

    def fail(*_: object) -> None:
        raise RuntimeError("power failure")

    with monkeypatch.context() as patch:
        patch.setattr(receive_module, "write_receipt", fail)
        with pytest.raises(RuntimeError):
            receive_now(places)
    assert file.exists()
    assert statuses(places) == [("current", 1)]
    (receipt,) = receive_now(places)
    assert receipt.is_recognised
    assert not file.exists()
    assert len(list(places.receipts.glob("*"))) == 2
    assert statuses(places) == [("current", 1)]


def test_a_file_that_is_written_again_meanwhile_stays(places: Places) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())

    def write_again(*_: object) -> None:
        bundle(file, sound_return("示例园区002"))

    receive(places, [], intake_rules(), progress=write_again)
    assert file.exists()
    (second,) = receive_now(places)
    assert second.parts[0].reporting_unit_code == "示例园区002"


def _two_faults(book: Workbook) -> None:
    book["能源"]["C6"] = "无此品种"
    book["能源"]["F8"] = "约十二"


def test_receipts_can_be_made_again(places: Places, tmp_path: Path) -> None:
    (receipt,) = receive_now(places, [workbook(tmp_path / "a.xlsx", sound_return(), _two_faults)])
    files = {path: path.read_bytes() for path in places.receipts.iterdir()}
    assert len(files) == 2
    for path in files:
        path.unlink()
    assert render_receipt(places, receipt.delivery_id) == receipt
    assert {path: path.read_bytes() for path in places.receipts.iterdir()} == files


def test_the_register_seals_the_lake(places: Places, tmp_path: Path) -> None:
    (receipt,) = receive_now(places, [bundle(tmp_path / "a.zip", sound_return())])
    engine = open_register(places)
    with engine.connect() as connection:
        rows = connection.execute(select(batch_file)).mappings()
        sealed = {row["table_name"]: row["sha256"] for row in rows}
    engine.dispose()
    folder = places.lake / receipt.batch_id
    assert sealed == {path.stem: file_sha256(path) for path in folder.iterdir()}


def test_one_run_at_a_time(places: Places) -> None:
    bundle(places.inbox / "a.zip", sound_return())

    def second_run(*_: object) -> None:
        with pytest.raises(LingtanError) as caught:
            receive_now(places)
        assert "另一进程" in caught.value.zh

    assert receive(places, [], intake_rules(), progress=second_run)[0].outcome == "accepted"


def test_a_missing_path_is_one_clear_sentence(places: Places, tmp_path: Path) -> None:
    with pytest.raises(LingtanError) as caught:
        receive_now(places, [tmp_path / "无此文件.xlsx"])
    assert "无此文件.xlsx" in caught.value.zh


def test_a_name_that_is_not_utf8_is_read_as_a_chinese_one(places: Places) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())
    folder = os.fsdecode(os.fsencode(places.inbox) + "/示例市".encode("gb18030"))
    Path(folder).mkdir()
    foreign = Path(os.fsdecode(os.fsencode(folder) + "/零碳.zip".encode("gb18030")))
    file.rename(foreign)
    assert check_file(foreign, intake_rules()).file_name == "零碳.zip"
    (receipt,) = receive_now(places)
    assert (receipt.file_name, receipt.sender, receipt.outcome) == ("零碳.zip", "示例市", "accepted")
    assert not foreign.exists()
    assert "零碳.zip" in (places.receipts / f"{receipt.delivery_id[:16]}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("零碳.zip".encode(), "零碳.zip"),
        ("零碳.zip".encode("gb18030"), "零碳.zip"),
        ("收件/".encode() + "零碳".encode("gb18030"), "收件/零碳"),
        (b"a\xff.zip", "a\\xff.zip"),
    ],
)
def test_every_name_has_a_text(name: bytes, text: str) -> None:
    assert plain_name(os.fsdecode(name)) == text


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(places: Places) -> None:
    bundle(places.inbox / "b.zip", sound_return())
    dangling = places.inbox / "a.zip"
    dangling.symlink_to("nowhere")
    failures: list[LingtanError] = []
    (receipt,) = receive(places, [], intake_rules(), on_unreadable=failures.append)
    assert (receipt.file_name, receipt.outcome) == ("b.zip", "accepted")
    (failure,) = failures
    assert "a.zip" in failure.zh
    assert "a.zip" in failure.en
    assert dangling.is_symlink()


def test_a_file_that_breaks_off_while_it_is_read_stays(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = bundle(places.inbox / "a.zip", sound_return())
    bundle(places.inbox / "b.zip", sound_return("示例园区002"))
    opened = Path.open

    def fail(path: Path, *arguments: Any, **options: Any) -> object:
        if path.name == "a.zip":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    failures: list[LingtanError] = []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", fail)
        receipts = receive(places, [], intake_rules(), on_unreadable=failures.append)
    assert [receipt.file_name for receipt in receipts] == ["b.zip"]
    assert ["Permission denied" in failure.en for failure in failures] == [True]
    assert broken.exists()
