"""The flow matrix, its asymmetries and the proof of the totals, from a lake written by hand (L6, L7)."""

from decimal import Decimal

import pytest

from tests.dbt.flows_case import flow_inputs
from tests.dbt.warehouse_inputs import Inputs, read, run

pytestmark = pytest.mark.slow

#: t CO2 of a MWh from the grid of Zhejiang, by location (data year 2023), and of a GJ as measured.
GRID, HEAT = Decimal("0.4974"), Decimal("0.1")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    inputs = flow_inputs(tmp_path_factory.mktemp("flows"))
    inputs.write()
    wanted = ["+qa_proof", "+mart_findings", "+qa_national_totals"]
    done = run(inputs, "build", "--select", *wanted, "--exclude-resource-type", "test", "unit_test")
    assert {name: status for name, status in done.items() if status != "success"} == {}
    return inputs


def test_each_flow_stands_once_with_both_reports(build: Inputs) -> None:
    rows = read(
        build,
        "select commodity_code, from_node_code, to_node_code, sent_quantity, received_quantity,"
        " difference_quantity, flow_state_code, elimination_view_code from mart_flow_matrix"
        " where boundary_code = 'physical' order by all",
    )
    assert [tuple(_plain(cell) for cell in row) for row in rows] == [
        ("CO2", "A", "C", "70", "69", "1", "differ", "province"),
        ("CO2", "D", "outside_unit:示例公司", "5", None, None, "one_end_outside", None),
        ("electricity", "A/U1", "A/GONE", "7", None, None, "one_end_outside", None),
        # The whole delivery is compared, whatever part of the legal person lies inside.
        ("electricity", "A/U1", "A/HALF", "50", "50", "0", "agree", "park"),
        ("electricity", "A/U1", "A/U2", "400", "390", "10", "differ", "park"),
        ("electricity", "GRID:GRID_EAST", "A", None, "1000", None, "one_end_outside", None),
        ("heat", "A", "B", "100", "98", "2", "differ", "province"),
        ("heat", "A", "D", "60", "60", "0", "agree", "nation"),
        # Silent, or in the other boundary alone: missing, not zero.
        ("heat", "C", "ADMIN", "12", None, None, "not_reported", None),
        ("heat", "C", "D", "30", None, None, "not_estimated", "nation"),
        ("heat", "C", "MUTE", "11", None, None, "not_reported", None),
        ("heat", "C", "UNHEARD", "14", None, None, "one_end_outside", None),
        ("heat", "C", "heat_network:N1", "15", None, None, "one_end_outside", None),
        ("heat", "D", "B", None, "5", "-5", "only_receiver", "nation"),
        ("hydrogen", "A", "C", "20", "18.5", "1.5", "differ", "province"),
        # The buyer declares its purchases not estimated.
        ("natural_gas", "D", "B", "3", None, None, "not_estimated", "nation"),
    ]


def test_steam_is_told_apart_by_its_medium(build: Inputs) -> None:
    assert read(
        build, "select from_node_code, to_node_code from mart_flow_matrix where medium_code = 'steam'"
    ) == [("A", "B")]


def test_an_asymmetry_is_a_finding_of_both_parks_with_its_size(build: Inputs) -> None:
    found = read(
        build,
        "select park_code, subject_code, difference, unit_code from mart_findings"
        " where finding_code = 'flow_asymmetric' order by all",
    )
    assert [tuple(_plain(cell) for cell in row) for row in found] == [
        ("A", "CO2/A>C", "1", "t"),
        ("A", "electricity/A/U1>A/U2", "10", "MWh"),
        ("A", "heat/A>B", "2", "GJ"),
        ("A", "hydrogen/A>C", "1.5", "1000m3"),
        ("B", "heat/A>B", "2", "GJ"),
        ("B", "heat/D>B", "-5", "GJ"),
        ("C", "CO2/A>C", "1", "t"),
        ("C", "hydrogen/A>C", "1.5", "1000m3"),
        ("D", "heat/D>B", "-5", "GJ"),
    ]


def test_the_proof_shows_what_asymmetry_leaves_to_eliminate_and_closes(build: Inputs) -> None:
    rows = read(
        build,
        "select area_code, view_code, opening_tco2e, eliminated_agreeing_tco2e, eliminated_asymmetric_tco2e,"
        " eliminated_unconfirmed_tco2e, closing_tco2e, remainder_tco2e from mart_proof where"
        " boundary_code = 'physical' and scope2_basis_code = 'location' and total_code = 'consumption'"
        " and area_code <> '320000' order by all",
    )
    resold, heat = 10 * GRID, 2 * HEAT
    # Half of what the legal person received is not of the park, all of what was sent to it was.
    shared = 25 * GRID
    # A park buys 1,000 MWh, stores 69 t of fossil CO2 and sends outside 7 MWh, 11 + 12 + 14 + 15 GJ.
    province = 1000 * GRID - 7 * GRID - 69 - 52 * HEAT - (60 + 30) * HEAT + 5 * HEAT
    before = province - heat
    nation = province + 60 * HEAT
    ends = nation - 5 * HEAT + 30 * HEAT
    assert rows == [
        ("330000", "park", before - resold - shared, shared, resold, None, before, 0),
        ("330000", "province", before, None, heat, None, province, 0),
        ("CN", "nation", nation, 0, -5 * HEAT, 30 * HEAT, ends, 0),
        ("CN", "park", nation - heat - resold - shared, shared, resold, None, nation - heat, 0),
        ("CN", "province", nation - heat, None, heat, None, nation, 0),
    ]


def test_sent_is_received_and_the_asymmetries(build: Inputs) -> None:
    rows = read(
        build,
        "select area_code, commodity_code, flow_count, flow_count_asymmetric, sent_inside_quantity,"
        " received_inside_quantity, asymmetry_quantity, remainder_quantity from mart_flow_balance"
        " order by all",
    )
    assert [tuple(_plain(cell) for cell in row) for row in rows] == [
        (area, commodity, *more)
        for area in ("330000", "CN")
        for commodity, *more in (
            ("CO2", "1", "1", "70", "69", "1", "0"),
            ("electricity", "2", "1", "450", "440", "10", "0"),
            ("heat", "1", "1", "100", "98", "2", "0")
            if area == "330000"
            else ("heat", "3", "2", "160", "163", "-3", "0"),
            ("hydrogen", "1", "1", "20", "18.5", "1.5", "0"),
        )
    ]


def test_the_warehouse_s_own_checks_pass(build: Inputs) -> None:
    assert read(build, "select rule_id, failing_count from qa_proof order by all") == [
        ("W-ACCOUNTS-ADD-UP", 0),
        ("W-ACCOUNTS-CLOSE", 0),
        ("W-FLOWS-BALANCE", 0),
        ("W-FLOWS-ELIMINATED", 0),
        ("W-PROOF-CLOSES", 0),
    ]
    assert read(build, "select sum(failing_count) from qa_national_totals") == [(0,)]


def _plain(cell: object) -> str | None:
    """A figure without the zeros at its end."""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return None if cell is None else str(cell)
