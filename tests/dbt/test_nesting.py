"""Parks in parks: what a nested park and the park around it both state counts once above them (L6)."""

from decimal import Decimal

import pytest

from tests.dbt.nesting_case import nesting_inputs
from tests.dbt.warehouse_inputs import Inputs, read, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    inputs = nesting_inputs(tmp_path_factory.mktemp("nesting"))
    inputs.write()
    wanted = ["+qa_proof", "+qa_eliminations", "+qa_national_totals", "+mart_findings", "+mart_claims"]
    wanted += ["+fct_units", "+dim_parks"]
    done = run(inputs, "build", "--select", *wanted, "--exclude-resource-type", "test", "unit_test")
    assert {name: status for name, status in done.items() if status != "success"} == {}
    return inputs


def test_a_unit_counts_in_the_outermost_park_that_lists_it(build: Inputs) -> None:
    assert read(
        build,
        "select park_code, unit_code, counted_park_code, nesting_view_code from fct_units"
        " where counted_park_code is not null order by all",
    ) == [
        ("C", "U2", "P", "province"),
        ("C", "U3", "P", "province"),
        # Across the border: both provinces hold it, the nation once.
        ("FAR", "U1", "P", "nation"),
        ("G", "U3", "P", "province"),
    ]


def test_every_level_burns_each_tonne_once(build: Inputs) -> None:
    burned = {
        "own": "sum(case when entry_kind_code = 'own' then quantity end)",
        "province": "sum(case when view_code <> 'nation' and province_code = '330000' then"
        " case entry_kind_code when 'own' then quantity else -quantity end end)",
        "nation": "sum(case entry_kind_code when 'own' then quantity else -quantity end)",
    }
    for method in ("CN-NZCP-2025", "GHGI"):
        found = read(
            build,
            f"select {', '.join(burned.values())} from fct_emissions where table_name = 'energy'"
            f" and method_code = '{method}' and gas_code = 'CO2'",
        )
        # P 600, of C the unit that P does not list 40, ALONE 7; FAR's 100 in its own province.
        assert found == [(Decimal(1547), Decimal(647), Decimal(647))]


def test_energy_and_sectors_leave_with_the_emissions(build: Inputs) -> None:
    energy = read(
        build,
        "select sum(energy_tce) filter (where park_code in ('P', 'ALONE') or unit_code = 'U4')"
        " = sum(energy_tce) from fct_energy where energy_method_code = 'EN-CAL-F' and side_code = 'use'",
    )
    assert energy == [(True,)]
    assert read(
        build,
        "select province_code, unit_count, park_count from mart_sector_year"
        " where method_code = 'GHGI' and boundary_code = 'physical' and gas_group_code = 'CO2' order by all",
    ) == [("320000", 1, 1), ("330000", 5, 3), ("CN", 5, 3)]


def test_a_claim_of_one_consumer_counts_in_both_parks_and_once_in_the_nation(build: Inputs) -> None:
    assert read(
        build,
        "select park_code, counted_park_code, counted_quantity, blocked_quantity, claim_outcome_code"
        " from mart_claims order by all",
    ) == [
        ("C", "P", Decimal(60), Decimal(0), "counted"),
        ("P", None, Decimal(60), Decimal(0), "counted"),
    ]
    assert read(
        build,
        "select sum(sign(sign) * quantity) from fct_emissions where activity_code = 'E-GEC/received'"
        " and scope2_basis_code = 'market' and scope_code = '2'",
    ) == [(Decimal(60),)]


def test_a_unit_the_parent_does_not_list_is_a_finding_with_its_size(build: Inputs) -> None:
    found = read(
        build,
        "select f.park_code, f.subject_code, f.value_a = e.total from mart_findings as f"
        " inner join (select park_code, unit_code || ' ' || method_code as subject_code,"
        " sum(emission_tco2e) as total from fct_emissions where view_code in ('unit', 'park')"
        " and scope_code in ('NA', '1', '2') and scope2_basis_code <> 'market' and not is_memo group by all)"
        " as e using (park_code, subject_code)"
        " where finding_code = 'nested_unit_not_in_parent' order by all",
    )
    assert found == [("C", "U4 CN-NZCP-2025", True), ("C", "U4 GHGI", True)]


def test_another_figure_of_the_outermost_park_is_a_finding_with_both(build: Inputs) -> None:
    """U1 sends 3 MWh in P alone, U3 5 in C alone; U3 receives 20 in P and not in G. U2 is the same."""
    fixed, of_province = Decimal("0.8325"), Decimal("0.4974")
    assert read(
        build,
        "select park_code, subject_code, value_a - value_b, difference from mart_findings"
        " where finding_code = 'nested_unit_differs' order by all",
    ) == [
        (park, f"{unit} {method}", megawatt_hours * factor, megawatt_hours * factor)
        for park, unit, megawatt_hours in (("C", "U3", -5), ("FAR", "U1", 3), ("G", "U3", -20))
        for method, factor in (("CN-NZCP-2025", fixed), ("GHGI", of_province))
    ]
    # 300 t of raw coal x 1.74174957 with its methane and nitrous oxide, and 15 or 20 MWh.
    coal = Decimal(300) * Decimal("1.755008245")
    assert read(
        build,
        "select value_a, value_b from mart_findings where finding_code = 'nested_unit_differs'"
        " and park_code = 'C' and subject_code = 'U3 GHGI'",
    ) == [(coal + 15 * of_province, coal + 20 * of_province)]


def test_a_flow_stands_once_in_the_outermost_park_that_lists_its_unit(build: Inputs) -> None:
    assert read(
        build,
        "select from_node_code, to_node_code, sent_quantity, received_quantity, flow_state_code"
        " from mart_flow_matrix where boundary_code = 'physical' and from_kind_code <> 'grid' order by all",
    ) == [
        ("ALONE", "P", Decimal(50), Decimal(50), "agree"),
        # P does not list U4, so that C speaks for what is inside it and between the two.
        ("C/U3", "C/U4", Decimal(5), Decimal(5), "agree"),
        ("P", "ALONE", Decimal(7), Decimal(7), "agree"),
        ("P", "C", Decimal(3), Decimal(2), "differ"),
        ("P/U2", "P/U3", Decimal(20), Decimal(20), "agree"),
    ]
    assert read(
        build,
        "select park_code, subject_code from mart_findings where finding_code = 'flow_asymmetric'"
        " order by all",
    ) == [("C", "electricity/P>C"), ("P", "electricity/P>C")]
    assert read(
        build,
        "select area_code, flow_count, sent_inside_quantity, received_inside_quantity from mart_flow_balance"
        " order by all",
    ) == [("330000", 5, Decimal(85), Decimal(84)), ("CN", 5, Decimal(85), Decimal(84))]


def test_the_proof_closes_and_names_what_is_nested(build: Inputs) -> None:
    assert read(
        build,
        "select area_code, view_code from mart_proof where eliminated_nested_tco2e <> 0"
        " and total_code = 'production' and scope2_basis_code = 'market' order by all",
    ) == [("330000", "province"), ("CN", "nation"), ("CN", "province")]
    assert read(build, "select count(*) from mart_proof where remainder_tco2e <> 0") == [(0,)]


def test_the_register_says_where_a_park_lies(build: Inputs) -> None:
    assert read(build, "select park_code, parent_park_code, nesting_level from dim_parks order by all") == [
        ("ALONE", "P9", 1),
        ("C", "P", 1),
        ("FAR", "P", 1),
        ("G", "C", 2),
        ("P", None, 0),
        ("P9", None, 0),
    ]


@pytest.mark.parametrize("check", ["qa_proof", "qa_eliminations", "qa_national_totals"])
def test_the_checks_hold(build: Inputs, check: str) -> None:
    assert read(build, f"select rule_id from {check} where failing_count <> 0") == []
