from dataclasses import replace
from pathlib import Path

import pytest

from lingtan.synthetic.nation import nation
from lingtan.synthetic.submissions import write_registers, write_submissions


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    write_registers(folder)
    write_submissions(nation(1), folder)
    return folder


def test_a_year_is_132_files_in_31_folders(inbox: Path) -> None:
    files = sorted(path.relative_to(inbox) for path in inbox.rglob("*.*"))
    assert len({path.parts[0] for path in files}) == 31
    names = [path.name for path in files]
    assert sum("park_register" in name for name in names) == 31
    assert sum("province_inventory" in name for name in names) == 31
    assert sum("park_return" in name for name in names) == 70
    assert sum(name.endswith(".xlsx") for name in names) == 34
    assert sum(name.endswith(".zip") for name in names) == 98


def test_registers_are_no_part_of_a_year(tmp_path: Path) -> None:
    later = nation(2)
    written = write_submissions(replace(later, returns=later.returns[:2], inventories=()), tmp_path)
    assert [path.stem for path in written] == ["SL11000001_park_return_2026", "SL11000002_park_return_2026"]


def test_the_same_seed_gives_the_same_bytes(inbox: Path, tmp_path: Path) -> None:
    again = nation(1)
    largest = max(again.returns, key=lambda one: one.park.scale)
    written = write_registers(tmp_path) + write_submissions(
        replace(again, returns=(again.returns[0], largest), inventories=again.inventories[1:3]), tmp_path
    )
    compared = [path for path in written if (inbox / path.relative_to(tmp_path)).exists()]
    assert len(compared) >= 34
    for path in compared:
        assert path.read_bytes() == (inbox / path.relative_to(tmp_path)).read_bytes(), path.name
