"""Who is missing, and what has come in so far."""

import json
from pathlib import Path

import pytest

from orchestration.console import Console
from orchestration.operations.status import MissingPark, read_status
from orchestration.reports import print_status
from tests.builders.park_returns import bundle, sound_return
from tests.builders.receiving import receive_now
from tests.builders.release import places_in, put, register_of


def _park(code: str, name: str) -> dict[str, object]:
    return {"park_code": code, "park_name_zh": name}


def _return(park: str, period: str, basis: str = "discrete") -> dict[str, list[dict[str, object]]]:
    rows = sound_return(park)
    rows["cover"][0] |= {"period": period, "period_basis_code": basis}
    return rows


def test_parks_without_a_complete_year_are_listed_with_what_came_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = places_in(tmp_path)
    parks = [_park(f"P{number}", f"示例园区{number}") for number in range(1, 5)]
    put(places, "示例省", "register", "park_register", register_of("330000", parks))
    for number, (park, period, basis) in enumerate(
        [
            ("P1", "2025", "discrete"),
            ("P2", "2025-02", "year_to_date"),
            ("P2", "2025-03", "discrete"),
            ("P2", "2025-06", "discrete"),
            ("P4", "2025-12", "year_to_date"),
        ]
    ):
        bundle(places.inbox / "示例省" / f"{number}.zip", _return(park, period, basis))
    receive_now(places)
    status = read_status(places)
    assert status.missing_parks == (
        MissingPark(2025, "330000", "P2", "示例园区2", "", ("2025-02", "2025-03", "2025-06"), (1, 2, 3, 6)),
        MissingPark(2025, "330000", "P3", "示例园区3", "", (), ()),
    )
    print_status(Console("zh", is_json=False), status)
    out = capsys.readouterr().out
    assert "2025 年没有全年数据的园区 2 个：已报送、全年数据不齐 1 个，未报送 1 个。" in out
    assert "1 2 3 6" in out
    print_status(Console("en", is_json=True), status)
    listed = json.loads(capsys.readouterr().out)["missing_parks"]
    assert [park["park_code"] for park in listed] == ["P2", "P3"]
