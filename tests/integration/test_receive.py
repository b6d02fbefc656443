"""Taking in, from the inbox to the receipt (L1, L2), with the real rules."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from openpyxl import Workbook
from sqlalchemy import select, text

from lingtan.contracts.batch import lake_schema
from lingtan.errors import LingtanError
from lingtan.intake import receive as receive_module
from lingtan.intake.check import check_file
from lingtan.intake.deliveries import plain_name
from lingtan.intake.receipt import Counts, Receipt
from lingtan.intake.receipt_rendering import render_receipt
from lingtan.intake.receive import receive
from lingtan.intake.register import open_register
from lingtan.intake.register_tables import batch_file, event, submission
from lingtan.places import Places
from lingtan.release.hashing import file_sha256
from orchestration.console import Console
from orchestration.reports import print_receipts
from quality.catalogue import intake_rules
from tests.builders.park_returns import bundle, contract, sound_return, workbook

MOMENT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "raw", tmp_path / "exports")


def _receive(places: Places, paths: Sequence[Path] = (), *, again: bool = False) -> list[Receipt]:
    return receive(places, paths, intake_rules(), again=again, clock=lambda: MOMENT)


def _statuses(places: Places) -> list[tuple[str, int]]:
    engine = open_register(places)
    with engine.connect() as connection:
        query = select(submission.c.status, submission.c.version).order_by(text("rowid"))
        rows = [(row.status, row.version) for row in connection.execute(query)]
    engine.dispose()
    return rows


def _events(places: Places) -> list[str]:
    engine = open_register(places)
    with engine.connect() as connection:
        codes = list(connection.execute(select(event.c.event_code).order_by(event.c.event_id)).scalars())
    engine.dispose()
    return codes


def _lake(places: Places, table: str) -> pl.DataFrame:
    return pl.read_parquet(places.lake / "*" / f"park_return__{table}.parquet")


def _sums(counts: Counts) -> bool:
    values = asdict(counts)
    return values.pop("read") == sum(values.values())


def test_a_sound_return_is_taken_in(places: Places) -> None:
    file = workbook(places.inbox / "示例市" / "a.xlsx", sound_return())
    content = file.read_bytes()
    (receipt,) = _receive(places)
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
    assert _sums(receipt.counts)
    assert not [finding for finding in receipt.all_findings() if finding.severity in ("fatal", "error")]
    assert not file.exists()
    archived = places.archive / receipt.delivery_id[:2] / f"{receipt.delivery_id}.xlsx"
    assert archived.read_bytes() == content
    energy = _lake(places, "energy")
    assert energy.schema == lake_schema(contract().table("energy"))
    assert energy.select(
        "row_number", "source_row", "carrier_code", "quantity__text", "quantity__cell"
    ).rows() == [
        (1, 6, "bituminous", "12.5", "F6"),
        (2, 7, "diesel", "3.125", "F7"),
        (3, 8, "natural_gas", "40.0625", "F8"),
    ]


def test_workbook_and_bundle_say_the_same(places: Places, tmp_path: Path) -> None:
    _receive(places, [workbook(tmp_path / "a.xlsx", sound_return("示例园区001"))])
    _receive(places, [bundle(tmp_path / "b.zip", sound_return("示例园区002"))])
    values = [column.name for column in contract().table("energy").columns]
    first, second = _lake(places, "energy").select("batch_id", *values).partition_by("batch_id")
    assert first.drop("batch_id").equals(second.drop("batch_id"))


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
    (receipt,) = _receive(places, [workbook(tmp_path / "a.xlsx", sound_return(), _break_cells)])
    broken = [finding for finding in receipt.all_findings() if finding.severity == "error"]
    assert sorted((finding.sheet, finding.cell, finding.found) for finding in broken) == [
        ("多余", "B3", "多余"),
        ("能源", "C6", "无此品种"),
        ("能源", "F8", "约十二"),
        ("能源", "G7", "无此单位"),
        ("能源", "H8", "#DIV/0!"),
    ]
    for finding in broken:
        assert finding.sheet in finding.message_zh
        assert finding.sheet in finding.message_en
        assert finding.action_zh
        assert finding.action_en
    # All three energy rows and the one of the sheet too many; the row of units stays.
    assert (receipt.counts.used, receipt.counts.refused) == (1, 4)
    assert _sums(receipt.counts)
    assert _lake(places, "energy")["row_disposition"].to_list() == ["refused"] * 3
    unmapped = pl.read_parquet(places.lake / receipt.batch_id / "unmapped.parquet")
    assert unmapped.select("sheet", "source_row", "texts").rows() == [("多余", 3, '{"B3": "x"}')]


def test_the_same_bytes_are_recognised_and_change_nothing(places: Places, tmp_path: Path) -> None:
    file = bundle(tmp_path / "a.zip", sound_return())
    (first,) = _receive(places, [file])
    (second,) = _receive(places, [file])
    assert (first.is_recognised, second.is_recognised) == (False, True)
    assert second.parts == first.parts
    assert _statuses(places) == [("current", 1)]
    assert _events(places) == ["received", "accepted", "recognised"]
    assert len(list(places.lake.glob("B-*"))) == 1
    assert file.exists()


def test_held_superseded_withdrawn(places: Places, tmp_path: Path) -> None:
    _receive(places, [bundle(tmp_path / "1.zip", sound_return())])
    (held,) = _receive(places, [bundle(tmp_path / "2.zip", sound_return(quantity="13"))])
    assert (held.parts[0].status, held.counts.held, held.counts.used) == ("held", 4, 0)
    (corrected,) = _receive(
        places, [bundle(tmp_path / "3.zip", sound_return(kind="correction", quantity="14"))]
    )
    assert (corrected.parts[0].status, corrected.parts[0].version) == ("current", 2)
    assert _statuses(places) == [("superseded", 1), ("held", 0), ("current", 2)]
    (withdrawal,) = _receive(places, [bundle(tmp_path / "4.zip", sound_return(kind="withdrawal"))])
    assert _statuses(places) == [("superseded", 1), ("held", 0), ("withdrawn", 2), ("withdrawn", 3)]
    assert all(_sums(receipt.counts) for receipt in (held, corrected, withdrawal))
    # The receipt of the first delivery follows what became of it.
    stored = json.loads((places.receipts / f"{corrected.delivery_id[:16]}.json").read_text(encoding="utf-8"))
    assert stored["parts"][0]["status"] == "withdrawn"


def test_only_the_sender_corrects_and_withdraws(places: Places) -> None:
    """A second sender for a key is held, whatever it sends (DESIGN section 3)."""
    bundle(places.inbox / "a" / "1.zip", sound_return())
    _receive(places)
    for name, kind in (("2.zip", "correction"), ("3.zip", "withdrawal")):
        bundle(places.inbox / "b" / name, sound_return(kind=kind, quantity="13"))
        (held,) = _receive(places)
        assert held.parts[0].status == "held"
    assert _statuses(places) == [("current", 1), ("held", 0), ("held", 0)]
    bundle(places.inbox / "a" / "4.zip", sound_return(kind="correction", quantity="14"))
    (corrected,) = _receive(places)
    assert (corrected.parts[0].status, corrected.parts[0].version) == ("current", 2)


def test_a_withdrawal_of_nothing_is_held(places: Places) -> None:
    bundle(places.inbox / "a" / "1.zip", sound_return(kind="withdrawal"))
    assert [receipt.parts[0].status for receipt in _receive(places)] == ["held"]


def test_two_originals_in_one_call_one_counts(places: Places) -> None:
    bundle(places.inbox / "a" / "1.zip", sound_return())
    bundle(places.inbox / "b" / "2.zip", sound_return(quantity="13"))
    assert [receipt.parts[0].status for receipt in _receive(places)] == ["current", "held"]


def test_a_fatal_finding_refuses_the_whole_submission(places: Places, tmp_path: Path) -> None:
    def without_units(book: Workbook) -> None:
        del book["单位名录"]

    (receipt,) = _receive(places, [workbook(tmp_path / "a.xlsx", sound_return(), without_units)])
    assert (receipt.outcome, receipt.cause_rule_id) == ("refused", "STRUCTURE_MISSING_TABLE")
    assert {finding.severity for finding in receipt.all_findings()} == {"fatal"}
    assert (receipt.counts.used, receipt.counts.refused) == (0, 3)
    assert _sums(receipt.counts)
    assert _lake(places, "energy")["row_disposition"].to_list() == ["refused"] * 3


def test_a_refused_return_is_read_again_under_other_rules(places: Places, tmp_path: Path) -> None:
    def without_units(book: Workbook) -> None:
        del book["单位名录"]

    (refused,) = _receive(places, [workbook(tmp_path / "a.xlsx", sound_return(), without_units)])
    (again,) = receive(places, [], [], again=True)
    assert (refused.parts[0].status, again.parts[0].status) == ("refused", "current")
    assert refused.parts[0].submission_id == again.parts[0].submission_id
    assert refused.batch_id != again.batch_id
    assert _statuses(places) == [("current", 1)]
    assert (again.counts.used, again.counts.refused) == (3, 0)


def test_before_the_commit_nothing_counts(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())

    def fail(*_: object) -> None:
        raise RuntimeError("power failure")

    with monkeypatch.context() as patch:
        patch.setattr(receive_module, "note_recognised", fail)
        with pytest.raises(RuntimeError):
            _receive(places)
    assert file.exists()
    assert _statuses(places) == []
    assert not list(places.receipts.glob("*"))
    # What lies in the lake without a register entry is removed by the next run, before it reads.
    (left,) = places.lake.glob("B-*")
    (left / "mark").touch()
    (receipt,) = _receive(places)
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
            _receive(places)
    assert file.exists()
    assert _statuses(places) == [("current", 1)]
    (receipt,) = _receive(places)
    assert receipt.is_recognised
    assert not file.exists()
    assert len(list(places.receipts.glob("*"))) == 2
    assert _statuses(places) == [("current", 1)]


def test_a_file_that_is_written_again_meanwhile_stays(places: Places) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())

    def write_again(*_: object) -> None:
        bundle(file, sound_return("示例园区002"))

    receive(places, [], intake_rules(), progress=write_again)
    assert file.exists()
    (second,) = _receive(places)
    assert second.parts[0].reporting_unit_code == "示例园区002"


def test_receipts_can_be_made_again(places: Places, tmp_path: Path) -> None:
    (receipt,) = _receive(places, [workbook(tmp_path / "a.xlsx", sound_return(), _break_cells)])
    files = {path: path.read_bytes() for path in places.receipts.iterdir()}
    assert len(files) == 2
    for path in files:
        path.unlink()
    assert render_receipt(places, receipt.delivery_id) == receipt
    assert {path: path.read_bytes() for path in places.receipts.iterdir()} == files


def test_the_register_seals_the_lake(places: Places, tmp_path: Path) -> None:
    (receipt,) = _receive(places, [bundle(tmp_path / "a.zip", sound_return())])
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
            _receive(places)
        assert "另一进程" in caught.value.zh

    assert receive(places, [], intake_rules(), progress=second_run)[0].outcome == "accepted"


def test_a_check_says_what_the_receipt_will_say_and_writes_nothing(places: Places, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", sound_return(), _break_cells)
    checked = check_file(file, intake_rules())
    assert not places.raw.exists()
    (receipt,) = _receive(places, [file])
    assert checked.parts == receipt.parts
    assert checked.all_findings() == receipt.all_findings()


def test_a_missing_path_is_one_clear_sentence(places: Places, tmp_path: Path) -> None:
    with pytest.raises(LingtanError) as caught:
        _receive(places, [tmp_path / "无此文件.xlsx"])
    assert "无此文件.xlsx" in caught.value.zh


def test_a_name_that_is_not_utf8_is_read_as_a_chinese_one(places: Places) -> None:
    file = bundle(places.inbox / "a.zip", sound_return())
    folder = os.fsdecode(os.fsencode(places.inbox) + "/示例市".encode("gb18030"))
    Path(folder).mkdir()
    foreign = Path(os.fsdecode(os.fsencode(folder) + "/零碳.zip".encode("gb18030")))
    file.rename(foreign)
    assert check_file(foreign, intake_rules()).file_name == "零碳.zip"
    (receipt,) = _receive(places)
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


def test_a_held_return_says_why_and_what_to_do(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    bundle(places.inbox / "a" / "1.zip", sound_return())
    _receive(places)
    bundle(places.inbox / "a" / "2.zip", sound_return(quantity="13"))
    (held,) = _receive(places)
    print_receipts(Console("zh", is_json=False), [held], stored_in=places.receipts)
    print_receipts(Console("en", is_json=False), [held], stored_in=places.receipts)
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("2.zip")]
    read = held.counts.read
    assert lines[0] == f"2.zip：暂存待查；1 份报送，读取 {read} 行，采用 0，拒收 0，暂存待查 4"
    assert lines[1].startswith("2.zip: held; 1 submissions, ")
    assert lines[1].endswith(" rows read, 0 used, 0 refused, 4 held")
    written = (places.receipts / f"{held.delivery_id[:16]}.txt").read_text(encoding="utf-8")
    assert "该单位该报告期的报表已有现行版本" in written
    assert "报送类型填写 correction（更正）" in written
    assert "A current version of this return is already here" in written
    assert "send it with submission kind `correction`" in written
    # What is not held is not told to be corrected.
    (first,) = {path.read_text(encoding="utf-8") for path in places.receipts.glob("*.txt")} - {written}
    assert "correction" not in first


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
