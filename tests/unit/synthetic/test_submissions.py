"""The files of a year: two drops, one format a park, the same bytes for the same seed (L4)."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from lingtan.contracts.load import contract_for
from lingtan.contracts.workbook import write_workbook
from lingtan.intake.reading import read_delivery
from lingtan.synthetic.filled_template import write_filled_template
from lingtan.synthetic.model import Nation
from lingtan.synthetic.return_rows import return_rows
from lingtan.synthetic.submissions import write_registers, write_submissions


@pytest.fixture(scope="module")
def drops(first: Nation, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    on_time, late = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    write_registers(on_time)
    write_submissions(first, on_time)
    write_submissions(first, late, drop="second")
    return on_time, late


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.*"))


def test_the_first_drop_holds_registers_inventories_and_what_is_in_time(
    first: Nation, drops: tuple[Path, Path]
) -> None:
    found = names(drops[0])
    assert len(list(drops[0].iterdir())) == 31
    assert sum("park_register" in name for name in found) == 35
    assert sum("province_inventory" in name for name in found) == 31
    sent = {
        f"{one.park.code}_park_return_{one.period_code}"
        for one in (*first.returns, *first.compared, *first.not_counted)
        if not one.park.is_late
    }
    assert {name.rsplit(".", 1)[0] for name in found if "park_return" in name} == sent


def test_the_second_drop_holds_late_returns_corrections_and_withdrawals(
    first: Nation, drops: tuple[Path, Path]
) -> None:
    found = [name.rsplit(".", 1)[0] for name in names(drops[1])]
    assert sum(name.endswith("_2_correction") for name in found) == 8
    withdrawn = [name.removesuffix("_2_withdrawal") for name in found if name.endswith("_2_withdrawal")]
    assert len(withdrawn) == 2
    assert {f"{name}_3_original" for name in withdrawn} <= set(found)
    late = {park.code for park in first.parks if park.is_late}
    assert {name[:10] for name in found if name.split("_")[-1].startswith("2025")} == late


def test_a_park_sends_one_format(first: Nation, drops: tuple[Path, Path]) -> None:
    formats = {park.code: park.file_format for park in first.parks}
    for folder in drops:
        for path in folder.rglob("*park_return*"):
            expected = formats[path.name[:10]]
            if expected == "xlsx":
                assert path.suffix == ".xlsx"
                continue
            with zipfile.ZipFile(path) as bundle:
                members = bundle.namelist()
                head = bundle.read(members[0])
            assert {Path(name).suffix for name in members} == {
                ".parquet" if expected == "parquet" else ".csv"
            }
            assert head.startswith(b"\xef\xbb\xbf") == (expected == "csv_bom")
            if expected == "csv_gb18030":
                with pytest.raises(UnicodeDecodeError):
                    head.decode("utf-8")


def test_registers_are_no_part_of_a_year(second: Nation, tmp_path: Path) -> None:
    few = replace(second, returns=second.returns[1:3], inventories=(), compared=(), not_counted=())
    written = write_submissions(few, tmp_path)
    assert [path.stem for path in written] == [f"{one.park.code}_park_return_2026" for one in few.returns]


def test_the_same_seed_gives_the_same_bytes(first: Nation, drops: tuple[Path, Path], tmp_path: Path) -> None:
    few = {one.park.file_format: one for one in first.returns if not one.park.is_late}
    assert len(few) == 5
    one_of_each = replace(
        first, returns=tuple(few.values()), inventories=first.inventories[1:3], compared=(), not_counted=()
    )
    for path in write_submissions(one_of_each, tmp_path):
        assert path.read_bytes() == (drops[0] / path.relative_to(tmp_path)).read_bytes(), path.name


def test_a_filled_template_reads_as_the_workbook_written_cell_by_cell(first: Nation, tmp_path: Path) -> None:
    one = max(
        (one for one in first.returns if one.park.file_format == "xlsx"), key=lambda one: len(one.energy)
    )
    contract = contract_for("park_return", "1")
    write_filled_template(contract, tmp_path / "filled.xlsx", return_rows(one))
    write_workbook(contract, tmp_path / "written.xlsx", return_rows(one))
    filled, written = (
        read_delivery((tmp_path / name).read_bytes(), name, []) for name in ("filled.xlsx", "written.xlsx")
    )
    assert len(one.energy) > 10
    assert [draft.tables for draft in filled.submissions] == [draft.tables for draft in written.submissions]
    assert not any(draft.problems or draft.unmapped for draft in filled.submissions)
