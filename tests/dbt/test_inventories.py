"""Provincial inventories with refused, absent and not-estimated cells: partial, and the release goes on."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from tests.dbt.rows import office_factor
from tests.dbt.warehouse_inputs import Inputs, Row, read, run

pytestmark = pytest.mark.slow

SECTORS = tuple(f"S{number:02d}" for number in range(1, 48))
CHEMICAL = ("S22", "S23", "S24", "S25", "S26")


def _cell(submission: str, row: str | None, quantity: str, **more: object) -> Row:
    return {
        "submission_id": submission,
        "row_code": row,
        "carrier_code": "raw_coal",
        "quantity": quantity,
        "quantity_unit": "10kt",
        **more,
    }


def _refused(submission: str, row: str | None) -> Row:
    return _cell(submission, row, "9", row_disposition="refused")


def _inventory(submission: str, without: tuple[str, ...] = (), **other: str) -> list[Row]:
    """Every row of raw coal, 1 unless said otherwise."""
    quantities: Mapping[str, str] = {
        **dict.fromkeys(SECTORS, "1"),
        "TP": "0",
        "HS": "0",
        "NEU": "2",
        **other,
    }
    return [_cell(submission, row, quantity) for row, quantity in quantities.items() if row not in without]


ROWS = [
    *_inventory("WHOLE", S23="NO"),
    # Both cells of a duplicate are refused: one cell, and it has a name.
    *_inventory("REFUSED", ("S01", "S05")),
    *(_refused("REFUSED", row) for row in ("S01", "S01", "S05")),
    # The row of this cell is not known, so that it has no place.
    *_inventory("UNPLACED", ("S02",)),
    _refused("UNPLACED", None),
    *_inventory("SHARE-NE", S23="NE"),
    *_inventory("SHARE-REFUSED", ("S23",)),
    _refused("SHARE-REFUSED", "S23"),
    *_inventory("SHARE-ZERO", ("S23",), NEU="0"),
    _refused("SHARE-ZERO", "S23"),
    *_inventory("ABSENT", ("S23",)),
    # Nothing of it has a place: that is no inventory with gaps.
    *(_refused("NOTHING", None) for _ in range(50)),
]
REFUSED = {"REFUSED": 3, "UNPLACED": 1, "SHARE-REFUSED": 1, "SHARE-ZERO": 1, "NOTHING": 50}
PROVINCES = {
    "WHOLE": "310000",
    "REFUSED": "320000",
    "UNPLACED": "330000",
    "SHARE-NE": "340000",
    "SHARE-REFUSED": "350000",
    "SHARE-ZERO": "360000",
    "ABSENT": "370000",
    "NOTHING": "410000",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    factors = [
        office_factor(f"SAMPLE-{row}", "provincial_inventory", row, "raw_coal", "1.9") for row in SECTORS
    ]
    submissions = [
        {
            "submission_id": submission,
            "form": "province_inventory",
            "reporting_unit_code": province,
            "rows_refused": REFUSED.get(submission, 0),
        }
        for submission, province in PROVINCES.items()
    ]
    folder = tmp_path_factory.mktemp("inventories")
    inputs = Inputs(folder, {("province_inventory", "energy"): ROWS}, submissions, factors)
    inputs.write()
    done = run(inputs, "build", "--exclude", "path:models/compare", "resource_type:unit_test")
    assert {name: status for name, status in done.items() if status not in ("success", "pass")} == {}
    return inputs


def _not_estimated(build: Inputs, submission: str) -> dict[str, str]:
    rows = read(
        build,
        "select row_code, not_estimated_reason_code, notation_key_code, emission_tco2e"
        f" from fct_province_emissions where submission_id = '{submission}'"
        " and (not_estimated_reason_code is not null or emission_tco2e is null) order by all",
    )
    assert {(notation, emission) for _, _, notation, emission in rows} <= {("NE", None)}
    assert len({row for row, *_ in rows}) == len(rows)
    return {row: reason for row, reason, *_ in rows}


def test_a_refused_cell_is_not_estimated(build: Inputs) -> None:
    assert _not_estimated(build, "WHOLE") == {}
    assert _not_estimated(build, "REFUSED") == {"S01": "row_refused", "S05": "row_refused"}


def test_the_share_used_as_energy_needs_all_five_sectors(build: Inputs) -> None:
    others = dict.fromkeys(CHEMICAL, "inventory_row_missing")
    assert _not_estimated(build, "SHARE-NE") == {**others, "S23": "notation_key"}
    assert _not_estimated(build, "SHARE-REFUSED") == {**others, "S23": "row_refused"}
    assert _not_estimated(build, "ABSENT") == {row: others[row] for row in CHEMICAL if row != "S23"}
    # No non-energy use: all of the four others is energy.
    assert _not_estimated(build, "SHARE-ZERO") == {"S23": "row_refused"}
    shares = read(
        build,
        "select distinct submission_id, share_ratio from fct_province_emissions"
        f" where row_code in {CHEMICAL} and submission_id in ('WHOLE', 'SHARE-ZERO') order by all",
    )
    # NO is zero: 1 - 2 / 4.
    assert shares == [("SHARE-ZERO", Decimal(1)), ("WHOLE", Decimal("0.5"))]


def test_a_province_with_a_refused_row_is_partial(build: Inputs) -> None:
    years = read(
        build,
        "select province_code, not_estimated_count, is_partial"
        " from mart_province_inventory_year order by all",
    )
    assert years == [
        ("310000", 0, False),
        ("320000", 2, True),
        ("330000", 0, True),
        ("340000", 5, True),
        ("350000", 5, True),
        ("360000", 1, True),
        ("370000", 4, True),
    ]
    national = read(
        build, "select province_count, not_estimated_count, is_partial from mart_national_inventory_year"
    )
    assert national == [(7, 17, True)]


def test_only_what_nobody_can_explain_is_missing(build: Inputs) -> None:
    """A refused cell stops no release; a cell that nobody sent does, and an inventory without cells."""
    checks = read(build, "select rule_id, failing_count, failing_keys from qa_inventories")
    found = {rule: (count, keys) for rule, count, keys in checks}
    assert found.keys() == {"W-INVENTORY-CELLS", "W-INVENTORY-TOTAL"}
    # The total stands beside its cells, missing or not.
    assert found["W-INVENTORY-TOTAL"][0] == 0
    count, keys = found["W-INVENTORY-CELLS"]
    assert count == 1 + 47
    assert {key.split("/")[0] for key in keys.split("; ")} == {"ABSENT", "NOTHING"}
    assert keys.split("; ")[0] == "ABSENT/S23/raw_coal"
    assert read(build, "select rule_id, failing_keys from qa_keys where failing_count > 0") == []
