"""The dbt project over a lake and plan written by hand: parks, one silent, one unregistered, an inventory."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.disclosure.losses import LOSSES_SCHEMA
from lingtan.disclosure.protected_cells import PROTECTED_CELLS_SCHEMA
from lingtan.statistics.peer_position import STAT_PEER_POSITION_SCHEMA
from lingtan.statistics.uncertainty import STAT_UNCERTAINTY_SCHEMA
from tests.dbt.park_case import park_inputs
from tests.dbt.rows import office_factor
from tests.dbt.warehouse_inputs import Inputs, read, run

pytestmark = pytest.mark.slow

NATIONAL = "method_code = 'CN-NZCP-2025'"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    inputs = park_inputs(tmp_path_factory.mktemp("warehouse"))
    inputs.write()
    pl.DataFrame(schema=STAT_PEER_POSITION_SCHEMA).write_parquet(
        inputs.folder / "stat" / "stat_peer_position.parquet"
    )
    pl.DataFrame(schema=STAT_UNCERTAINTY_SCHEMA).write_parquet(
        inputs.folder / "stat" / "stat_uncertainty.parquet"
    )
    pl.DataFrame(schema=PROTECTED_CELLS_SCHEMA).write_parquet(
        inputs.folder / "stat" / "stat_public_cells.parquet"
    )
    pl.DataFrame(schema=LOSSES_SCHEMA).write_parquet(inputs.folder / "stat" / "stat_public_losses.parquet")
    done = run(inputs, "build", "--exclude", "path:models/compare", "resource_type:unit_test")
    assert {name: status for name, status in done.items() if status not in ("success", "pass")} == {}
    done = run(inputs, "build", "--select", "path:models/compare")
    assert done == {
        "cmp_peer_position": "success",
        "cmp_public_cells": "success",
        "cmp_public_losses": "success",
        "cmp_uncertainty": "success",
        "assert_no_floating_point": "pass",
    }
    return inputs


def test_lines_are_sign_times_quantity_times_factor(build: Inputs) -> None:
    lines = read(
        build,
        "select table_name, line_id, entry_kind_code, emission_tco2e from fct_emissions"
        f" where park_code = 'P1' and not is_memo and {NATIONAL} order by all",
    )
    assert [(*key, str(value)) for *key, value in lines] == [
        ("energy", "E1", "own", "1851.322000000000"),
        # 0.0000025 t is 0.000003 t at six decimals, x 0.333333 = 0.000001 t, x 1.851322
        ("energy", "E2", "own", "0.000001851322"),
        ("power_heat", "E1", "own", "832.500000000000"),
        ("power_heat", "X1", "elimination", "333.000000000000"),
        ("power_heat", "X1", "own", "-333.000000000000"),
        # The counterparty is no unit of the park: the power left it.
        ("power_heat", "X2", "own", "-83.250000000000"),
    ]


def test_memo_is_shown_and_not_added(build: Inputs) -> None:
    memo = f"select line_id, emission_tco2e from fct_emissions where is_memo and {NATIONAL} order by all"
    assert read(build, memo) == [
        # Bunkers, and the credit that the annex read literally gives for own renewable power sent.
        ("E3", Decimal("18.513220000000")),
        ("X2", Decimal("-8.325000000000")),
    ]
    assert read(
        build,
        "select component_code, emission_tco2e from mart_park_component_year"
        f" where park_code = 'P1' and {NATIONAL} order by all",
    ) == [("fuel", Decimal("1851.322001851322")), ("power", Decimal("749.250000000000"))]


def test_missing_has_a_name(build: Inputs) -> None:
    """L7: NE, NO, a refused row, an internal line and silence are five different things."""
    result = read(
        build,
        "select province_code, boundary_code, emission_tco2e, not_estimated_count, refused_row_count,"
        " is_partial"
        f" from mart_park_year where park_code = 'P2' and {NATIONAL}",
    )
    assert result == [("330000", "physical", Decimal(0), 1, 1, True)]
    coverage = read(
        build,
        "select park_code, term_code, reason_code, line_count, energy_tce from mart_coverage"
        f" where park_code <> 'P3' and boundary_code = 'physical' and {NATIONAL} order by all",
    )
    assert coverage == [
        # Heat and flaring; a refused row declares nothing.
        ("P1", "NA", "declared_not_estimated", 2, None),
        # The first of the two error findings is the row's reason; it counts once.
        ("P2", "ENERGY-FIN", "R-A", 1, None),
        ("P2", "ENERGY-FIN", "notation_key", 1, None),
        ("SILENT", "NA", "not_reported", 1, None),
    ]
    refused = read(build, "select distinct reason_zh, reason_en from mart_coverage where reason_code = 'R-A'")
    assert refused == [("该行未通过审核：示例规则", "The row was refused: Sample rule")]
    national = read(
        build,
        "select distinct park_count_registered, park_count_reported, park_count_partial"
        f" from mart_national_year where boundary_code = 'physical' and {NATIONAL}",
    )
    assert national == [(3, 2, 2)]


def test_a_category_declared_not_estimated_makes_its_park_partial(build: Inputs) -> None:
    """L7: the lines of the park are complete, its total is not."""
    assert read(
        build,
        "select park_code, not_estimated_count, is_partial from mart_park_year"
        f" where {NATIONAL} order by all",
    ) == [
        ("P1", 0, True),
        ("P2", 1, True),
        ("P3", 0, False),
    ]
    components = "select distinct is_partial from mart_park_component_year where park_code = 'P1'"
    assert read(build, components) == [(False,)]
    reason = (
        "select distinct reason_zh, reason_en from mart_coverage where reason_code = 'declared_not_estimated'"
    )
    assert read(build, reason) == [
        ("园区声明该源类别未估算", "The park declares the source category not estimated")
    ]


def test_energy_in_every_measure_that_exists(build: Inputs) -> None:
    values = read(
        build,
        "select energy_method_code, energy_tce from mart_park_energy_year"
        " where park_code = 'P1' order by all",
    )
    # 667.744885279 + 0.000001 x 0.667744885279 half up + (1000 - 100) x 0.1229, or x the office's 0.2987
    assert values == [
        ("EN-CAL-F", Decimal("778.354885946745")),
        ("EN-CAL-X", Decimal("778.354885946745")),
        ("EN-EQV-F", Decimal("936.574885946745")),
        ("EN-EQV-X", Decimal("936.574885946745")),
    ]


def test_inventory_of_the_province(build: Inputs) -> None:
    cells = read(build, "select row_code, quantity, emission_tco2e from fct_province_emissions order by all")
    # Sector 39 with 20 of power and -30 of heat is below zero and counts as zero.
    assert cells == [("S01", Decimal(20000), Decimal(38000)), ("S39", Decimal(0), Decimal(0))]


@pytest.mark.parametrize(
    ("table", "rule", "failing"),
    [
        ("qa_parks", "W-PARKS-REGISTERED", "2025/P3"),
        ("qa_inventories", "W-INVENTORY-CELLS", "S-INV/S02/raw_coal"),
        ("qa_dispositions", "W-ROWS-DISPOSED", "S-P1"),
        ("qa_national_totals", "W-AREA-TOTAL", "2025/NA/physical/CN-NZCP-2025/NA/NA"),
    ],
)
def test_the_gate_tables_name_what_fails(build: Inputs, table: str, rule: str, failing: str) -> None:
    """An unregistered park and the total it is not in, a cell nobody sent, a row without disposition."""
    [(count, keys)] = read(build, f"select failing_count, failing_keys from {table} where rule_id = '{rule}'")
    assert count > 0
    assert keys.split("; ")[0] == failing


def test_what_must_hold_holds(build: Inputs) -> None:
    for table in ("qa_keys", "qa_eliminations", "qa_factors", "qa_submissions", "qa_carbon_per_energy"):
        assert read(build, f"select rule_id, failing_keys from {table} where failing_count > 0") == []
        assert read(build, f"select sum(checked_count) > 0 from {table}") == [(True,)]


def test_two_factors_for_one_key_stop_the_build(tmp_path: Path) -> None:
    """L8: neither is taken and no fact is written."""
    inputs = park_inputs(tmp_path)
    inputs.office_factors = [
        *inputs.office_factors,
        office_factor("TWICE", "provincial_inventory", "S01", "raw_coal", "2"),
    ]
    inputs.write()
    done = run(inputs, "build", "--select", "+fct_province_emissions", "--exclude", "resource_type:unit_test")
    assert done["assert_matched_factors_unique"] == "fail"
    assert done["fct_province_emissions"] == "skipped"
