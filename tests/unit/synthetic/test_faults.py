"""Planted faults are found where they are said to be, by their rule, and nothing else changes."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from lingtan.contracts.load import contract_for
from lingtan.intake.check import check_file
from lingtan.intake.receipt import Receipt
from lingtan.synthetic.faults import FAULT_KINDS, Delivery, FaultKind, Planted, plant_faults, write_planted
from quality.catalogue import intake_rules
from tests.builders.park_returns import sound_return

CONTRACT = contract_for("park_return", "1")
FILES: dict[Delivery, str] = {"xlsx": "faulty.xlsx", "csv": "faulty.zip"}

each_delivery = pytest.mark.parametrize("delivery", ["xlsx", "csv"])


def checked(folder: Path, planted: Planted, delivery: Delivery) -> Receipt:
    return check_file(write_planted(CONTRACT, folder, planted, FILES[delivery]), intake_rules())


def found(receipt: Receipt) -> Counter[tuple[str | None, ...]]:
    return Counter(
        (one.table_name, one.sheet, one.cell, one.rule_id, one.found or "") for one in receipt.all_findings()
    )


def hold_to_what_is_said(folder: Path, kinds: Sequence[FaultKind], delivery: Delivery) -> Planted:
    """What is found with the faults, less what is found without them, is what was said to be found."""
    rows = sound_return()
    planted = plant_faults(CONTRACT, rows, kinds, delivery=delivery, file_name=FILES[delivery])
    before = checked(folder / "before", Planted(rows, (), ()), delivery)
    after = checked(folder / "after", planted, delivery)
    expected = Counter(
        (one.table_name, one.sheet, one.cell, one.rule_id, one.found) for one in planted.expected
    )
    assert found(before) <= found(after)
    assert found(after) - found(before) == expected
    assert {one.file_name for one in planted.expected} == {FILES[delivery]}
    added = len(planted.rows["energy"]) - len(rows["energy"])
    assert after.counts.refused - before.counts.refused == added > 0
    assert after.counts.used == before.counts.used
    return planted


@pytest.mark.parametrize("kind", FAULT_KINDS)
def test_each_kind_adds_its_findings_and_no_other(tmp_path: Path, kind: FaultKind) -> None:
    hold_to_what_is_said(tmp_path, [kind], "csv")


@each_delivery
def test_all_kinds_together_and_the_sound_rows_stay(tmp_path: Path, delivery: Delivery) -> None:
    rows = sound_return()
    planted = hold_to_what_is_said(tmp_path, FAULT_KINDS, delivery)
    assert list(planted.rows["energy"])[:3] == rows["energy"]
    assert {name: table for name, table in planted.rows.items() if name != "energy"} == {
        name: table for name, table in rows.items() if name != "energy"
    }
    rules = {one.rule_id for one in planted.expected}
    assert ("CELL_ERROR" in rules) == ("CELL_FORMULA" in rules) == (delivery == "xlsx")


def test_a_return_without_final_use_is_refused() -> None:
    rows = sound_return()
    for line in rows["energy"]:
        line["flow_code"] = "PUR"
    with pytest.raises(ValueError, match="no line of final use"):
        plant_faults(CONTRACT, rows, delivery="csv", file_name="faulty.zip")
