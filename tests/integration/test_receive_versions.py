"""Which version of a return counts: corrections, withdrawals, second senders, reading again."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from lingtan.intake.receive import receive
from lingtan.places import Places
from orchestration.console import Console
from orchestration.reports import print_receipts
from tests.builders.park_returns import bundle, sound_return, workbook
from tests.builders.receiving import events, receive_now, statuses, sums_up


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "raw", tmp_path / "exports")


def test_the_same_bytes_are_recognised_and_change_nothing(places: Places, tmp_path: Path) -> None:
    file = bundle(tmp_path / "a.zip", sound_return())
    (first,) = receive_now(places, [file])
    (second,) = receive_now(places, [file])
    assert (first.is_recognised, second.is_recognised) == (False, True)
    assert second.parts == first.parts
    assert statuses(places) == [("current", 1)]
    assert events(places) == ["received", "accepted", "recognised"]
    assert len(list(places.lake.glob("B-*"))) == 1
    assert file.exists()


def test_held_superseded_withdrawn(places: Places, tmp_path: Path) -> None:
    receive_now(places, [bundle(tmp_path / "1.zip", sound_return())])
    (held,) = receive_now(places, [bundle(tmp_path / "2.zip", sound_return(quantity="13"))])
    assert (held.parts[0].status, held.counts.held, held.counts.used) == ("held", 4, 0)
    (corrected,) = receive_now(
        places, [bundle(tmp_path / "3.zip", sound_return(kind="correction", quantity="14"))]
    )
    assert (corrected.parts[0].status, corrected.parts[0].version) == ("current", 2)
    assert statuses(places) == [("superseded", 1), ("held", 0), ("current", 2)]
    (withdrawal,) = receive_now(places, [bundle(tmp_path / "4.zip", sound_return(kind="withdrawal"))])
    assert statuses(places) == [("superseded", 1), ("held", 0), ("withdrawn", 2), ("withdrawn", 3)]
    assert all(sums_up(receipt.counts) for receipt in (held, corrected, withdrawal))
    # The receipt of the first delivery follows what became of it.
    stored = json.loads((places.receipts / f"{corrected.delivery_id[:16]}.json").read_text(encoding="utf-8"))
    assert stored["parts"][0]["status"] == "withdrawn"


def test_only_the_sender_corrects_and_withdraws(places: Places) -> None:
    """A second sender for a key is held, whatever it sends (DESIGN section 3)."""
    bundle(places.inbox / "a" / "1.zip", sound_return())
    receive_now(places)
    for name, kind in (("2.zip", "correction"), ("3.zip", "withdrawal")):
        bundle(places.inbox / "b" / name, sound_return(kind=kind, quantity="13"))
        (held,) = receive_now(places)
        assert held.parts[0].status == "held"
    assert statuses(places) == [("current", 1), ("held", 0), ("held", 0)]
    bundle(places.inbox / "a" / "4.zip", sound_return(kind="correction", quantity="14"))
    (corrected,) = receive_now(places)
    assert (corrected.parts[0].status, corrected.parts[0].version) == ("current", 2)


def test_a_withdrawal_of_nothing_is_held(places: Places) -> None:
    bundle(places.inbox / "a" / "1.zip", sound_return(kind="withdrawal"))
    assert [receipt.parts[0].status for receipt in receive_now(places)] == ["held"]


def test_two_originals_in_one_call_one_counts(places: Places) -> None:
    bundle(places.inbox / "a" / "1.zip", sound_return())
    bundle(places.inbox / "b" / "2.zip", sound_return(quantity="13"))
    assert [receipt.parts[0].status for receipt in receive_now(places)] == ["current", "held"]


def test_a_refused_return_is_read_again_under_other_rules(places: Places, tmp_path: Path) -> None:
    def without_units(book: Workbook) -> None:
        del book["单位名录"]

    (refused,) = receive_now(places, [workbook(tmp_path / "a.xlsx", sound_return(), without_units)])
    (again,) = receive(places, [], [], again=True)
    assert (refused.parts[0].status, again.parts[0].status) == ("refused", "current")
    assert refused.parts[0].submission_id == again.parts[0].submission_id
    assert refused.batch_id != again.batch_id
    assert statuses(places) == [("current", 1)]
    assert (again.counts.used, again.counts.refused) == (3, 0)


def test_a_held_return_says_why_and_what_to_do(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    bundle(places.inbox / "a" / "1.zip", sound_return())
    receive_now(places)
    bundle(places.inbox / "a" / "2.zip", sound_return(quantity="13"))
    (held,) = receive_now(places)
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


def test_year_quarters_and_months_of_a_park_are_keys_of_their_own(places: Places, tmp_path: Path) -> None:
    """Which of them make up the year is decided by the build (L6); here each is a return of its own."""
    files = []
    for number, (period, basis) in enumerate(
        [
            ("2025", "discrete"),
            ("2025-Q1", "discrete"),
            ("2025-01", "discrete"),
            ("2025-06", "year_to_date"),
            ("2025-Q3", "year_to_date"),
        ]
    ):
        rows = sound_return()
        rows["cover"][0] |= {"period": period, "period_basis_code": basis}
        files.append(bundle(tmp_path / f"{number}.zip", rows))
    receipts = receive_now(places, files)
    assert [one.period_code for receipt in receipts for one in receipt.parts] == [
        "2025",
        "2025-Q1",
        "2025-01",
        "2025-06",
        "2025-Q3",
    ]
    assert statuses(places) == [("current", 1)] * 5
    rows = sound_return(kind="correction", quantity="14")
    rows["cover"][0]["period"] = "2025-01"
    receive_now(places, [bundle(tmp_path / "c.zip", rows)])
    assert statuses(places) == [
        ("current", 1),
        ("current", 1),
        ("superseded", 1),
        ("current", 1),
        ("current", 1),
        ("current", 2),
    ]


def test_a_period_written_otherwise_is_a_finding_at_its_cell(places: Places, tmp_path: Path) -> None:
    rows = sound_return()
    rows["cover"][0]["period"] = "2025年1季度"
    (receipt,) = receive_now(places, [bundle(tmp_path / "a.zip", rows)])
    (finding,) = receipt.all_findings()
    assert (finding.rule_id, finding.cell) == ("STRUCTURE_PERIOD_NOT_VALID", "E2")
    assert finding.expected == "2025, 2025-Q1, 2025-01"
