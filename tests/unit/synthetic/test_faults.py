"""Planted faults are found where they are said to be, by their rule, and nothing else changes."""

from collections import Counter
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


@each_delivery
@pytest.mark.parametrize("kind", FAULT_KINDS)
def test_each_kind_adds_its_findings_and_no_other(
    tmp_path: Path, kind: FaultKind, delivery: Delivery
) -> None:
    """What is found with the fault, less what is found without it, is what was said to be found."""
    rows = sound_return()
    planted = plant_faults(CONTRACT, rows, [kind], delivery=delivery, file_name=FILES[delivery])
    before = checked(tmp_path / "before", Planted(rows, (), ()), delivery)
    after = checked(tmp_path / "after", planted, delivery)
    expected = Counter(
        (one.table_name, one.sheet, one.cell, one.rule_id, one.found) for one in planted.expected
    )
    assert found(before) <= found(after)
    assert found(after) - found(before) == expected
    assert {one.file_name for one in planted.expected} == {FILES[delivery]}
    added = len(planted.rows["energy"]) - len(rows["energy"])
    assert after.counts.refused - before.counts.refused == added > 0
    assert after.counts.used == before.counts.used


@each_delivery
def test_all_kinds_together_and_the_sound_rows_stay(tmp_path: Path, delivery: Delivery) -> None:
    rows = sound_return()
    planted = plant_faults(CONTRACT, rows, delivery=delivery, file_name=FILES[delivery])
    assert list(planted.rows["energy"])[:3] == rows["energy"]
    assert {name: table for name, table in planted.rows.items() if name != "energy"} == {
        name: table for name, table in rows.items() if name != "energy"
    }
    receipt = checked(tmp_path, planted, delivery)
    errors = [one for one in receipt.all_findings() if one.severity == "error"]
    assert {one.rule_id for one in errors} == {one.rule_id for one in planted.expected} - {"CELL_FORMULA"}
    assert len({one.cell for one in errors}) == receipt.counts.refused == len(planted.rows["energy"]) - 3


def test_a_return_without_final_use_is_refused() -> None:
    rows = sound_return()
    for line in rows["energy"]:
        line["flow_code"] = "PUR"
    with pytest.raises(ValueError, match="no line of final use"):
        plant_faults(CONTRACT, rows, delivery="csv", file_name="faulty.zip")
